import { describe, expect, it } from 'vitest'
import { judge } from '../../solver/check/judge.ts'
import { type WhyAnswer, why } from '../../solver/explain/why/why.ts'
import { BadInput } from '../../src/errors.ts'
import { readQuestion } from '../../src/intake/question-reading.ts'
import type { PersonDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { pinsOf } from '../../src/question.ts'
import { handMade } from '../hand-made.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS, problemOf, rotaOf } from '../solved-week.ts'

/** One practice, one Monday, GPs of one session each unless said otherwise, and urgent need alone. */
function monday(people: readonly Partial<PersonDocument>[], more: Partial<RotaDocument> = {}): RotaDocument {
  const small = smallDocument()
  const parts = small.parts.map((part) => ({ ...part, days: ['mon' as const] }))
  return {
    ...small,
    parts,
    sites: small.sites.slice(0, 1).map((site) => ({ ...site, patients: 2000, travel: {} })),
    needs: small.needs.slice(0, 1),
    roles: small.roles.slice(0, 1).map((role) => ({ ...role, meets: { urgent: { minutes: 12 } } })),
    people: people.map((person, n) => ({
      id: `g${n + 1}`,
      name: `GP ${n + 1}`,
      role: 'gp',
      home: 'alder',
      contract: { sessions: 1 },
      ...person,
    })),
    demand: [
      { site: 'alder', need: 'urgent', date: '2026-11-30', part: 'am', contacts: 8 },
      { site: 'alder', need: 'urgent', date: '2026-11-30', part: 'pm', contacts: 5 },
    ],
    backlog: [],
    ...more,
  }
}

async function ask(document: RotaDocument, assignments: readonly string[], text: string): Promise<WhyAnswer> {
  const problem = problemOf(document)
  return why(problem, handMade(problem, assignments), { question: readQuestion(text, problem), engine: HIGHS })
}

describe('what a wish would cost', () => {
  it('is nothing where somebody else may swap, and the swap is named', async () => {
    const answer = await ask(
      monday([{}, {}]),
      ['g1 mon-am alder duty', 'g2 mon-pm alder duty'],
      'GP 1 off Monday morning',
    )
    expect(answer.sentences).toEqual([
      'If GP 1 were off on Monday morning, nothing would get worse.',
      'GP 1 would be on duty at Alder Road on Monday afternoon, instead of being free.',
      'GP 2 would be on duty at Alder Road on Monday morning, instead of being free.',
      'GP 2 would be free on Monday afternoon, instead of being on duty at Alder Road.',
      'This is proven: it can be had so without any loss.',
    ])
  })

  it('is what only this person does, told level by level', async () => {
    const answer = await ask(
      monday([{ contract: { sessions: 2 } }]),
      ['g1 mon-am alder duty', 'g1 mon-pm alder duty'],
      'why is GP 1 not off on Monday morning?',
    )
    expect(answer.sentences).toEqual([
      'If GP 1 were off on Monday morning, safety would suffer; 1 more urgent contact would be missed on their day; and fewer wishes and contracts would be met.',
      'Alder Road has no duty doctor on Monday morning.',
      'Monday morning: Alder Road needs 1 person to see patients, and has 0.',
      'GP 1 is given 1 session in the week, where 2 are due.',
      'Nobody else would move.',
      'This is proven: no rota that has it so is better on safety.',
    ])
    expect(answer.kind === 'possible' && answer.proof).toMatchObject({ level: 'safety', proven: true })
  })

  it('keeps everybody in place who need not move', async () => {
    const idle = Array.from({ length: 4 }, () => ({ contract: { sessions: 2 } }))
    const rota = ['g1 mon-am alder duty', 'g1 mon-pm alder duty', 'g2 mon-am alder clinic', 'g3 mon-pm alder clinic']
    const answer = await ask(monday(idle), rota, 'g3 off 2026-11-30 pm')
    const moved =
      answer.kind === 'possible' ? answer.comparison.moved.filter((move) => move.person !== 'g3') : undefined
    expect(moved).toEqual([])
  })
})

describe('what cannot be', () => {
  it('comes with what stands against it and what would make it so', async () => {
    const document = monday([{}, { works: ['mon-pm'] }])
    const answer = await ask(
      document,
      ['g1 mon-am alder duty', 'g2 mon-pm alder duty'],
      'GP 2 duty Alder Road Monday morning',
    )
    expect(answer.kind).toBe('impossible')
    expect(answer.sentences).toEqual([
      'If GP 2 were on duty at Alder Road on Monday morning, no rota would be possible:',
      'GP 2 does not usually work on Monday morning.',
      'The cheapest change that would make it so: let GP 2 work on Monday morning too, in addition to the usual sessions.',
    ])
  })

  it('never proposes to take back what was asked for', async () => {
    const away = [{ from: '2026-11-30', to: '2026-11-30' }]
    const answer = await ask(monday([{}, { away }]), ['g1 mon-am alder duty'], 'GP 2 at Alder Road Monday afternoon')
    expect(answer.sentences.at(-1)).toBe(
      'The cheapest change that would make it so: let GP 2 be in on Monday afternoon after all.',
    )
  })
})

it('what is already so is said to be, with the reason', async () => {
  const document = monday([{}, { away: [{ from: '2026-11-30', to: '2026-11-30' }] }])
  expect((await ask(document, ['g1 mon-am alder duty'], 'GP 2 off Monday')).sentences).toEqual([
    'GP 2 is off on all of Monday: it is so in this rota.',
    'GP 2 is away then.',
  ])
  expect((await ask(document, ['g1 mon-am alder duty'], 'GP 1 duty Alder Road Monday am')).kind).toBe('so-already')
})

it('a rota that breaks a rule without exception is refused, with what it breaks', async () => {
  const rota = ['g1 mon-am alder duty', 'g1 mon-pm alder duty']
  const refused = ask(monday([{}, {}]), rota, 'GP 1 off Monday morning').catch((error: unknown) => error)
  expect(await refused).toBeInstanceOf(BadInput)
})

describe('on a week of two practices', () => {
  const problem = problemOf(smallDocument())
  const planned = rotaOf(problem)

  it.each([
    'GP 1 off Monday morning',
    'GP 3 at Birch Lane Tuesday morning',
    'GP 2 duty Birch Lane Friday afternoon',
    'Nurse 1 off Thursday',
    'Paramedic 1 visits Birch Lane Wednesday am',
  ])('%s: the answer has it so, breaks nothing, and no level before the first loss is worse', async (text) => {
    const { rota } = await planned
    const question = readQuestion(text, problem)
    const answer = await why(problem, rota, { question, engine: HIGHS })
    if (answer.kind !== 'possible') return expect(answer.kind).toBe('so-already')
    const pinned = { ...problem, pins: pinsOf(question, problem) }
    expect(judge(answer.rota, pinned).filter((v) => v.level === 'never' && v.amount > 1e-4)).toEqual([])
    const levels = answer.comparison.levels
    const first = levels.findIndex(({ level }) => level === answer.proof.level)
    const before = first < 0 ? levels : levels.slice(0, first)
    for (const { before: was, after } of before) expect(after).toBeLessThanOrEqual(was + 0.02 * Math.max(1, was))
    expect(answer.proof.bound).toBeLessThanOrEqual(answer.proof.value + 1e-6)
  })
})
