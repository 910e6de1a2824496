/**
 * Post-processing of a point before it leaves an engine: integer columns made exactly integral, then every row and
 * bound checked.
 */
import type { Lp } from '../lp/lp.ts'
import { holds, residuals, TOLERANCE } from '../lp/residuals.ts'

export interface Settled {
  readonly point: Float64Array
  /** Computed from the point, not taken from the engine. */
  readonly objective: number
}

/**
 * Null where the point does not keep the programme, rounded or not. What misses a bound by noise is put there, unless that hurts a row:
 * with a large coefficient in it, noise is not noise any more.
 */
export function settle(lp: Lp, point: Float64Array): Settled | null {
  for (const isBound of [true, false]) {
    const tidy = rounded(lp, point, isBound)
    const found = residuals(lp, tidy)
    if (holds(found)) return { point: tidy, objective: found.objective }
  }
  return null
}

/** Only noise is rounded: half a person stays half a person, and is refused. `isBound`: to bounds as well. */
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
