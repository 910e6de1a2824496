/** Scenarios of a small week side by side. */
import { describe, expect, it } from 'vitest'
import { comparisonResponse } from '../../api/contract/comparisons.ts'
import { compare, type Reading } from '../../api/desk/comparing.ts'
import { plan } from '../../solver/plan.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { type Comparison, comparisonOf, type Solved } from '../../src/comparison.ts'
import { BadInput } from '../../src/errors.ts'
import { ASSUMPTIONS } from '../../src/intake/scenario/evidence.ts'
import { comparisonInWords } from '../../src/output/text/comparison.ts'
import { shortWeek } from '../short-week.ts'
import { problemOf } from '../solved-week.ts'

const READING: Reading = {
  ruleBook: ruleBook(),
  read: (document) => problemOf(document as ReturnType<typeof shortWeek>),
}
const SCENARIOS = [
  { name: 'hardly any GPs', changes: [{ remove: { role: 'gp', sessions: 20 } }] },
  { name: 'the same', changes: [] },
  { name: 'dearer', changes: [{ pay: { role: 'gp', costPerSession: 300 } }] },
]

function asked(depth: 'mix' | 'rota', seconds?: number): Promise<Comparison> {
  const sent = { document: shortWeek(), scenarios: SCENARIOS, depth }
  const one = async (week: Parameters<typeof plan>[0]) => plan(week, () => 0)
  return compare(
    { sent, plan: (weeks) => Promise.all(weeks.map(one)), ...(seconds === undefined ? {} : { seconds }) },
    READING,
  )
}

function verdicts(comparison: Comparison, figure: string) {
  return comparison.scenarios.map(({ figures }) => figures.find(({ id }) => id === figure)?.verdict)
}

describe('a comparison of mixes', () => {
  it('says what is worse, what is the same, and what it costs', async () => {
    const comparison = comparisonResponse.parse(await asked('mix'))
    expect(verdicts(comparison, 'waiting')).toEqual([null, 'worse', 'no difference shown', 'no difference shown'])
    // Only GPs may hold the duty, which is asked for in eight half days.
    expect(comparison.scenarios[1]?.levels[0]).toMatchObject({ level: 'safety', verdict: 'worse' })
    expect(verdicts(comparison, 'cost')).toEqual([null, 'better', 'no difference shown', 'worse'])
    const words = comparisonInWords(comparison, { width: 120, colour: false })
    expect(words).toContain('hardly any GPs')
    expect(words).not.toContain('urgent-same-day')
  })

  it.each(['mix', 'rota'] as const)('pays GPs who are absent, and not those who leave: %s', async (depth) => {
    const scenarios = [
      { name: 'absent', changes: [{ away: { share: 0.25, role: 'gp' } }] },
      { name: 'ill', changes: [{ away: { person: 'g2', to: '2026-12-01' } }] },
      { name: 'gone', changes: [{ remove: { role: 'gp', sessions: 4 } }] },
    ]
    const plans = (weeks: readonly Parameters<typeof plan>[0][]) =>
      Promise.all(weeks.map((week) => plan(week, () => 0)))
    const comparison = await compare({ sent: { document: shortWeek(), scenarios, depth }, plan: plans }, READING)
    const [, absent, ill] = comparison.scenarios.map(
      ({ figures }) => figures.find(({ id }) => id === 'cost')?.difference,
    )
    expect(verdicts(comparison, 'cost')).toEqual([null, 'no difference shown', 'no difference shown', 'better'])
    expect([absent, ill]).toEqual([0, 0])
    expect(comparison.scenarios[1]?.levels.find(({ level }) => level === 'cost')?.verdict ?? null).not.toBe('better')
  })

  it('refuses rotas that would take longer than somebody waits', async () => {
    await expect(asked('rota', 20)).rejects.toThrow(BadInput)
  })
})

describe('evidence', () => {
  it('says whether a conclusion holds whatever is assumed, and what flips it', async () => {
    const scenarios = [
      { name: 'one GP fewer', changes: [{ remove: { person: 'g2' } }] },
      { name: 'no supervision', changes: [{ remove: { person: 'r1' } }, { add: { role: 'gp', sessions: 1 } }] },
    ]
    const sent = { document: shortWeek(), scenarios, evidence: true }
    const plan = () => Promise.resolve([])
    const [base, fewer] = (await compare({ sent, plan }, READING)).scenarios
    expect(base?.evidence).toBeUndefined()
    expect(fewer?.evidence).toMatchObject({ conclusion: 'worse', holds: true, flips: [] })
    await expect(compare({ sent: { ...sent, depth: 'rota' }, plan }, READING)).rejects.toThrow(BadInput)
  })

  it('changes the minutes of one kind of role, and no other', () => {
    for (const { low, high } of ASSUMPTIONS) expect([low < 1, high > 1]).toEqual([true, true])
    const slower = ASSUMPTIONS[0]?.at(shortWeek(), 1.3)
    const minutes = (role: string) => slower?.roles.find(({ id }) => id === role)?.meets?.msk?.minutes
    expect([minutes('gp'), minutes('physio')]).toEqual([15, 26])
  })
})

const SOLVED: Solved = {
  name: 'base',
  status: 'within-gap',
  levels: [{ level: 'service', unit: 'contacts', value: 10, bound: 8 }],
  figures: [
    { id: 'in-time', title: 'In time', unit: 'contacts', value: 100, better: 'more', levels: ['service'] },
    { id: 'cost', title: 'Cost', unit: 'pounds', value: 100, better: 'less', levels: [] },
  ],
}

describe('a difference', () => {
  const next = (value: number, bound: number, inTime: number) =>
    comparisonOf('rota', [
      SOLVED,
      {
        ...SOLVED,
        levels: [{ level: 'service', unit: 'contacts', value, bound }],
        figures: SOLVED.figures.map((figure) => (figure.id === 'in-time' ? { ...figure, value: inTime } : figure)),
      },
    ]).scenarios[1]

  it('counts where what is proven of both lies apart, and not otherwise', () => {
    expect(next(7, 6, 105)?.figures.map(({ verdict }) => verdict)).toEqual(['better', 'no difference shown'])
    expect(next(9, 8.5, 105)?.figures[0]?.verdict).toBe('no difference shown')
    expect(next(12, 11, 95)?.figures[0]?.verdict).toBe('worse')
  })

  it('of a figure counts only the way its level goes', () => {
    expect(next(7, 6, 95)?.figures[0]?.verdict).toBe('no difference shown')
  })
})
