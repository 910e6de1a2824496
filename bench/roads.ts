/** Other ways to the same levels, measured for comparison with our own: an engine solves each level in full, in order. */
import type { Answer, Engine, Limits } from '../solver/engines/engine.ts'
import { type Lp, relaxationOf } from '../solver/lp/lp.ts'
import type { LevelCosts, Model } from '../solver/model/elastic.ts'
import { usesInteriorPoint } from '../solver/search/interior-point.ts'
import { Frozen } from '../solver/search/lexicographic.ts'
import { FREEZE_TOLERANCE, levelValue } from '../solver/search/tolerances.ts'
import type { Level } from '../src/breach.ts'

export interface Road {
  readonly engine: Engine
  /** Without integrality: a lower limit for any way. */
  readonly relaxed: boolean
  readonly interior: boolean
  /** Holds one programme open for all levels, each starting from the previous basis; relaxations only. */
  readonly warm?: boolean
  readonly gap: number
  /** Relative tolerance by which a solved level may get worse, for engines that round differently; default: ours. */
  readonly tolerance?: number
  /** Each level's floor, as in our own solve. */
  readonly floorOf: (level: Level) => number
  /** Wall-clock seconds left for all levels. */
  readonly left: () => number
}

export interface Travelled {
  /** Number of levels solved within the gap. */
  readonly solved: number
  readonly levels: number
  /** How the first unsolved level ended: out-of-time, feasible (with its gap) … */
  readonly end: string
  readonly values: readonly number[]
}

/** Engine defaults, no start, no decomposition; won levels are held as in our own solve. */
export async function travel(model: Model, road: Road): Promise<Travelled> {
  const stretch = road.warm === true ? warmly(model, road) : freshly(model, road)
  const values: number[] = []
  const all = model.levels.length
  try {
    for (const costs of model.levels) {
      const answer = await stretch.solve(costs)
      if (answer.status !== 'optimal')
        return { solved: values.length, levels: all, end: endOf(costs.level, answer, road), values }
      const value = levelValue(costs, answer.point)
      values.push(value)
      stretch.freeze(costs, value)
    }
    return { solved: all, levels: all, end: 'done', values }
  } finally {
    stretch.close()
  }
}

/** Steps of a road from one level to the next. */
interface Stretch {
  readonly solve: (costs: LevelCosts) => Promise<Answer>
  readonly freeze: (costs: LevelCosts, value: number) => void
  readonly close: () => void
}

function freshly(model: Model, road: Road): Stretch {
  const frozen = new Frozen(model.lp, road.tolerance)
  return {
    solve: (costs) => {
      const programme = frozen.withCosts(costs)
      return road.engine.solve(road.relaxed ? relaxationOf(programme) : programme, limitsOf(road, costs.level))
    },
    // A level solved at 0 would otherwise be held column by column, which leaves no room for rounding.
    freeze: (costs, value) =>
      frozen.freeze(costs, road.tolerance === undefined ? value : Math.max(value, 2 * FREEZE_TOLERANCE)),
    close: () => {},
  }
}

function warmly(model: Model, road: Road): Stretch {
  const open = road.engine.open?.(relaxationOf(model.lp))
  if (open === undefined) throw new RangeError(`${road.engine.name} holds no programme open.`)
  return {
    solve: (costs) => {
      open.setCosts(costOf(model.lp, costs), costs.settled ?? 0)
      // As in our own solve.
      const interior = usesInteriorPoint(model.lp, costs.level, costs === model.levels[0])
      return open.solve({ ...limitsOf(road, costs.level), interior })
    },
    freeze: (costs, value) => {
      const { settled = 0 } = costs
      if (value - settled > FREEZE_TOLERANCE) {
        const upper = value + FREEZE_TOLERANCE * Math.max(1, value) - settled
        open.addRows([{ indices: costs.columns, values: costs.costs, lower: Number.NEGATIVE_INFINITY, upper }])
        return
      }
      costs.columns.forEach((j, k) => {
        const lower = open.lp.lower[j] ?? 0
        if ((costs.costs[k] ?? 0) > 0) open.setColumnBounds(j, lower, Math.max(0, lower))
      })
    },
    close: () => open.close(),
  }
}

function costOf(lp: Lp, costs: LevelCosts): Float64Array {
  const cost = new Float64Array(lp.columns)
  costs.columns.forEach((j, k) => {
    cost[j] = costs.costs[k] ?? 0
  })
  return cost
}

function limitsOf({ gap, relaxed, interior, left, floorOf }: Road, level: Level): Limits {
  const gaps = relaxed ? { relativeGap: 0, absoluteGap: 0 } : { relativeGap: gap, absoluteGap: gap * floorOf(level) }
  return { seconds: Math.max(0.1, left()), ...gaps, seed: 1, interior }
}

function endOf(level: Level, answer: Answer, { floorOf }: Road): string {
  if (answer.status !== 'feasible') return `${level}: ${answer.status}`
  const gap = (answer.objective - answer.bound) / Math.max(floorOf(level), Math.abs(answer.objective))
  return `${level}: still ${(100 * gap).toFixed(1)}% apart`
}
