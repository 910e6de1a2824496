/** A linear programme as plain data: minimise cost·x + offset, rows and columns between two bounds each. */

export interface Lp {
  /** Number of columns and rows. */
  readonly columns: number
  readonly rows: number
  readonly offset: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where a column must be whole. */
  readonly whole: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Row-wise sparse matrix: row r holds entries starts[r] … starts[r + 1] − 1. */
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** The same programme without whole columns: its linear relaxation. */
export function relaxation(lp: Lp): Lp {
  return { ...lp, whole: new Uint8Array(lp.columns) }
}

/** What is farther from a whole number than engines round is in halves. */
const HALF = 1e-3

/** Whole columns that the point has in halves. */
export function halvesOf(lp: Lp, point: Float64Array): number[] {
  const isHalf = (j: number) => Math.abs((point[j] ?? 0) - Math.round(point[j] ?? 0)) > HALF
  return [...lp.whole.keys()].filter((j) => lp.whole[j] === 1 && isHalf(j))
}

export function hasWhole(lp: Lp): boolean {
  return lp.whole.some((w) => w === 1)
}
