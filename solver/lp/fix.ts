/** Programmes with some columns fixed. */
import type { Lp } from './lp.ts'
import { indices } from './spaces.ts'

/** Fixes the given columns at the point's values. */
export function fix(lp: Lp, point: Float64Array, columns: readonly number[]): Lp {
  const lower = Float64Array.from(lp.lower)
  const upper = Float64Array.from(lp.upper)
  for (const j of columns) {
    const value = point[j] ?? 0
    lower[j] = upper[j] =
      lp.whole[j] === 1 ? Math.round(value) : Math.min(Math.max(value, lp.lower[j] ?? 0), lp.upper[j] ?? 0)
  }
  return { ...lp, lower, upper }
}

/** The integer columns of a programme. */
export function wholeColumns<C extends number = number>(lp: Lp): C[] {
  return indices<C>(lp.columns).filter((j) => lp.whole[j] === 1)
}
