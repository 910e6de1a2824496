/** A lower bound that anybody can check: no trust in the engine that found the duals is needed. */
import type { Lp } from './lp.ts'

/** Reduced costs smaller than this, relative to the column's cost, count as zero. */
const ZERO = 1e-7

/**
 * The least that cost·x + offset can be, by weak duality, for ANY row duals `y` (sign: dearer by y when the row's bound
 * rises by one). -Infinity where y proves nothing.
 */
export function dualBound(lp: Lp, y: Float64Array): number {
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
  for (let j = 0; j < lp.columns; j++) {
    const [lower, upper] = [lp.lower[j] ?? 0, lp.upper[j] ?? 0]
    const zero = ZERO * (1 + Math.abs(lp.cost[j] ?? 0))
    bound += atBest(usable(reduced[j] ?? 0, [lower, upper], zero), lower, upper)
  }
  return Number.isNaN(bound) ? -Infinity : bound
}

/** A price of rounding noise on a side without a bound would prove -Infinity: it counts as zero there. */
function usable(price: number, [lower, upper]: readonly [number, number], zero: number): number {
  const side = price > 0 ? lower : upper
  return Math.abs(price) <= zero && !Number.isFinite(side) ? 0 : price
}

function atBest(price: number, lower: number, upper: number): number {
  if (price === 0) return 0
  return price > 0 ? price * lower : price * upper
}
