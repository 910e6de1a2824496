/** A subproblem: some columns of a programme, all others fixed at a point's values. */
import type { Lp } from './lp.ts'

export interface Subproblem {
  /** Contains only the rows of its columns; the cost of the fixed columns is in its offset. */
  readonly lp: Lp
  /** By column and by row of the subproblem: the programme's own index. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
}

/**
 * The subproblem of these columns. `point` must be feasible for the programme; right-hand sides are relaxed so that its restriction is
 * feasible for the subproblem despite rounding errors of engines.
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

/**
 * The programme without those rows from `first` to before `end` that span several parts; `partOfColumn` gives each column's part, or −1.
 */
export function withoutRowsAcross(lp: Lp, [first, end]: readonly [number, number], partOfColumn: Int32Array): Lp {
  const [rowLower, rowUpper] = [lp.rowLower.slice(), lp.rowUpper.slice()]
  for (let r = first; r < end; r++) {
    const parts = new Set([...lp.indices.subarray(lp.starts[r], lp.starts[r + 1])].map((j) => partOfColumn[j] ?? -1))
    parts.delete(-1)
    if (parts.size > 1) [rowLower[r], rowUpper[r]] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  }
  return { ...lp, rowLower, rowUpper }
}

/** The full point with the subproblem's columns replaced. */
export function withSubproblem(point: Float64Array, part: Subproblem, own: Float64Array): Float64Array {
  const all = point.slice()
  for (const [k, j] of part.columns.entries()) all[j] = own[k] ?? 0
  return all
}
