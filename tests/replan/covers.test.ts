import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, levelValues } from '../../solver/check/judge.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { candidatesFor } from '../../solver/replan/candidates.ts'
import { RULES } from '../../solver/rules/index.ts'
import { contactPlan } from '../../solver/search/contact-plan.ts'
import type { Level } from '../../src/breach.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import { HIGHS } from '../solved-week.ts'
import { covered, judgedAgain, read } from './absent.ts'
import { asked, compareValues, rowsOf, weeksOf } from './ill.ts'

const CASES = Number(process.env.ROTA_CASES ?? 25)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
/** Milliseconds, on a machine that is shared. */
const PATIENCE = 60_000 + 4_000 * CASES
const SIZE = { people: 4, days: 3, weeks: 1, sites: 2, needs: 3 }

/** Every single answer, each planned from scratch: the same space of answers, by other code. */
async function byBruteForce(
  problem: Problem,
  published: Rota,
  lost: Assignment,
): Promise<ReadonlyMap<Level, number>[]> {
  const left = published.assignments.filter(
    (a) => a !== lost && !(a.person === lost.person && a.session === lost.session),
  )
  const candidates = candidatesFor(lost, { problem, left, absent: lost.person, since: 0 })
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const rotas = [left, ...candidates.map(({ off, on }) => [...left.filter((a) => !off.includes(a)), ...on])]
  const values: ReadonlyMap<Level, number>[] = []
  for (const assignments of rotas) {
    const rota = await contactPlan(problem, assignments, { engine: HIGHS, rules })
    values.push(levelValues(judge(rota, problem)))
  }
  return values
}

describe('the answers to one session that is lost', () => {
  it(
    'begin with one that is as good as the best of all of them, planned each from scratch',
    async () => {
      let seen = 0
      const property = fc.asyncProperty(weeksOf(SIZE), async (one) => {
        fc.pre(one !== null)
        if (one === null) return
        // Without clinics the published plan is the best one, as it is in the comparison.
        const bare = one.rota.assignments
        const answer = await covered({
          ...asked(one),
          rota: rowsOf({ ...one, rota: { assignments: bare, clinics: [] } }).assignments,
          most: 20,
        })
        const problem = read(answer.document)
        const all = await byBruteForce(problem, readRota(rowsOf(one).assignments, problem), one.lost)
        const open = all[0]
        const allowed = all.filter((values) => (values.get('never') ?? 0) <= (open?.get('never') ?? 0) + 1e-6)
        const [best] = [...allowed].sort((a, b) => compareValues(a, b, problem))
        const [first] = answer.options
        const found = new Map(first?.levels.map(({ level, value }) => [level, value]))
        expect(compareValues(found, best ?? new Map(), problem), JSON.stringify([[...found], [...(best ?? [])]])).toBe(
          0,
        )
        if ((first?.ask.length ?? 0) > 0) seen += 1
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      expect(seen).toBeGreaterThan(CASES / 8)
    },
    PATIENCE,
  )
})

describe('every answer', () => {
  it(
    'has the levels that it claims, judged again from its JSON alone, best first, and changes nothing that has begun',
    async () => {
      const property = fc.asyncProperty(weeksOf(SIZE), async (one) => {
        fc.pre(one !== null)
        if (one === null) return
        const { problem, lost } = one
        const { date = '' } = problem.horizon.sessions[lost.session] ?? {}
        const given = rowsOf(one)
        const answer = await covered({ ...asked(one), rota: given, now: date })
        const before = (row: { readonly date: string }) => row.date < date
        for (const option of answer.options) {
          const again = judgedAgain(answer.document, option)
          for (const { level, value } of option.levels) expect(again.get(level)).toBeCloseTo(value, 5)
          expect(option.rota.assignments.filter(before)).toEqual(given.assignments.filter(before))
          expect(option.rota.assignments.filter((a) => a.person === lost.person && a.date === date)).not.toContainEqual(
            expect.objectContaining({ part: problem.horizon.sessions[lost.session]?.part }),
          )
          const contacts = (rows: readonly (typeof given.clinics)[number][]) =>
            rows.filter(before).reduce((sum, row) => sum + row.contacts, 0)
          if (given.clinics.length > 0) expect(contacts(option.rota.clinics)).toBeCloseTo(contacts(given.clinics), 4)
        }
        const values = answer.options.map(
          (option) => new Map<string, number>(option.levels.map((l) => [l.level, l.value])),
        )
        for (const [k, value] of values.slice(1).entries())
          expect(compareValues(values[k] ?? new Map(), value, problem)).toBeLessThanOrEqual(0)
        expect(answer.options.filter(({ ask }) => ask.length === 0)).toHaveLength(1)
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
    },
    PATIENCE,
  )
})
