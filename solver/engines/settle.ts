/** What becomes of a point before it leaves an engine: whole columns made exactly whole, then every row and bound judged. */
import type { Lp } from '../lp/lp.ts'
import { holds, residuals, TOLERANCE } from '../lp/residuals.ts'

export interface Settled {
  readonly point: Float64Array
  /** Computed from the point, not taken from the engine. */
  readonly objective: number
}

/** Null where the point does not keep the programme, rounded or not. */
export function settle(lp: Lp, point: Float64Array): Settled | null {
  const tidy = rounded(lp, point)
  const found = residuals(lp, tidy)
  return holds(found) ? { point: tidy, objective: found.objective } : null
}

/** Only noise is rounded: half a person stays half a person, and is refused. */
function rounded(lp: Lp, point: Float64Array): Float64Array {
  return point.map((x, j) => {
    const value = lp.whole[j] === 1 && Math.abs(x - Math.round(x)) <= TOLERANCE.whole ? Math.round(x) : x
    const [lower, upper] = [lp.lower[j] ?? value, lp.upper[j] ?? value]
    if (value < lower && lower - value <= TOLERANCE.bound) return lower
    if (value > upper && value - upper <= TOLERANCE.bound) return upper
    return value + 0 // no negative nought
  })
}
