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

/** The same programme without integrality: its linear relaxation. */
export function relaxationOf(lp: Lp): Lp {
  return { ...lp, whole: new Uint8Array(lp.columns) }
}

/** Engines round: anything this close to an integer counts as one. */
const WHOLE_TOLERANCE = 1e-3

/** Columns that must be whole and are not at this point. */
export function fractionalColumns(lp: Lp, point: Float64Array): number[] {
  const isFractional = (j: number) => Math.abs((point[j] ?? 0) - Math.round(point[j] ?? 0)) > WHOLE_TOLERANCE
  return [...lp.whole.keys()].filter((j) => lp.whole[j] === 1 && isFractional(j))
}

export function hasWhole(lp: Lp): boolean {
  return lp.whole.some((w) => w === 1)
}
