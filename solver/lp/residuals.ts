/** How much a point violates the rows, bounds and integrality of a programme. */
import type { Lp } from './lp.ts'

export interface Residuals {
  /** Largest violation of any column bound or row, and largest distance from an integer. */
  readonly bound: number
  readonly row: number
  readonly whole: number
  readonly objective: number
  /** True if a value is not a finite number. */
  readonly broken: boolean
}

/** Absolute tolerances; the model is scaled to near 1. */
export const TOLERANCE = { bound: 1e-6, row: 1e-6, whole: 1e-5 } as const

export function residuals(lp: Lp, point: Float64Array): Residuals {
  let bound = 0
  let whole = 0
  let objective = lp.offset
  let broken = point.length !== lp.columns
  for (let j = 0; j < lp.columns; j++) {
    const x = point[j] ?? Number.NaN
    if (!Number.isFinite(x)) broken = true
    bound = Math.max(bound, (lp.lower[j] ?? 0) - x, x - (lp.upper[j] ?? 0))
    if (lp.whole[j] === 1) whole = Math.max(whole, Math.abs(x - Math.round(x)))
    objective += (lp.cost[j] ?? 0) * x
  }
  return { bound, row: worstRow(lp, point), whole, objective, broken }
}

function worstRow(lp: Lp, point: Float64Array): number {
  let worst = 0
  for (let r = 0; r < lp.rows; r++) {
    let activity = 0
    let size = 1
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const term = (lp.values[e] ?? 0) * (point[lp.indices[e] ?? 0] ?? 0)
      activity += term
      size = Math.max(size, Math.abs(term))
    }
    // Relative to the largest term, so that rows in pounds and rows in sessions are judged alike.
    worst = Math.max(worst, ((lp.rowLower[r] ?? 0) - activity) / size, (activity - (lp.rowUpper[r] ?? 0)) / size)
  }
  return worst
}

/** Whether the point is feasible within tolerance. */
export function holds(r: Residuals): boolean {
  return !r.broken && r.bound <= TOLERANCE.bound && r.row <= TOLERANCE.row && r.whole <= TOLERANCE.whole
}
