/** A sparse sum of columns with a right-hand side, reusable: entries are added and cleared many times. */
export class Sum {
  /** Columns touched since the last clearing. */
  readonly touched: number[] = []
  side = 0
  readonly #values: Float64Array
  readonly #isTouched: Uint8Array

  constructor(columns: number) {
    this.#values = new Float64Array(columns)
    this.#isTouched = new Uint8Array(columns)
  }

  at(column: number): number {
    return this.#values[column] ?? 0
  }

  add(column: number, value: number): void {
    if (this.#isTouched[column] === 0) {
      this.#isTouched[column] = 1
      this.touched.push(column)
    }
    this.#values[column] = this.at(column) + value
  }

  /** Sets the coefficient to exactly 0, discarding rounding errors. */
  drop(column: number): void {
    this.#values[column] = 0
  }

  clear(): void {
    for (const column of this.touched) {
      this.#values[column] = 0
      this.#isTouched[column] = 0
    }
    this.touched.length = 0
    this.side = 0
  }
}
