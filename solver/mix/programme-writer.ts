/** Builds an LP column by column and row by row. */
import { type Row, withRows } from '../lp/edit.ts'
import type { Lp } from '../lp/lp.ts'

export type Term = readonly [column: number, value: number]

export class ProgrammeWriter {
  readonly #cost: number[] = []
  readonly #upper: number[] = []
  readonly #rows: Row[] = []

  /** Adds a column with lower bound 0 and returns its index. */
  column(cost: number, upper = Number.POSITIVE_INFINITY): number {
    this.#upper.push(upper)
    return this.#cost.push(cost) - 1
  }

  atMost(terms: readonly Term[], upper: number): void {
    this.#row(terms, Number.NEGATIVE_INFINITY, upper)
  }

  atLeast(terms: readonly Term[], lower: number): void {
    this.#row(terms, lower, Number.POSITIVE_INFINITY)
  }

  lp(): Lp {
    const columns = this.#cost.length
    const empty: Lp = {
      columns,
      rows: 0,
      offset: 0,
      cost: Float64Array.from(this.#cost),
      lower: new Float64Array(columns),
      upper: Float64Array.from(this.#upper),
      whole: new Uint8Array(columns),
      rowLower: new Float64Array(0),
      rowUpper: new Float64Array(0),
      starts: new Int32Array(1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    }
    return withRows(empty, this.#rows)
  }

  /** Merges repeated columns; a row without columns is dropped. */
  #row(terms: readonly Term[], lower: number, upper: number): void {
    const by = new Map<number, number>()
    for (const [column, value] of terms) by.set(column, (by.get(column) ?? 0) + value)
    if (by.size > 0) this.#rows.push({ indices: [...by.keys()], values: [...by.values()], lower, upper })
  }
}
