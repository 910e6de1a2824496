/** A programme held open in HiGHS, mirrored in JavaScript: changes are recorded here and sent before the next solve. */
import type { Model } from 'highs'
import { Defect } from '../../../src/errors.ts'
import { type Row, type RowSum, withRows } from '../../lp/edit.ts'
import type { Lp } from '../../lp/lp.ts'
import { admit } from '../admit.ts'
import type { Answer, Basis, Limits, Session } from '../engine.ts'
import type { Watch } from '../watch.ts'
import { modelData, type Run, type RunEnd, runOnce } from './run.ts'
import { dropHighs, enter, leave, type Runtime } from './runtime.ts'
import { solveChecked } from './solve.ts'

interface Opened {
  readonly runtime: Runtime
  readonly model: Model
}

export class HighsSession implements Session {
  #lp: Lp
  #opened: Opened | null = null
  #added: Row[] = []
  #costs = false
  #solved = false
  #from: Basis | null = null
  #dual = false
  readonly #columns = new Set<number>()
  readonly #rows = new Set<number>()
  readonly #whole = new Set<number>()

  constructor(lp: Lp) {
    const [cost, whole] = [lp.cost.slice(), lp.whole.slice()]
    const bounds = { lower: lp.lower.slice(), upper: lp.upper.slice() }
    this.#lp = { ...lp, ...bounds, cost, whole, rowLower: lp.rowLower.slice(), rowUpper: lp.rowUpper.slice() }
  }

  get lp(): Lp {
    return this.#lp
  }

  setCosts(cost: Float64Array, offset = this.#lp.offset): void {
    this.#lp = { ...this.#lp, cost: cost.slice(), offset }
    this.#costs = true
  }

  setColumnBounds(column: number, lower: number, upper: number): void {
    demand(column, this.#lp.columns, 'column')
    this.#lp.lower[column] = lower
    this.#lp.upper[column] = upper
    this.#columns.add(column)
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    demand(row, this.#lp.rows, 'row')
    this.#lp.rowLower[row] = lower
    this.#lp.rowUpper[row] = upper
    this.#rows.add(row)
  }

  setWhole(column: number, whole: boolean): void {
    demand(column, this.#lp.columns, 'column')
    this.#lp.whole[column] = whole ? 1 : 0
    this.#whole.add(column)
  }

  addRows(rows: readonly Row[]): number {
    const first = this.#lp.rows
    this.#lp = withRows(this.#lp, rows)
    this.#added.push(...rows)
    return first
  }

  async solve(limits: Limits): Promise<Answer> {
    const early = admit(this.#lp)
    if (early !== null) return early
    return solveChecked(this.#lp, limits, { warm: (_, run, watch) => this.#warm(run, watch), fresh })
  }

  basis(): Basis | null {
    if (this.#opened === null || !this.#solved) return null
    const { colStatus, rowStatus } = this.#opened.model.getBasis()
    return { columns: colStatus, rows: rowStatus }
  }

  tableau(columns: readonly number[]): RowSum[] {
    if (this.#opened === null || !this.#solved) return []
    const { model } = this.#opened
    const wanted = new Set(columns)
    return [...model.getBasicVariables().entries()]
      .filter(([, variable]) => wanted.has(variable))
      .map(([place]) => {
        const { values, nonzeroIndices = new Int32Array() } = model.getBasisInverseRow(place, true)
        return { rows: nonzeroIndices, weights: picked(values, { indices: nonzeroIndices }) }
      })
  }

  warmStart(basis: Basis, by?: 'dual'): void {
    this.#from = basis
    this.#dual = by === 'dual'
  }

  close(): void {
    if (this.#opened !== null) shut(this.#opened)
    this.#opened = null
  }

  async #warm(run: Run, watch: Watch): Promise<RunEnd> {
    try {
      this.#opened ??= await this.#open()
      const { runtime, model } = this.#opened
      const primal = this.#from === null ? this.#solved && this.#costs : !this.#dual
      this.#send(model)
      if (this.#from !== null) model.setBasis(fitted(this.#from, this.#lp))
      this.#from = null
      const end = runOnce({ highs: runtime.highs, model, lp: this.#lp }, { ...run, primal }, watch)
      this.#solved = end.status === 'optimal'
      return end
    } catch (cause) {
      const broken = this.#opened
      this.#opened = null
      return crashed(broken, cause)
    }
  }

  async #open(): Promise<Opened> {
    const opened = await openModel(this.#lp)
    this.#sent()
    return opened
  }

  #send(model: Model): void {
    const lp = this.#lp
    for (const { lower, upper, ...entries } of this.#added) model.addRow(lower, upper, entries)
    if (this.#costs) {
      model.changeColsCost({ kind: 'range', from: 0, to: lp.columns - 1 }, lp.cost)
      model.changeObjectiveOffset(lp.offset)
    }
    const columns = selection(this.#columns)
    if (columns !== null) model.changeColsBounds(columns, picked(lp.lower, columns), picked(lp.upper, columns))
    const rows = selection(this.#rows)
    if (rows !== null) model.changeRowsBounds(rows, picked(lp.rowLower, rows), picked(lp.rowUpper, rows))
    const whole = selection(this.#whole)
    if (whole !== null)
      model.changeColsIntegrality(
        whole,
        whole.indices.map((j) => lp.whole[j] ?? 0),
      )
    this.#sent()
  }

  #sent(): void {
    this.#added = []
    this.#costs = false
    for (const changes of [this.#columns, this.#rows, this.#whole]) changes.clear()
  }
}

/** Typed arrays silently ignore writes out of range. */
function demand(index: number, count: number, what: string): void {
  if (!Number.isInteger(index) || index < 0 || index >= count)
    throw new Defect(`There is no ${what} ${index} among ${count}.`)
}

/** Runs on a separate model, which is always disposed of afterwards. */
async function fresh(lp: Lp, run: Run, watch: Watch): Promise<RunEnd> {
  let opened: Opened | null = null
  try {
    opened = await openModel(lp)
    const end = runOnce({ highs: opened.runtime.highs, model: opened.model, lp }, run, watch)
    shut(opened)
    return end
  } catch (cause) {
    return crashed(opened, cause)
  }
}

async function openModel(lp: Lp): Promise<Opened> {
  const runtime = await enter()
  try {
    return { runtime, model: runtime.highs.createModel(modelData(lp)) }
  } catch (error) {
    leave(runtime)
    throw error
  }
}

function shut({ runtime, model }: Opened): void {
  model.dispose()
  leave(runtime)
}

/** After a throw nothing in the instance can be trusted, not even its cleanup: leave the whole instance to the garbage collector. */
function crashed(opened: Opened | null, cause: unknown): RunEnd {
  if (opened !== null) leave(opened.runtime)
  dropHighs()
  return { status: 'trouble', bound: -Infinity, cause }
}

/** HiGHS's codes for the basis status of a column or row. */
const [AT_LOWER, IN_BETWEEN, AT_UPPER, FREE_AT_ZERO] = [0, 1, 2, 3]

/** Fits a basis to the current programme. */
function fitted({ columns, rows }: Basis, lp: Lp): { colStatus: Int32Array; rowStatus: Int32Array } {
  return {
    colStatus: statusOf(columns, AT_LOWER, lp.lower, lp.upper),
    rowStatus: statusOf(rows, IN_BETWEEN, lp.rowLower, lp.rowUpper),
  }
}

/** A status at a bound is dropped if that bound no longer exists. */
function statusOf(known: Int32Array, otherwise: number, lower: Float64Array, upper: Float64Array): Int32Array {
  return Int32Array.from(lower, (low, k) => {
    const status = known[k] ?? otherwise
    if (status === IN_BETWEEN) return status
    const [hasLower, hasUpper] = [Number.isFinite(low), Number.isFinite(upper[k])]
    if (status === AT_UPPER && hasUpper) return status
    if (hasLower) return AT_LOWER
    return hasUpper ? AT_UPPER : FREE_AT_ZERO
  })
}

interface Selection {
  readonly kind: 'set'
  readonly indices: Int32Array
}

/** HiGHS requires ascending indices. */
function selection(changed: ReadonlySet<number>): Selection | null {
  return changed.size === 0 ? null : { kind: 'set', indices: Int32Array.from(changed).sort() }
}

function picked(values: Float64Array, { indices }: Pick<Selection, 'indices'>): Float64Array {
  return Float64Array.from(indices, (k) => values[k] ?? 0)
}
