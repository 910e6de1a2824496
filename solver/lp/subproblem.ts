/** A part of a programme: some of its columns, all others held where a point has them. */
import type { Lp } from './lp.ts'

export interface Subproblem {
  /** Its rows are those that contain its columns; the cost of the others is in its offset. */
  readonly lp: Lp
  /** By column of the part: the programme's own; and by row. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

/**
 * The part of a programme that these columns are. `point` keeps the programme's rows; what of it lies in the part
 * keeps those of the part, however the rounding of an engine has left it.
 */
export function subproblemOf(lp: Lp, columns: readonly number[], point: Float64Array): Subproblem {
  if (columns.length === lp.columns && columns.every((j, k) => j === k))
    return { lp, columns, rows: [...Array(lp.rows).keys()] }
  const of = new Int32Array(lp.columns).fill(-1)
  for (const [k, j] of columns.entries()) of[j] = k
  const [indices, values, starts]: [number[], number[], number[]] = [[], [], [0]]
  const [rows, rowLower, rowUpper]: [number[], number[], number[]] = [[], [], []]
  for (let r = 0; r < lp.rows; r++) {
    const before = indices.length
    let [own, held] = [0, 0]
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      const [value, at, k] = [lp.values[e] ?? 0, point[j] ?? 0, of[j] ?? -1]
      if (k < 0) held += value * at
      else {
        own += value * at
        indices.push(k)
        values.push(value)
      }
    }
    if (indices.length === before) continue
    rows.push(r)
    starts.push(indices.length)
    rowLower.push(Math.min((lp.rowLower[r] ?? 0) - held, own))
    rowUpper.push(Math.max((lp.rowUpper[r] ?? 0) - held, own))
  }
  const picked = (all: Float64Array) => Float64Array.from(columns, (j) => all[j] ?? 0)
  const offset = lp.cost.reduce((sum, cost, j) => ((of[j] ?? -1) < 0 ? sum + cost * (point[j] ?? 0) : sum), lp.offset)
  return {
    columns,
    rows,
    lp: {
      columns: columns.length,
      rows: rows.length,
      offset,
      cost: picked(lp.cost),
      lower: picked(lp.lower),
      upper: picked(lp.upper),
      whole: Uint8Array.from(columns, (j) => lp.whole[j] ?? 0),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}

/** The same without the rows from `first` to before `end` that stand over columns of several parts; by column: its part, or −1. */
export function withoutRowsAcross(lp: Lp, [first, end]: readonly [number, number], partOfColumn: Int32Array): Lp {
  const [rowLower, rowUpper] = [lp.rowLower.slice(), lp.rowUpper.slice()]
  for (let r = first; r < end; r++) {
    const parts = new Set([...lp.indices.subarray(lp.starts[r], lp.starts[r + 1])].map((j) => partOfColumn[j] ?? -1))
    parts.delete(-1)
    if (parts.size > 1) [rowLower[r], rowUpper[r]] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  }
  return { ...lp, rowLower, rowUpper }
}

/** The whole point, with this one of the part in its place. */
export function withSubproblem(point: Float64Array, part: Subproblem, own: Float64Array): Float64Array {
  const all = point.slice()
  for (const [k, j] of part.columns.entries()) all[j] = own[k] ?? 0
  return all
}
