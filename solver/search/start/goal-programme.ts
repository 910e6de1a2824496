/**
 * All levels in one programme: each as near to what can be hoped for as may be, the earlier ones first. It is a way to find a
 * rota, never a way to prove one: bounds come from each level by itself (relaxation.ts).
 */
import { withRows } from '../../lp/edit.ts'
import { type Lp, relaxation } from '../../lp/lp.ts'
import type { Model } from '../../model/elastic.ts'
import { levelValue } from '../tolerances.ts'

/** What a level aims at: its bound, by how much more is as good, and by how much more is still good enough. */
export interface Aim {
  readonly bound: number
  readonly allowed: number
  readonly enough: number
}

/** What counts within the aim, as a share of what counts beyond it. */
const WITHIN = 0.02
/** How much dearer it is to be worse than good enough. */
const TOO_MUCH = 6

/**
 * The relaxation with two more columns and rows for each level: by how much it goes beyond its aim, and beyond what is good enough.
 * First those of all levels beyond their aims. `priority`: how much dearer it is to miss a level than to miss the next by as much
 * of what is allowed.
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
  const columns = lp.columns + 2 * aims.length
  const more = (values: Float64Array, each: number) =>
    Float64Array.from([...values, ...Array(2 * aims.length).fill(each)])
  const wider: Lp = {
    ...lp,
    columns,
    cost: Float64Array.from([...cost, ...prices, ...prices.map((price) => (TOO_MUCH - 1) * price)]),
    lower: more(lp.lower, 0),
    upper: more(lp.upper, Number.POSITIVE_INFINITY),
    whole: new Uint8Array(columns),
  }
  const rows = limitsOf(aims).map(([rank, most], k) => {
    const level = model.levels[rank]
    const { allowed = 1 } = aims[rank] ?? {}
    return {
      indices: [...(level?.columns ?? []), lp.columns + k],
      values: [...(level?.costs ?? []).map((c) => c / allowed), -1 / allowed],
      lower: Number.NEGATIVE_INFINITY,
      upper: (most - (level?.settled ?? 0)) / allowed,
    }
  })
  return withRows(wider, rows)
}

/** A point of the model as one of the programme that aims. */
export function aimedPoint(model: Model, aims: readonly Aim[], point: Float64Array): Float64Array {
  const values = model.levels.map((level) => levelValue(level, point))
  const beyond = limitsOf(aims).map(([rank, most]) => Math.max(0, (values[rank] ?? 0) - most))
  return Float64Array.from([...point, ...beyond])
}

/** In the order of the further columns: the rank of a level, and the value from which on the column counts. */
function limitsOf(aims: readonly Aim[]): (readonly [rank: number, most: number])[] {
  return [
    ...aims.map(({ bound, allowed }, rank) => [rank, bound + allowed] as const),
    ...aims.map(({ bound, enough }, rank) => [rank, bound + enough] as const),
  ]
}
