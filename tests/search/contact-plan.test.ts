/** The best plan of contacts for people who are placed already: no other plan of theirs is better, whatever rules they break. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../solver/check/judge.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { RULES } from '../../solver/rules/index.ts'
import { contactPlan } from '../../solver/search/contact-plan.ts'
import { LEVELS } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { changed, handMade } from '../hand-made.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS, problemOf } from '../solved-week.ts'

const CASES = Number(process.env.ROTA_CASES ?? 30)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
/** Milliseconds, on a machine that is shared. */
const PATIENCE = 60_000 + 1_000 * CASES
const SIZE = { people: 4, days: 3, weeks: 2, sites: 3, needs: 4 }

/** Engines keep rows to a millionth, and a week has thousands of them. */
const EVEN = 1e-4

function planned(problem: Problem, { assignments }: Pick<Rota, 'assignments'>): Promise<Rota> {
  return contactPlan(problem, assignments, { engine: HIGHS, rules: RULES.filter((rule) => isInForce(rule, problem)) })
}

/** What a rota comes to: first what can never be, then what this network has decided that may never be, then its levels. */
function valuesOf(problem: Problem, rota: Rota): number[] {
  const verdicts = judge(rota, problem)
  const sum = (isIn: (verdict: (typeof verdicts)[number]) => boolean) =>
    verdicts.filter(isIn).reduce((total, { counted }) => total + counted, 0)
  return [
    sum(({ rule, level }) => level === 'never' && rule.level === 'never'),
    sum(({ rule, level }) => level === 'never' && rule.level !== 'never'),
    ...LEVELS.slice(1).map((asked) => sum(({ level }) => level === asked)),
  ]
}

/** −1 where the first is better in the first value that differs; 0 where none does. */
function order(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, at) => Math.abs(value - (b[at] ?? 0)) > EVEN * Math.max(1, value))
  return k < 0 ? 0 : Math.sign((a[k] ?? 0) - (b[k] ?? 0))
}

/** Whether the plan itself can be: what may be wrong is where people are. */
function isPossible(problem: Problem, rota: Rota): boolean {
  const aboutContacts = RULES.filter(({ id }) => ['clinic-time', 'patients-first'].includes(id))
  return aboutContacts.every((rule) => rule.check(rota, problem).length === 0)
}

describe('a plan of contacts', () => {
  it(
    'is possible, and as good as any other for the same people, wherever they are',
    async () => {
      let better = 0
      const drawn = fc.record({ document: documents(SIZE), seed: fc.nat() })
      const property = fc.asyncProperty(drawn, async ({ document, seed }) => {
        const problem = problemOf(document)
        const draft = draftOf(problem, RULES)
        // What other rules' rows take for granted; all else may be broken.
        const keeps = RULES.filter(({ id }) => ['one-place', 'clinic-time', 'patients-first'].includes(id))
        const other = randomRota({ problem, draft, keeps, forbidden: true }, seed)
        fc.pre(other.assignments.length > 0 && keeps.every((rule) => rule.check(other, problem).length === 0))
        const own = await planned(problem, other)
        expect(own.assignments.map(({ mayTelephone, ...a }) => a)).toEqual(other.assignments)
        expect(isPossible(problem, own)).toBe(true)
        const found = order(valuesOf(problem, own), valuesOf(problem, other))
        expect(found, `${valuesOf(problem, own)} against ${valuesOf(problem, other)}`).toBeLessThanOrEqual(0)
        if (found < 0) better += 1
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      if (CASES >= 200) console.log(`contact plans: ${CASES} compared, ${better} better than drawn (seed ${SEED})`)
      expect(better).toBeGreaterThan(CASES / 3)
    },
    PATIENCE,
  )
})

const small = smallDocument()
const GPS = ['g1 mon-am alder clinic', 'g3 mon-am alder clinic', 'r1 mon-am alder clinic', 'n1 mon-am alder clinic']
const FULL = changed(small, { sites: { alder: { rooms: 3 } } })
const open = (problem: Problem, lines: readonly string[]) =>
  handMade(problem, lines).assignments.map((a) => (a.remote ? a : { ...a, mayTelephone: true as const }))
const telephoning = ({ assignments }: Rota) => assignments.filter((a) => a.remote).map((a) => a.person)

describe('rooms that are short', () => {
  const problem = problemOf(FULL)

  it('are made up for by people who telephone, where the rota leaves that open', async () => {
    const rota = await planned(problem, { assignments: open(problem, GPS) })
    expect(telephoning(rota)).toHaveLength(1)
    expect(judge(rota, problem).find(({ rule }) => rule.id === 'rooms')?.amount).toBe(0)
  })

  it('are a finding where the rota says that nobody does', async () => {
    const rota = await planned(problem, handMade(problem, GPS))
    expect(telephoning(rota)).toEqual([])
    expect(judge(rota, problem).find(({ rule }) => rule.id === 'rooms')?.amount).toBe(1)
  })

  it('leave those where they are of whom the rota says that they telephone, and ask nobody else', async () => {
    const rota = await planned(problem, {
      assignments: open(problem, [...GPS.slice(0, 3), 'n1 mon-am alder clinic remote']),
    })
    expect(telephoning(rota)).toEqual(['n1'])
  })

  it('are filled as far as they go where even that is not enough', async () => {
    const none = problemOf(changed(small, { sites: { alder: { rooms: 0 } }, needs: { urgent: { remote: 0 } } }))
    const rota = await planned(none, { assignments: open(none, GPS) })
    expect(telephoning(rota)).toEqual([])
    expect(rota.clinics.length).toBeGreaterThan(0)
  })

  it('have nobody telephone where there is room for all', async () => {
    const roomy = problemOf(small)
    expect(telephoning(await planned(roomy, { assignments: open(roomy, GPS) }))).toEqual([])
  })
})

describe('a rota that cannot be', () => {
  it.each([
    ['with somebody in two places', ['g1 mon-am alder clinic', 'g1 mon-am birch clinic'], 'one-place'],
    ['with somebody who is away', ['n1 wed-am alder clinic'], 'availability'],
    ['with somebody on duty who may not be', ['n1 mon-am alder duty'], 'qualified'],
    [
      'with too many sessions',
      ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((d) => ['am', 'pm'].map((p) => `g2 ${d}-${p} birch clinic`)),
      'contracted-sessions',
    ],
  ])('%s is planned for all the same', async (_, lines, rule) => {
    const problem = problemOf(small)
    const rota = await planned(problem, handMade(problem, [...lines, 'g3 tue-am alder clinic']))
    expect(judge(rota, problem).find((verdict) => verdict.rule.id === rule)?.amount).toBeGreaterThan(0)
    expect(rota.clinics.some(({ cadre }) => cadre === 'gp')).toBe(true)
    expect(isPossible(problem, rota)).toBe(true)
  })

  it('since a network has decided that nobody may be missed, overbooks no clinic for it', async () => {
    const strict = problemOf(changed(small, { rules: { 'seen-same-day': { level: 'never' } } }))
    const rota = await planned(strict, handMade(strict, ['g1 mon-am alder duty']))
    expect(isPossible(strict, rota)).toBe(true)
    const missed = judge(rota, strict).find(({ rule }) => rule.id === 'seen-same-day')
    expect(missed?.level).toBe('never')
    expect(missed?.amount).toBeGreaterThan(50)
    // All of a GP's morning on duty goes to those who must not be missed.
    expect(rota.clinics.length).toBeGreaterThan(0)
    expect(rota.clinics.filter(({ need }) => strict.needById.get(need)?.withinDays !== 0)).toEqual([])
  })

  it('with nobody at work meets nobody', async () => {
    const problem = problemOf(small)
    expect(await planned(problem, { assignments: [] })).toEqual({ assignments: [], clinics: [] })
  })
})
