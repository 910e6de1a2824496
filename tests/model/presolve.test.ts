/** What pins decide leaves the programme, and what is left has the same best values. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { hasWhole, type Lp } from '../../solver/lp/lp.ts'
import { draftOf } from '../../solver/model/build.ts'
import { decode } from '../../solver/model/decode.ts'
import { elasticModel, type LevelCosts, type Model, readingOf } from '../../solver/model/elastic.ts'
import { presolved } from '../../solver/model/presolve.ts'
import { RULES } from '../../solver/rules/index.ts'
import { Frozen } from '../../solver/search/lexicographic.ts'
import { levelValue } from '../../solver/search/tolerances.ts'
import { draw } from '../../src/intake/network/draw.ts'
import type { Problem } from '../../src/problem.ts'
import { isCounted } from '../../src/rota.ts'
import { documents } from '../arbitraries.ts'
import { shortWeek } from '../short-week.ts'
import { HIGHS, problemOf, rotaOf } from '../solved-week.ts'

const CASES = Number(process.env.ROTA_CASES ?? 15)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
/** Milliseconds, on a machine that is shared. */
const PATIENCE = 60_000 + 3_000 * CASES
const SIZE = { people: 4, days: 2, weeks: 2, sites: 2, needs: 3 }
const EXACT = { seconds: 60, relativeGap: 0, absoluteGap: 0, seed: 1 }

function programmeOf(problem: Problem) {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  const model = elasticModel(draft, rules, problem)
  return { draft, model, reduced: presolved(model) }
}

/** A third of the week's placements pinned by chance, each person in one place at a time: mostly possible. */
function pinnedByChance(problem: Problem, seed: number): Problem {
  const chance = draw('pins', seed)
  const { draft } = programmeOf(problem)
  const pins = problem.people.flatMap((person) =>
    problem.horizon.sessions.flatMap(({ index }) => {
      const open = draft.inSession(person.id, index).filter((p) => draft.allowed(p))
      const isPinned = problem.pins.some((pin) => pin.person === person.id && pin.session === index)
      if (isPinned || open.length === 0 || !chance.chance(1 / 3)) return []
      const { session, site, work } = chance.pick(open)
      return [{ person: person.id, session, site, work }]
    }),
  )
  return { ...problem, pins: [...problem.pins, ...pins] }
}

async function leastOf(model: Model, costs: LevelCosts, lp: Lp = model.lp): Promise<number | string> {
  const answer = await HIGHS.solve(new Frozen(lp).withCosts(costs), EXACT)
  return 'point' in answer ? levelValue(costs, answer.point) : answer.status
}

function same(a: number | string, b: number | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a))
}

describe('the programme without what is decided', () => {
  it(
    'has the same best value of every level, or is impossible as before',
    async () => {
      let decided = 0
      const property = fc.asyncProperty(documents(SIZE), fc.nat(), async (document, seed) => {
        const { model, reduced } = programmeOf(pinnedByChance(problemOf(document), seed))
        decided += model.lp.columns - reduced.lp.columns
        for (const [rank, costs] of model.levels.entries()) {
          const own = reduced.levels[rank]
          const [before, after] = [await leastOf(model, costs), own && (await leastOf(reduced, own))]
          expect(same(before, after ?? 'left out'), `${costs.level}: ${before}, and ${after} without`).toBe(true)
        }
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      expect(decided).toBeGreaterThan(20 * CASES)
    },
    PATIENCE,
  )

  it(
    'tells a point by the columns of the draft, decided ones too, and the whole programme is kept by it',
    async () => {
      const property = fc.asyncProperty(documents(SIZE), fc.nat(), async (document, seed) => {
        const { draft, model, reduced } = programmeOf(pinnedByChance(problemOf(document), seed))
        const [rank, costs] = [...reduced.levels.entries()].at(-1) ?? []
        fc.pre(rank !== undefined && costs !== undefined)
        const answer = await HIGHS.solve(new Frozen(reduced.lp).withCosts(costs), EXACT)
        fc.pre('point' in answer)
        const read = readingOf(reduced, answer.point)
        const [lower, upper] = [model.lp.lower.slice(), model.lp.upper.slice()]
        // Contacts that wait are where their equations put them; everything that somebody decides is held.
        for (const { column } of draft.placements) {
          const j = model.columnOf[column] ?? -1
          if (j >= 0) lower[j] = upper[j] = Math.round(read(column))
          else expect(read(column)).toBe(0)
        }
        const level = model.levels[rank]
        const held = level && (await leastOf(model, level, { ...model.lp, lower, upper }))
        expect(same(held ?? 'left out', levelValue(costs, answer.point))).toBe(true)
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
    },
    PATIENCE,
  )

  it('has nobody left to place where every session of a rota is pinned, and gives that rota back', async () => {
    const problem = problemOf(shortWeek())
    const { rota } = await rotaOf(problem)
    const pins = problem.people.flatMap(({ id }) =>
      problem.horizon.sessions.map(({ index }) => {
        const at = rota.assignments.find((a) => a.person === id && a.session === index)
        return { person: id, session: index, site: at?.site ?? null, work: at?.work ?? ('off' as const) }
      }),
    )
    const { draft, model, reduced } = programmeOf({ ...problem, pins })
    expect(hasWhole(model.lp)).toBe(true)
    expect(draft.placements.filter(({ column }) => (reduced.columnOf[column] ?? -1) >= 0)).toEqual([])
    const placed = rota.assignments.filter((a) => !isCounted(a.work)).map(({ remote, ...a }) => a)
    const read = decode(draft, readingOf(reduced, new Float64Array(reduced.lp.columns)))
    expect(read.assignments.filter((a) => !isCounted(a.work)).map(({ remote, ...a }) => a)).toEqual(placed)
  })

  it('is the very same programme where nothing is left to decide in advance', () => {
    const { reduced } = programmeOf(problemOf(shortWeek()))
    expect(presolved(reduced)).toBe(reduced)
  })

  it('stays impossible where a pin stands against leave', async () => {
    const [first, ...others] = shortWeek().people
    const away = { ...first, away: [{ from: '2026-11-30', to: '2026-11-30' }] } as typeof first & object
    const pins = [{ person: away.id, date: '2026-11-30', part: 'am', site: away.home, work: 'clinic' }]
    const { reduced } = programmeOf(problemOf(shortWeek({ people: [away, ...others], pins })))
    expect((await HIGHS.solve(reduced.lp, EXACT)).status).toBe('infeasible')
  })
})
