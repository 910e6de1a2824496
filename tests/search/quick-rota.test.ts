/** The first rota of a week, out of the relaxation of all levels at once, and the bounds that follow it. */
import { describe, expect, it } from 'vitest'
import { wholeColumns } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import type { HeuristicRun } from '../../solver/search/heuristic.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { lastBounds } from '../../solver/search/last-bounds.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { allLevels } from '../../solver/search/start/all-levels.ts'
import { standingOf } from '../../solver/search/start/good-enough.ts'
import { ALL_LEVELS, quickRota } from '../../solver/search/start/quick-rota.ts'
import { TimeLimit } from '../../solver/search/time-limit.ts'
import { EXACT, levelValue } from '../../solver/search/tolerances.ts'
import { HIGHS } from '../solved-week.ts'
import { LIMITS, week } from './goal-week.ts'

const { model, draft } = week
const asked = { gap: 0.01, floors: new Map(model.levels.map(({ level }) => [level, 10])) }

/** A search over the week, its time limit stopped if asked. */
function searching({ isStopped = false } = {}) {
  const runs: HeuristicRun[] = []
  const relaxation = new Relaxation(model, HIGHS)
  const incumbent = new Incumbent({ onHeuristic: (run) => runs.push(run) }, () => 0, asked)
  const stop = Int32Array.of(isStopped ? 1 : 0)
  const time = new TimeLimit({ seconds: 60, elapsed: () => 0, stop })
  return { runs, search: { engine: HIGHS, seed: 1, asked, time, relaxation, incumbent } }
}

describe('a quick rota', async () => {
  const { runs, search } = searching()
  const { relaxation, incumbent } = search
  const before = { lower: relaxation.session.lp.lower.slice(), upper: relaxation.session.lp.upper.slice() }
  for (const costs of model.levels) incumbent.relaxed(costs, 0)
  const task = { model, draft, search, limits: () => LIMITS, isOver: () => false }
  const isRelaxed = await incumbent.run(ALL_LEVELS, task)
  await quickRota(task)
  const { point = new Float64Array(model.lp.columns) } = incumbent
  const released = { lower: relaxation.session.lp.lower.slice(), upper: relaxation.session.lp.upper.slice() }
  await lastBounds(model, search)

  it('keeps every row, with whole sessions, and is the incumbent', () => {
    expect(isRelaxed).toBe(true)
    expect(runs.map(({ name }) => name)).toEqual(['all levels at once', 'quick dive'])
    expect(holds(residuals(model.lp, point))).toBe(true)
    for (const j of wholeColumns(model.lp)) expect(point[j]).toBeCloseTo(Math.round(point[j] ?? 0), 6)
  })

  it('leaves the relaxation of the levels as it was', () => {
    expect(released).toEqual(before)
  })

  it('is within a tenth of what is proven of every level held exactly', () => {
    for (const [rank, costs] of model.levels.entries()) {
      if (!EXACT.includes(costs.level)) continue
      const { bound } = relaxation.known(rank)
      expect(levelValue(costs, point), costs.level).toBeLessThanOrEqual(bound + 0.1 * Math.max(bound, 10))
    }
  })

  it('is far where it misses its bounds by more than three gaps, and enough where the gap is wide', async () => {
    const limits = () => LIMITS
    expect(await standingOf(point, model, { relaxation, limits, asked: { ...asked, gap: 1e-9 } })).toBe('far')
    expect(await standingOf(point, model, { relaxation, limits, asked: { ...asked, gap: 0.9 } })).toBe('enough')
    relaxation.close()
  })
})

it('all levels at once have each level outweigh the next by as much as its unit says', () => {
  const cost = allLevels(model, asked)
  const [first, second] = model.levels
  const own = (level: typeof first) => {
    const k =
      level?.columns.findIndex((j) => model.levels.filter(({ columns }) => columns.includes(j)).length === 1) ?? 0
    return (cost[level?.columns[k] ?? 0] ?? 0) / (level?.costs[k] ?? 1)
  }
  expect(own(first) / own(second)).toBeCloseTo(20, 6)
})

describe('when the end comes before any level was solved', () => {
  it('every level gets a bound all the same, after a stop too', async () => {
    const { search } = searching({ isStopped: true })
    await lastBounds(model, search)
    const bounds = model.levels.map((_, rank) => search.relaxation.known(rank))
    expect(bounds.every(({ point }) => point !== undefined)).toBe(true)
    expect(Math.max(...bounds.map(({ bound }) => bound))).toBeGreaterThan(0)
    search.relaxation.close()
  })

  it('what is known already is not solved again', async () => {
    const { search } = searching()
    await search.relaxation.solve(0, [], LIMITS)
    const { point } = search.relaxation.known(0)
    await lastBounds(model, search)
    expect(search.relaxation.known(0).point).toBe(point)
    search.relaxation.close()
  })
})
