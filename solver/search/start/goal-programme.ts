/**
 * Goal programming: all levels in one LP, each as near to its bound as possible, earlier ones first (Charnes and Cooper 1961). It finds
 * rotas and proves nothing; bounds come from each level's own relaxation (relaxation.ts).
 */
import { withRows } from '../../lp/edit.ts'
import { type Lp, relaxationOf } from '../../lp/lp.ts'
import type { Model } from '../../model/elastic.ts'
import { levelValue } from '../tolerances.ts'

/** A level's goal: its bound, how far above it is equally good, and how far above it is still good enough. */
export interface Goal {
  readonly bound: number
  readonly allowed: number
  readonly enough: number
}

/** Price of a level's excess over its bound up to its goal, as a share of the price beyond the goal. */
const WITHIN = 0.02
/** How much costlier a level is beyond good enough. */
const TOO_MUCH = 6

/**
 * The relaxation with two more columns and rows for each level: its deviations from the goal and from good enough; the deviations from the
 * goals come first. `priority`: how much more a level's deviation costs than the next level's, each relative to what is allowed.
 */
export function goalProgramme(model: Model, goals: readonly Goal[], priority: number): Lp {
  const lp = relaxationOf(model.lp)
  const cost = [...lp.cost]
  const prices = goals.map(({ allowed }, rank) => priority ** (goals.length - 1 - rank) / allowed)
  model.levels.forEach((level, rank) => {
    level.columns.forEach((j, k) => {
      cost[j] = (cost[j] ?? 0) + WITHIN * (prices[rank] ?? 0) * (level.costs[k] ?? 0)
    })
  })
  const columns = lp.columns + 2 * goals.length
  const more = (values: Float64Array, each: number) =>
    Float64Array.from([...values, ...Array(2 * goals.length).fill(each)])
  const wider: Lp = {
    ...lp,
    columns,
    cost: Float64Array.from([...cost, ...prices, ...prices.map((price) => (TOO_MUCH - 1) * price)]),
    lower: more(lp.lower, 0),
    upper: more(lp.upper, Number.POSITIVE_INFINITY),
    whole: new Uint8Array(columns),
  }
  const rows = limitsOf(goals).map(([rank, most], k) => {
    const level = model.levels[rank]
    const { allowed = 1 } = goals[rank] ?? {}
    return {
      indices: [...(level?.columns ?? []), lp.columns + k],
      values: [...(level?.costs ?? []).map((c) => c / allowed), -1 / allowed],
      lower: Number.NEGATIVE_INFINITY,
      upper: (most - (level?.settled ?? 0)) / allowed,
    }
  })
  return withRows(wider, rows)
}

/** Extends a point of the model to one of the goal programme. */
export function goalPoint(model: Model, goals: readonly Goal[], point: Float64Array): Float64Array {
  const values = model.levels.map((level) => levelValue(level, point))
  const beyond = limitsOf(goals).map(([rank, most]) => Math.max(0, (values[rank] ?? 0) - most))
  return Float64Array.from([...point, ...beyond])
}

/** By deviation column: the rank of its level, and the value above which it counts. */
function limitsOf(goals: readonly Goal[]): (readonly [rank: number, most: number])[] {
  return [
    ...goals.map(({ bound, allowed }, rank) => [rank, bound + allowed] as const),
    ...goals.map(({ bound, enough }, rank) => [rank, bound + enough] as const),
  ]
}
