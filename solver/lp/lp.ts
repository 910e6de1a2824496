/** A linear programme as plain data: minimise cost·x + offset, with lower and upper bounds on rows and columns. */

export interface Lp {
  /** Number of columns and rows. */
  readonly columns: number
  readonly rows: number
  readonly offset: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 if a column is integer. */
  readonly whole: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Sparse matrix in row-wise (CSR) form: row r has entries starts[r] … starts[r + 1] − 1. */
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** The LP relaxation: the same programme without integrality. */
export function relaxationOf(lp: Lp): Lp {
  return { ...lp, whole: new Uint8Array(lp.columns) }
}

/** Integrality tolerance of engines. */
const WHOLE_TOLERANCE = 1e-3

/** Integer columns that are fractional at this point. */
export function fractionalColumns(lp: Lp, point: Float64Array): number[] {
  const isFractional = (j: number) => Math.abs((point[j] ?? 0) - Math.round(point[j] ?? 0)) > WHOLE_TOLERANCE
  return [...lp.whole.keys()].filter((j) => lp.whole[j] === 1 && isFractional(j))
}

export function hasWhole(lp: Lp): boolean {
  return lp.whole.some((w) => w === 1)
}
