/** Programmes derived from other programmes. The original is unchanged; unmodified arrays are shared. */
import type { Lp } from './lp.ts'

/** A row to add: Σ values[k] · x[indices[k]] between lower and upper. */
export interface Row {
  readonly indices: readonly number[] | Int32Array
  readonly values: readonly number[] | Float64Array
  readonly lower: number
  readonly upper: number
}

/** A linear combination of a programme's rows; a valid row itself. */
export interface RowSum {
  readonly rows: readonly number[] | Int32Array
  /** Same length as `rows`. */
  readonly weights: readonly number[] | Float64Array
}

export function withRows(lp: Lp, rows: readonly Row[]): Lp {
  if (rows.length === 0) return lp
  const entries = rows.reduce((sum, row) => sum + row.indices.length, lp.values.length)
  const starts = grown(lp.starts, new Int32Array(lp.starts.length + rows.length))
  const indices = grown(lp.indices, new Int32Array(entries))
  const values = grown(lp.values, new Float64Array(entries))
  const rowLower = grown(lp.rowLower, new Float64Array(lp.rows + rows.length))
  const rowUpper = grown(lp.rowUpper, new Float64Array(lp.rows + rows.length))
  let end = lp.values.length
  for (const [k, row] of rows.entries()) {
    indices.set(row.indices, end)
    values.set(row.values, end)
    end += row.indices.length
    starts[lp.rows + k + 1] = end
    rowLower[lp.rows + k] = row.lower
    rowUpper[lp.rows + k] = row.upper
  }
  return { ...lp, rows: lp.rows + rows.length, starts, indices, values, rowLower, rowUpper }
}

function grown<A extends Int32Array | Float64Array>(from: A, into: A): A {
  into.set(from)
  return into
}

/** Fixes every integer column at the nearest integer to `point`, which leaves an LP. */
export function withWholeFixed(lp: Lp, point: Float64Array): Lp {
  return { ...withKnownFixed(lp, point), whole: new Uint8Array(lp.columns) }
}

/** Fixes integer columns at the values of `point` that are integral and within bounds; NaN and fractions leave a column free. */
export function withKnownFixed(lp: Lp, point: Float64Array): Lp {
  const lower = lp.lower.slice()
  const upper = lp.upper.slice()
  for (let j = 0; j < lp.columns; j++) {
    if (lp.whole[j] !== 1) continue
    const value = Math.round(point[j] ?? Number.NaN)
    const known = Math.abs(value - (point[j] ?? 0)) < 1e-3 && value >= (lower[j] ?? 0) && value <= (upper[j] ?? 0)
    if (known) lower[j] = upper[j] = value
  }
  return { ...lp, lower, upper }
}
