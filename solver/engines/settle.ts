/** Cleans up a point before it leaves an engine: makes integer columns exactly integral, then checks every row and bound. */
import type { Lp } from '../lp/lp.ts'
import { holds, residuals, TOLERANCE } from '../lp/residuals.ts'

export interface Settled {
  readonly point: Float64Array
  /** Computed from the point, not taken from the engine. */
  readonly objective: number
}

/**
 * Null if the point is infeasible both as it is and rounded. Values beyond a bound by noise are put on the bound unless that violates a
 * row: a large coefficient can make noise matter.
 */
export function settle(lp: Lp, point: Float64Array): Settled | null {
  for (const isBound of [true, false]) {
    const tidy = rounded(lp, point, isBound)
    const found = residuals(lp, tidy)
    if (holds(found)) return { point: tidy, objective: found.objective }
  }
  return null
}

/** Rounds noise only; fractional values stay and are rejected. `isBound`: also to bounds. */
function rounded(lp: Lp, point: Float64Array, isBound: boolean): Float64Array {
  return point.map((x, j) => {
    const value = lp.whole[j] === 1 && Math.abs(x - Math.round(x)) <= TOLERANCE.whole ? Math.round(x) : x
    if (!isBound) return value + 0
    const [lower, upper] = [lp.lower[j] ?? value, lp.upper[j] ?? value]
    if (value < lower && lower - value <= TOLERANCE.bound) return lower
    if (value > upper && value - upper <= TOLERANCE.bound) return upper
    return value + 0 // no negative zero
  })
}
