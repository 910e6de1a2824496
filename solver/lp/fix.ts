/** Programmes in which some columns are decided already. */
import type { Lp } from './lp.ts'

/** The given columns held where the point has them. */
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

/** The whole columns of a programme. */
export function wholeColumns(lp: Lp): number[] {
  return [...lp.whole.keys()].filter((j) => lp.whole[j] === 1)
}
