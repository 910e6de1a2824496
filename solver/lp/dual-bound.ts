/** A lower bound that can be verified without trusting the engine that found the duals. */
import type { Lp } from './lp.ts'

/** Reduced costs smaller than this, relative to the column's cost, count as zero. */
const ZERO = 1e-7

/** An upper limit on a weighted sum of columns, in addition to the programme's rows. Weights are positive. */
export interface SumLimit {
  readonly columns: readonly number[]
  readonly costs: readonly number[]
  readonly most: number
}

/**
 * A lower bound on cost·x + offset by weak duality, for ANY row duals `y` (sign: cost increases by y per unit increase of the row's bound).
 * -Infinity if y proves nothing. The limits' prices are chosen here, one after another, each as high as pays.
 */
export function dualBound(lp: Lp, y: Float64Array, limits: readonly SumLimit[] = []): number {
  const reduced = lp.cost.slice()
  let bound = lp.offset
  for (let r = 0; r < lp.rows; r++) {
    const [lower, upper] = [lp.rowLower[r] ?? 0, lp.rowUpper[r] ?? 0]
    const price = usable(y[r] ?? 0, [lower, upper], ZERO)
    if (price === 0) continue
    bound += atBest(price, lower, upper)
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      reduced[j] = (reduced[j] ?? 0) - price * (lp.values[e] ?? 0)
    }
  }
  for (const limit of limits) bound -= limit.most * priceInto(reduced, limit, lp)
  for (let j = 0; j < lp.columns; j++) {
    const [lower, upper] = [lp.lower[j] ?? 0, lp.upper[j] ?? 0]
    const zero = ZERO * (1 + Math.abs(lp.cost[j] ?? 0))
    bound += atBest(usable(reduced[j] ?? 0, [lower, upper], zero), lower, upper)
  }
  return Number.isNaN(bound) ? -Infinity : bound
}

/** Treats rounding noise as 0 on a side without a bound, where it would make the bound -Infinity. */
function usable(price: number, [lower, upper]: readonly [number, number], zero: number): number {
  const side = price > 0 ? lower : upper
  return Math.abs(price) <= zero && !Number.isFinite(side) ? 0 : price
}

function atBest(price: number, lower: number, upper: number): number {
  if (price === 0) return 0
  return price > 0 ? price * lower : price * upper
}

/**
 * The best dual price of a limit for these reduced costs, which are updated with it. A continuous knapsack: start at the highest price at
 * which any column would be taken, and go down until the columns taken fill the limit.
 */
function priceInto(reduced: Float64Array, { columns, costs, most }: SumLimit, { lower, upper }: Lp): number {
  const worth = (k: number) => -(reduced[columns[k] ?? 0] ?? 0) / (costs[k] ?? 1)
  const taken = [...columns.keys()].filter((k) => worth(k) > 0).sort((a, b) => worth(b) - worth(a))
  let room = most - columns.reduce((sum, j, k) => sum + (costs[k] ?? 0) * (lower[j] ?? 0), 0)
  let price = 0
  for (const k of taken) {
    const j = columns[k] ?? 0
    room -= (costs[k] ?? 0) * ((upper[j] ?? 0) - (lower[j] ?? 0))
    if (room > 0) continue
    price = worth(k)
    break
  }
  for (const [k, j] of columns.entries()) reduced[j] = (reduced[j] ?? 0) + price * (costs[k] ?? 0)
  return price
}
