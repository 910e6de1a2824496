/** A session with any engine: if the engine has no sessions of its own, each solve starts from scratch. */

import { type Row, withRows } from '../lp/edit.ts'
import type { Lp } from '../lp/lp.ts'
import type { Answer, Engine, Limits, Session } from './engine.ts'

export function openSession(engine: Engine, lp: Lp): Session {
  return engine.open?.(lp) ?? new ColdSession(engine, lp)
}

class ColdSession implements Session {
  readonly #engine: Engine
  #lp: Lp

  constructor(engine: Engine, lp: Lp) {
    this.#engine = engine
    const columns = { cost: lp.cost.slice(), lower: lp.lower.slice(), upper: lp.upper.slice(), whole: lp.whole.slice() }
    this.#lp = { ...lp, ...columns, rowLower: lp.rowLower.slice(), rowUpper: lp.rowUpper.slice() }
  }

  get lp(): Lp {
    return this.#lp
  }

  setCosts(cost: Float64Array, offset = this.#lp.offset): void {
    this.#lp = { ...this.#lp, cost: cost.slice(), offset }
  }

  setColumnBounds(column: number, lower: number, upper: number): void {
    this.#lp.lower[column] = lower
    this.#lp.upper[column] = upper
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.#lp.rowLower[row] = lower
    this.#lp.rowUpper[row] = upper
  }

  setWhole(column: number, whole: boolean): void {
    this.#lp.whole[column] = whole ? 1 : 0
  }

  addRows(rows: readonly Row[]): number {
    const first = this.#lp.rows
    this.#lp = withRows(this.#lp, rows)
    return first
  }

  solve(limits: Limits): Promise<Answer> {
    return this.#engine.solve(this.#lp, limits)
  }

  basis(): null {
    return null
  }

  tableau(): [] {
    return []
  }

  warmStart(): void {
    // Every solve starts from scratch, so there is nothing to warm-start.
  }

  close(): void {
    // Nothing is held open in the engine.
  }
}
