/** Bound propagation, as in every presolve: tightens column bounds from each row by itself, row after row, until nothing changes. */
import type { Lp } from './lp.ts'

export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** Tolerance when rounding an integer column's bound. */
const WHOLE = 1e-6
/** Bounds closer than this are equal. */
const SAME = 1e-9

/**
 * Bounds within which exactly the same points are feasible. Integer columns get every bound that a row implies;
 * continuous columns only bounds that fix them, or that come from a row with no other open column. A row that cannot
 * be satisfied changes no bounds: that is left to later checks.
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
      // How far the term may rise above its minimum, and fall below its maximum.
      const [up, down] = [Math.max(0, above), Math.max(0, below)]
      if (high - low > up) this.#bind(j, value, low + up, open === 1)
      if (high - low > down) this.#bind(j, -value, -(high - down), open === 1)
    }
  }

  /** Limits the column's term to at most `most`. If its coefficient is negative, that bounds the column from below. */
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

  /** Minimum and maximum of a column's contribution to a row. */
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
