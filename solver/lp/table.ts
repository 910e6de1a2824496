/** A small programme written by hand, for self-tests, tests and experiments. solver/model/draft.ts builds large ones. */
import type { Lp } from './lp.ts'

export interface TableColumn {
  /** Default 0. */
  readonly cost?: number
  /** Default 0; -Infinity for no bound. */
  readonly lower?: number
  /** Default no bound. */
  readonly upper?: number
  readonly whole?: boolean
}

export interface TableRow {
  /** Coefficient of each column by index; holes and zeros are omitted. */
  readonly of: readonly number[] | Readonly<Record<number, number>>
  readonly atLeast?: number
  readonly atMost?: number
}

export interface Table {
  readonly columns: readonly TableColumn[]
  readonly rows?: readonly TableRow[]
  readonly offset?: number
}

export function programme({ columns, rows = [], offset = 0 }: Table): Lp {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    for (const [j, value] of Object.entries(row.of)) {
      if (value === 0) continue
      indices.push(Number(j))
      values.push(value)
    }
    starts.push(indices.length)
  }
  return {
    columns: columns.length,
    rows: rows.length,
    offset,
    cost: Float64Array.from(columns, (c) => c.cost ?? 0),
    lower: Float64Array.from(columns, (c) => c.lower ?? 0),
    upper: Float64Array.from(columns, (c) => c.upper ?? Infinity),
    whole: Uint8Array.from(columns, (c) => (c.whole ? 1 : 0)),
    rowLower: Float64Array.from(rows, (r) => r.atLeast ?? -Infinity),
    rowUpper: Float64Array.from(rows, (r) => r.atMost ?? Infinity),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
