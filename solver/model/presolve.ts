/**
 * Removes what is already decided. A pin decides a placement, which closes all others of its session; a used-up contract closes the rest of
 * its week; a post that nobody can hold sees no patients. Columns with only one possible value become constants, and rows that say nothing
 * about the others are dropped. The optimum of every level is preserved.
 */
import type { Lp } from '../lp/lp.ts'
import { propagated } from '../lp/propagate.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import type { Account, LevelCosts, Model, ModelTerm } from './elastic.ts'

/** Rounding error of sums over a row. */
const NOISE = 1e-9

/** `open`: columns that are decided later and must not be fixed, even if one value is never better. */
export function presolved(model: Model, open: readonly ModelColumn[] = []): Model {
  return new Presolve(model, open).reduced()
}

/** The model without rows that cannot be satisfied: a given rota may break even those. */
export function withoutBroken(model: Model): Model {
  const [rowLower, rowUpper] = [model.lp.rowLower.slice(), model.lp.rowUpper.slice()]
  for (let row = 0; row < model.lp.rows; row++) {
    const { least, most } = reachOf(model.lp, row)
    if (most < (rowLower[row] ?? 0) - NOISE) rowLower[row] = Number.NEGATIVE_INFINITY
    if (least > (rowUpper[row] ?? 0) + NOISE) rowUpper[row] = Number.POSITIVE_INFINITY
  }
  return { ...model, lp: { ...model.lp, rowLower, rowUpper } }
}

/** Minimum and maximum of a row within the columns' bounds, excluding one of its columns. */
function reachOf(
  { starts, indices, values, lower, upper }: Lp,
  row: number,
  but = -1,
): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0]
  for (let e = starts[row] ?? 0; e < (starts[row + 1] ?? 0); e++) {
    const j = indices[e] ?? 0
    if (j === but) continue
    const value = values[e] ?? 0
    const [low, high] = [value * (lower[j] ?? 0), value * (upper[j] ?? 0)]
    least += Math.min(low, high)
    most += Math.max(low, high)
  }
  return { least, most }
}

/** Most rounds of bounds, slacks and columns at rest. Usually one round finds everything; stopping early is always valid. */
const ROUNDS = 4

class Presolve {
  readonly #model: Model
  readonly #lp: Lp
  /** The programme with tightened bounds. */
  #bounded: Lp
  /** 1 if the row can still bind. */
  readonly #says: Uint8Array
  /** Column of the reduced programme; −1 if decided. */
  readonly #place: Int32Array
  readonly #open: readonly ModelColumn[]

  constructor(model: Model, open: readonly ModelColumn[]) {
    this.#model = model
    this.#open = open
    this.#lp = model.lp
    this.#bounded = model.lp
    this.#says = new Uint8Array(model.lp.rows)
    this.#place = new Int32Array(model.lp.columns).fill(-1)
  }

  reduced(): Model {
    for (let round = 0; round < ROUNDS; round++) {
      this.#bounded = { ...this.#lp, ...propagated(this.#bounded) }
      for (let row = 0; row < this.#lp.rows; row++) this.#settleSlack(row)
      for (let row = 0; row < this.#lp.rows; row++) this.#says[row] = this.#isKept(row) ? 0 : 1
      if (!this.#rest()) break
    }
    const { lower, upper } = this.#bounded
    let columns = 0
    for (let j = 0; j < this.#lp.columns; j++) if (lower[j] !== upper[j]) this.#place[j] = columns++
    const rows = [...this.#says.keys()].filter((row) => this.#says[row] === 1)
    if (columns === this.#lp.columns && rows.length === this.#lp.rows) return this.#model
    const slackOf = (row: number) => this.#place[this.#model.slackOfRow[row] ?? -1] ?? -1
    return {
      lp: this.#programme(rows, columns),
      levels: this.#model.levels.map((level) => this.#level(level)),
      accounts: this.#model.accounts.map((account) => this.#account(account)),
      ...this.#decisions(),
      ruleOfRow: rows.map((row) => this.#model.ruleOfRow[row] ?? ''),
      slackOfRow: Int32Array.from(rows, slackOf),
    }
  }

  /** If the rest of a row is decided, its slack is the missing amount; if the row holds anyway, 0. */
  #settleSlack(row: number): void {
    const slack = this.#model.slackOfRow[row] ?? -1
    if (slack < 0) return
    const { lower, upper } = this.#bounded
    const { least, most } = reachOf(this.#bounded, row, slack)
    const [atLeast, atMost] = [this.#lp.rowLower[row] ?? 0, this.#lp.rowUpper[row] ?? 0]
    const missing = Math.max(0, atLeast - least, most - atMost)
    if (missing > NOISE && most - least > NOISE) return
    lower[slack] = upper[slack] = missing > NOISE ? missing : 0
  }

  /** Whether a row holds for all values within bounds. A row that cannot hold stays, so that the programme remains infeasible. */
  #isKept(row: number): boolean {
    const { least, most } = reachOf(this.#bounded, row)
    return least >= (this.#lp.rowLower[row] ?? 0) - NOISE && most <= (this.#lp.rowUpper[row] ?? 0) + NOISE
  }

  /**
   * Dominated columns: fixes each column at its lower bound if raising it costs something or
   * nothing and helps no row. Returns whether any was found.
   */
  #rest(): boolean {
    const { starts, indices, values, rowLower, rowUpper } = this.#lp
    const helps = new Uint8Array(this.#lp.columns)
    for (const j of this.#open) helps[j] = 1
    for (const { columns, costs } of this.#model.levels)
      for (const [k, j] of columns.entries()) if ((costs[k] ?? 0) < 0) helps[j] = 1
    for (const [row, says] of this.#says.entries()) {
      if (says === 0) continue
      const asks = { more: Number.isFinite(rowLower[row]), less: Number.isFinite(rowUpper[row]) }
      for (let e = starts[row] ?? 0; e < (starts[row + 1] ?? 0); e++)
        if ((values[e] ?? 0) > 0 ? asks.more : asks.less) helps[indices[e] ?? 0] = 1
    }
    const { lower, upper } = this.#bounded
    let found = false
    for (let j = 0; j < this.#lp.columns; j++) {
      if (helps[j] === 1 || lower[j] === upper[j]) continue
      upper[j] = lower[j] ?? 0
      found = true
    }
    return found
  }

  #decisions(): { readonly columnOf: Int32Array; readonly decided: Float64Array } {
    const of = this.#model.columnOf
    const decided = Float64Array.from(of, (j, column) =>
      j < 0 ? (this.#model.decided?.[column] ?? 0) : (this.#place[j] ?? -1) < 0 ? (this.#bounded.lower[j] ?? 0) : 0,
    )
    return { columnOf: of.map((j) => (j < 0 ? -1 : (this.#place[j] ?? -1))), decided }
  }

  #programme(rows: readonly number[], columns: number): Lp {
    const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
    const [rowLower, rowUpper]: [number[], number[]] = [[], []]
    for (const row of rows) {
      let known = 0
      for (let e = this.#lp.starts[row] ?? 0; e < (this.#lp.starts[row + 1] ?? 0); e++) {
        const [j, value] = [this.#lp.indices[e] ?? 0, this.#lp.values[e] ?? 0]
        const place = this.#place[j] ?? -1
        if (place < 0) known += value * (this.#bounded.lower[j] ?? 0)
        else {
          indices.push(place)
          values.push(value)
        }
      }
      starts.push(indices.length)
      rowLower.push((this.#lp.rowLower[row] ?? 0) - known)
      rowUpper.push((this.#lp.rowUpper[row] ?? 0) - known)
    }
    const kept = [...this.#place.keys()].filter((j) => (this.#place[j] ?? -1) >= 0)
    const picked = (all: Float64Array) => Float64Array.from(kept, (j) => all[j] ?? 0)
    return {
      ...{ columns, rows: rows.length, offset: 0, cost: new Float64Array(columns) },
      ...{ lower: picked(this.#bounded.lower), upper: picked(this.#bounded.upper) },
      whole: Uint8Array.from(kept, (j) => this.#lp.whole[j] ?? 0),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    }
  }

  #level({ level, columns, costs, settled = 0 }: LevelCosts): LevelCosts {
    const terms = columns.map((j, k) => [j, costs[k] ?? 0] as const)
    const { open, known } = this.#split(terms)
    return { level, columns: open.map(([j]) => j), costs: open.map(([, cost]) => cost), settled: settled + known }
  }

  #account({ rule, terms, settled = 0 }: Account): Account {
    const { open, known } = this.#split(terms)
    return { rule, terms: open, settled: settled + known }
  }

  /** Terms over the reduced programme, and the total of the decided ones. */
  #split(terms: readonly ModelTerm[]) {
    const open: ModelTerm[] = []
    let known = 0
    for (const [j, value] of terms) {
      const place = this.#place[j] ?? -1
      if (place >= 0) open.push([place as ModelColumn, value])
      else known += value * (this.#bounded.lower[j] ?? 0)
    }
    return { open, known }
  }
}
