/**
 * All levels in one programme: each as near to what can be hoped for as may be, the earlier ones first. It is a way to find a
 * rota, never a way to prove one: bounds come from each level by itself (prospect.ts).
 */
import { withRows } from './lp/edit.ts'
import { type Lp, relaxation } from './lp/lp.ts'
import type { Model } from './relax.ts'
import { levelValue } from './staging.ts'

/** What a level aims at: its bound, and by how much more is as good. */
export interface Aim {
  readonly bound: number
  readonly allowed: number
}

/** What counts within the aim, as a share of what counts beyond it. */
const WITHIN = 0.02

/**
 * The relaxation with one more column and row for each level: by how much it goes beyond its aim. `priority`: how much dearer
 * it is to miss a level than to miss the next by as much of what is allowed.
 */
export function aimed(model: Model, aims: readonly Aim[], priority: number): Lp {
  const lp = relaxation(model.lp)
  const cost = [...lp.cost]
  const prices = aims.map(({ allowed }, rank) => priority ** (aims.length - 1 - rank) / allowed)
  model.levels.forEach((level, rank) => {
    level.columns.forEach((j, k) => {
      cost[j] = (cost[j] ?? 0) + WITHIN * (prices[rank] ?? 0) * (level.costs[k] ?? 0)
    })
  })
  const more = (values: Float64Array, each: number) => Float64Array.from([...values, ...aims.map(() => each)])
  const wider: Lp = {
    ...lp,
    columns: lp.columns + aims.length,
    cost: Float64Array.from([...cost, ...prices]),
    lower: more(lp.lower, 0),
    upper: more(lp.upper, Number.POSITIVE_INFINITY),
    whole: new Uint8Array(lp.columns + aims.length),
  }
  const rows = model.levels.map((level, rank) => {
    const { bound = 0, allowed = 1 } = aims[rank] ?? {}
    return {
      indices: [...level.columns, lp.columns + rank],
      values: [...level.costs.map((c) => c / allowed), -1 / allowed],
      lower: Number.NEGATIVE_INFINITY,
      upper: bound / allowed + 1,
    }
  })
  return withRows(wider, rows)
}

/** A point of the model as one of the programme that aims. */
export function aimedPoint(model: Model, aims: readonly Aim[], point: Float64Array): Float64Array {
  const beyond = model.levels.map((level, rank) => {
    const { bound = 0, allowed = 1 } = aims[rank] ?? {}
    return Math.max(0, levelValue(level, point) - bound - allowed)
  })
  return Float64Array.from([...point, ...beyond])
}
