/** What a greedy rota misses of safety is mended by moving sessions, and nothing that may never be is done for it. */
import { describe, expect, it } from 'vitest'
import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { build } from '../../solver/model/build.ts'
import { columnIn } from '../../solver/model/elastic.ts'
import { presolved } from '../../solver/model/presolve.ts'
import { RULES } from '../../solver/rules/index.ts'
import { allLevels } from '../../solver/search/start/all-levels.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { repaired } from '../../solver/search/start/repair.ts'
import { levelValue } from '../../solver/search/tolerances.ts'
import { HIGHS, problemOf } from '../solved-week.ts'
import { practicesTogether } from './practices-together.ts'

const problem = problemOf(practicesTogether(2))
const rules = RULES.filter((rule) => isInForce(rule, problem))
const { draft, model: whole } = build(problem, rules)
const model = presolved(whole)
const cost = allLevels(model, { floors: new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)])) })
const greedy = placePeople(draft)

/** Safety of the best rota with these placements; none where they break a hard rule. */
async function safetyOf(taken: ReadonlySet<number>): Promise<number | undefined> {
  const point = await completeStart(model, draft, taken, { engine: HIGHS, seed: 1, seconds: 40, cost })
  const safety = model.levels.find(({ level }) => level === 'safety')
  if (safety === undefined) throw new Error('the week has rules of safety')
  return point && levelValue(safety, point)
}

/** Without whoever holds the duty, in all sessions. */
const undone = new Set(
  [...greedy].filter((column) => draft.placements.find((p) => p.column === column)?.work !== 'duty'),
)

describe('placements that miss duty and cover', () => {
  it('are mended, and can still be completed', async () => {
    const [before, after] = [await safetyOf(undone), await safetyOf(repaired(model, draft, { taken: undone, cost }))]
    expect(before).toBeGreaterThan(5)
    expect(after).toBeLessThan(0.2 * (before ?? 0))
  })

  it('are mended the same way each time, and not again', () => {
    const once = repaired(model, draft, { taken: undone, cost })
    expect([...repaired(model, draft, { taken: undone, cost })]).toEqual([...once])
    expect(new Set(repaired(model, draft, { taken: once, cost }))).toEqual(once)
  })

  it('never put anybody in two places at once', () => {
    const taken = repaired(model, draft, { taken: undone, cost })
    const at = draft.placements
      .filter(({ column }) => taken.has(column))
      .map(({ person, session }) => `${person} ${session}`)
    expect(new Set(at).size).toBe(at.length)
  })

  it('are never worse for it: a greedy rota of that week is at least as safe', async () => {
    const [before = 0, after = 0] = [
      await safetyOf(greedy),
      await safetyOf(repaired(model, draft, { taken: greedy, cost })),
    ]
    expect(after).toBeLessThanOrEqual(before + 1e-6)
  })
})

it('a placement that is decided stays where it is', () => {
  const placement = draft.placements.find(({ column, work }) => greedy.has(column) && work === 'duty')
  const j = placement && columnIn(model, placement.column)
  if (placement === undefined || j === undefined) throw new Error('somebody holds a duty')
  // Pinned to a duty that the week does without: everybody else may move, this one may not.
  const lower = model.lp.lower.slice()
  lower[j] = 1
  const pinned = { ...model, lp: { ...model.lp, lower } }
  expect(repaired(pinned, draft, { taken: greedy, cost }).has(placement.column)).toBe(true)
})
