/**
 * What the rows of a programme already say of single columns: bounds as tight as each row by itself makes them, row after row
 * until none says anything more (bound propagation, as every presolve does it).
 */
import type { Lp } from './lp.ts'

export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** An integer column comes this close to the next integer by rounding alone. */
const WHOLE = 1e-6
/** Two bounds nearer than this are one value. */
const SAME = 1e-9

/**
 * The same points keep the programme within these bounds. Whole columns get every bound that a row implies; fractions only
 * those that decide them, or that a row over nothing else open states outright. Where a row cannot be kept at all, bounds
 * stay as they were: it is left to whoever reads the rows.
 */
export function propagated(lp: Lp): Bounds {
  return new Propagation(lp).run()
}

class Propagation {
  readonly #lp: Lp
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  readonly #rowsOf: readonly (readonly number[])[]
  readonly #waiting: number[]
  readonly #isWaiting: Uint8Array

  constructor(lp: Lp) {
    this.#lp = lp
    this.#lower = lp.lower.slice()
    this.#upper = lp.upper.slice()
    this.#rowsOf = rowsByColumn(lp)
    this.#waiting = [...Array(lp.rows).keys()]
    this.#isWaiting = new Uint8Array(lp.rows).fill(1)
  }

  run(): Bounds {
    for (let k = 0; k < this.#waiting.length; k++) {
      const row = this.#waiting[k] ?? 0
      this.#isWaiting[row] = 0
      this.#propagate(row)
    }
    return { lower: this.#lower, upper: this.#upper }
  }

  #propagate(row: number): void {
    const { starts, indices, values, rowLower, rowUpper } = this.#lp
    let [least, most, open] = [0, 0, 0]
    const [first, end] = [starts[row] ?? 0, starts[row + 1] ?? 0]
    for (let e = first; e < end; e++) {
      const [low, high] = this.#range(indices[e] ?? 0, values[e] ?? 0)
      least += low
      most += high
      if (low !== high) open += 1
    }
    if (open === 0 || !Number.isFinite(least) || !Number.isFinite(most)) return
    const above = (rowUpper[row] ?? 0) - least
    const below = most - (rowLower[row] ?? 0)
    if (above < -SAME || below < -SAME) return
    for (let e = first; e < end; e++) {
      const [j, value] = [indices[e] ?? 0, values[e] ?? 0]
      const [low, high] = this.#range(j, value)
      if (value === 0 || low === high) continue
      // By so much at most the column may go beyond its lowest term, and stay behind its highest.
      const [up, down] = [Math.max(0, above), Math.max(0, below)]
      if (high - low > up) this.#bind(j, value, low + up, open === 1)
      if (high - low > down) this.#bind(j, -value, -(high - down), open === 1)
    }
  }

  /** The column's term is at most `most`. A term of a negative value bounds its column from below. */
  #bind(j: number, value: number, most: number, isAlone: boolean): void {
    const [lower, upper] = [this.#lower[j] ?? 0, this.#upper[j] ?? 0]
    const isWhole = this.#lp.whole[j] === 1
    if (value > 0) {
      const bound = isWhole ? Math.floor(most / value + WHOLE) : most / value
      const next = bound - lower < SAME ? lower : bound
      if (upper - next > SAME && (isWhole || isAlone || next === lower)) this.#set(j, this.#upper, next)
    } else {
      const bound = isWhole ? Math.ceil(most / value - WHOLE) : most / value
      const next = upper - bound < SAME ? upper : bound
      if (next - lower > SAME && (isWhole || isAlone || next === upper)) this.#set(j, this.#lower, next)
    }
  }

  #set(j: number, side: Float64Array, bound: number): void {
    side[j] = bound
    for (const row of this.#rowsOf[j] ?? []) {
      if (this.#isWaiting[row] === 1) continue
      this.#isWaiting[row] = 1
      this.#waiting.push(row)
    }
  }

  /** The least and the most that a column adds to a row. */
  #range(j: number, value: number): readonly [number, number] {
    const [a, b] = [value * (this.#lower[j] ?? 0), value * (this.#upper[j] ?? 0)]
    return a < b ? [a, b] : [b, a]
  }
}

function rowsByColumn({ columns, rows, starts, indices }: Lp): number[][] {
  const rowsOf: number[][] = Array.from({ length: columns }, () => [])
  for (let r = 0; r < rows; r++)
    for (let e = starts[r] ?? 0; e < (starts[r + 1] ?? 0); e++) rowsOf[indices[e] ?? 0]?.push(r)
  return rowsOf
}
