/**
 * The LP relaxation of all levels, held open as one programme: only costs and bounds change from one level to the next, so the engine
 * continues from its last basis. Five levels of five practices take a third of the time of separate solves (docs/decisions/0021). Cutting
 * planes (lp/mir-cuts.ts) tighten it (docs/decisions/0022, 0026).
 */
import { openSession } from '../engines/cold-session.ts'
import type { Answer, Basis, Engine, Limits, Session } from '../engines/engine.ts'
import { dualBound } from '../lp/dual-bound.ts'
import { type Row, type RowSum, withRows } from '../lp/edit.ts'
import { fractionalColumns, type Lp, relaxationOf } from '../lp/lp.ts'
import { MirCuts } from '../lp/mir-cuts.ts'
import type { ModelRow, SessionRow } from '../lp/spaces.ts'
import type { Model } from '../model/elastic.ts'
import type { ColumnBounds } from './column-bounds.ts'
import { usesInteriorPoint } from './interior-point.ts'
import { costsOver, levelCaps, levelLimits } from './level-caps.ts'
import { FREEZE_TOLERANCE } from './tolerances.ts'

/** Most rounds of cuts in one solve; most cuts in one round, in absolute terms or as a share of all rows, whichever is more. */
const ROUNDS = 12
const ROWS_AT_ONCE = 400
const ROWS_SHARE = 0.03

/**
 * Simplex iterations per column after which a solve restarts with interior point. Solves that finish take less than 1, most less than 0.5.
 */
const RESTART_AFTER = 1.5

/** A cut, scaled to a largest coefficient of 1, is active if its slack is at most this. */
const ACTIVE = 1e-6

export interface RelaxationLimits extends Limits {
  /** The least rise of this bound for which another round of cuts follows. Undefined: no cuts. */
  readonly leastGain?: (bound: number) => number
  /** Returns true once there is no time for another round of cuts. */
  readonly isLate?: () => boolean
}

export class Relaxation {
  #model: Model
  readonly #session: Session
  readonly #known = new Map<string, { readonly rank: number; readonly answer: Answer; readonly basis: Basis | null }>()
  /** By rank: the session's row over a level's costs, added when first needed. */
  readonly #levelRows: (SessionRow | undefined)[] = []
  /** Cuts, valid for every rota whatever the caps; and, by row of the session, their row in the model with all cuts. */
  readonly #cuts: Row[] = []
  readonly #modelRowOfCut = new Map<SessionRow, ModelRow>()
  /** Ranks of the levels for which cuts have been sought. */
  readonly #cutFor = new Set<number>()
  /** Basis of the solve of all levels together. */
  #together: Basis | null = null
  #isTogether = false
  #atZero: ReadonlySet<number> = new Set()
  /** By rank: the basis where the level's last solve ended before column bounds were changed. */
  readonly #endedAt = new Map<number, Basis>()

  readonly #tolerance: number

  /** `tolerance`: how much a capped level may exceed its cap. Call `close` in a `finally`. */
  constructor(model: Model, engine: Engine, tolerance: number = FREEZE_TOLERANCE) {
    this.#model = model
    this.#session = openSession(engine, relaxationOf(model.lp))
    this.#tolerance = tolerance
  }

  /** The model with the cuts that are active at some level's optimum. */
  withCuts(): Model {
    const points = [...this.#known.values()].flatMap(({ answer }) => ('point' in answer ? [answer.point] : []))
    const needed = this.#cuts.filter((row) => points.some((point) => isActive(row, point)))
    return { ...this.#model, lp: withRows(this.#model.lp, needed) }
  }

  close(): void {
    this.#session.close()
  }

  /** Changes column bounds from now on. Discards all known answers but keeps each level's last basis. */
  hold(bounds: readonly ColumnBounds[]): void {
    this.#capLevels([])
    const [lower, upper] = [this.#model.lp.lower.slice(), this.#model.lp.upper.slice()]
    for (const { column, lower: low, upper: high } of bounds) {
      if (lower[column] === low && upper[column] === high) continue
      lower[column] = low
      upper[column] = high
      this.#session.setColumnBounds(column, low, high)
    }
    this.#model = { ...this.#model, lp: { ...this.#model.lp, lower, upper } }
    for (const { rank, basis } of this.#known.values()) if (basis !== null) this.#endedAt.set(rank, basis)
    this.#known.clear()
  }

  /** By rank: the last basis of each level. */
  bases(): ReadonlyMap<number, Basis> {
    const bases = new Map(this.#endedAt)
    for (const { rank, basis } of this.#known.values()) if (basis !== null) bases.set(rank, basis)
    return bases
  }

  /** Sets the bases from which levels are warm-started; a level without one continues from the previous solve. */
  startFrom(bases: ReadonlyMap<number, Basis>): void {
    this.#endedAt.clear()
    for (const [rank, basis] of bases) this.#endedAt.set(rank, basis)
  }

  /**
   * Solves all levels together with these costs, nothing capped and no cuts. This proves nothing, but the levels solved next start from its
   * basis, which is near theirs. Returns false if time ran out.
   */
  async together(cost: Float64Array, limits: Limits): Promise<boolean> {
    this.#session.setCosts(cost, 0)
    const restartAfter = Math.ceil(RESTART_AFTER * this.#model.lp.columns)
    const answer = await this.#session.solve({ ...limits, restartAfter })
    if (answer.status !== 'optimal') return false
    this.#isTogether = true
    this.#together = this.#session.basis()
    return true
  }

  /** The programme as last solved, for a dive; the caller must restore any bounds that it changes. */
  get session(): Session {
    return this.#session
  }

  /**
   * Solves the level of this rank with the earlier levels capped: no rota that keeps the caps is below the bound. Known optima are returned
   * without a solve, unless cuts are asked for.
   */
  async solve(rank: number, caps: readonly number[], limits: RelaxationLimits): Promise<Answer> {
    const key = keyOf(rank, caps)
    const known = this.#known.get(key)
    if (known !== undefined && limits.leastGain === undefined) return known.answer
    if (limits.leastGain !== undefined) this.#cutFor.add(rank)
    this.#turnTo(rank, caps)
    const [own, earlier] = [known?.basis, this.#endedAt.get(rank)]
    if (own) this.#session.warmStart(own)
    else if (earlier) this.#session.warmStart(earlier, 'dual')
    else if (this.#known.size === 0 && this.#together !== null) this.#session.warmStart(this.#together)
    const { lp, levels } = this.#model
    const interior =
      known === undefined && !this.#isTogether && usesInteriorPoint(lp, levels[rank]?.level, this.#known.size === 0)
    const restartAfter = Math.ceil(RESTART_AFTER * this.#model.lp.columns)
    const exact = { ...limits, relativeGap: 0, absoluteGap: 0, interior, restartAfter }
    const { answer, isEmpty } = await this.#solveWithCuts(exact)
    if (answer.status === 'optimal') this.#known.set(key, { rank, answer, basis: this.#session.basis() })
    return isEmpty ? { status: 'infeasible' } : answer
  }

  /** Whether cuts have been sought for this level, even if none were found. */
  hasCuts(rank: number): boolean {
    return this.#cutFor.has(rank)
  }

  /** The highest bound and the latest point from all solves of this level so far, whatever their caps. */
  known(rank: number): { readonly bound: number; readonly point: Float64Array | undefined } {
    const answers = [...this.#known.values()].flatMap((known) =>
      known.rank === rank && 'point' in known.answer ? [known.answer] : [],
    )
    return { bound: Math.max(0, ...answers.map(({ bound }) => bound)), point: answers.at(-1)?.point }
  }

  /** Solves the LP, then adds cuts round by round while they pay. `isEmpty`: the cuts prove that no integer solution keeps the caps. */
  async #solveWithCuts({ leastGain: gain, isLate = () => false, ...limits }: RelaxationLimits): Promise<{
    readonly answer: Answer
    readonly isEmpty: boolean
  }> {
    let answer = await this.#session.solve(limits)
    const warm = { ...limits, interior: false }
    for (let round = 0; gain !== undefined && round < ROUNDS && answer.status === 'optimal'; round++) {
      if (isLate()) break
      if (this.#separated(answer.point).length === 0) break
      const next = await this.#session.solve(warm)
      // If time ran out, the bound proven before remains valid.
      if (next.status !== 'optimal') return { answer, isEmpty: next.status === 'infeasible' }
      const isLast = next.bound - answer.bound < gain(next.bound)
      answer = next
      if (isLast) break
    }
    return { answer, isEmpty: answer.status === 'infeasible' }
  }

  /** Adds cuts that the point violates to the session, and returns them. */
  #separated(point: Float64Array): readonly Row[] {
    const lp = withRows(this.#model.lp, this.#cuts)
    const most = Math.max(ROWS_AT_ONCE, ROWS_SHARE * lp.rows)
    const rows = new MirCuts(lp).separate(point, most, this.#sums(point))
    const first = this.#session.addRows(rows)
    for (const k of rows.keys()) this.#modelRowOfCut.set((first + k) as SessionRow, (lp.rows + k) as ModelRow)
    this.#cuts.push(...rows)
    return rows
  }

  /**
   * The simplex tableau's rows of fractional integer columns at the last optimum, as sums over rows of the model with all cuts. The rows
   * that cap levels are left out, so that cuts made from the sums are valid whatever the caps.
   */
  #sums(point: Float64Array): RowSum[] {
    const { lp } = this.#model
    // The session's first rows are the model's own.
    const modelRow = (row: SessionRow) => (row < lp.rows ? (row as number as ModelRow) : this.#modelRowOfCut.get(row))
    return this.#session.tableau(fractionalColumns(lp, point)).map((sum) => {
      const kept = Array.from(sum.rows, (row, k) => {
        const place = modelRow(row as SessionRow)
        return place === undefined ? [] : [{ place, weight: sum.weights[k] ?? 0 }]
      }).flat()
      return { rows: kept.map(({ place }) => place), weights: kept.map(({ weight }) => weight) }
    })
  }

  /**
   * A bound for this level under other caps, from the dual values of earlier solves, without a new solve. Valid for any caps, and close to
   * the best if the caps have changed little. Costs are never negative, so it is at least 0.
   */
  dualBound(rank: number, caps: readonly number[]): number {
    const known = this.#known.get(keyOf(rank, caps))?.answer
    if (known !== undefined && 'bound' in known) return known.bound
    const priced = [...this.#known.values()].flatMap(({ rank: of, answer }) =>
      of === rank && 'duals' in answer && answer.duals !== undefined ? [answer.duals] : [],
    )
    if (priced.length === 0) return 0
    const lp = this.#cappedBy(rank, caps)
    // A level that was capped at 0 in that solve had no row, so it has no dual value to price its cap with.
    const limits = levelLimits(this.#model.levels, caps.slice(0, rank), this.#tolerance)
    const bounds = priced.map((duals) => {
      const prices = new Float64Array(lp.rows)
      prices.set(duals)
      return dualBound(lp, prices, limits)
    })
    return Math.max(0, ...bounds)
  }

  /** The session's programme with this level's costs and these caps, as a copy: the session may be in the middle of a dive. */
  #cappedBy(rank: number, caps: readonly number[]): Lp {
    const { lp } = this.#session
    const [rowLower, rowUpper] = [lp.rowLower.slice(), lp.rowUpper.slice()]
    const [lower, upper] = [lp.lower.slice(), lp.upper.slice()]
    const { lower: least, upper: most, columns } = this.#model.lp
    lower.set(least)
    upper.set(most)
    const { zero, uppers } = levelCaps(this.#model.levels, caps.slice(0, rank), this.#tolerance)
    for (const j of zero) upper[j] = Math.max(0, least[j] ?? 0)
    for (const [of, row] of this.#levelRows.entries()) {
      if (row === undefined) continue
      rowLower[row] = Number.NEGATIVE_INFINITY
      rowUpper[row] = uppers[of] ?? Number.POSITIVE_INFINITY
    }
    const level = this.#model.levels[rank]
    return {
      ...lp,
      ...{ rowLower, rowUpper, lower, upper },
      cost: costsOver(columns, level),
      offset: level?.settled ?? 0,
    }
  }

  /** Sets the costs of this level and caps the earlier ones. */
  #turnTo(rank: number, caps: readonly number[]): void {
    this.#capLevels(caps.slice(0, rank))
    const level = this.#model.levels[rank]
    this.#session.setCosts(costsOver(this.#session.lp.columns, level), level?.settled ?? 0)
  }

  #capLevels(caps: readonly number[]): void {
    const { zero, uppers } = levelCaps(this.#model.levels, caps, this.#tolerance)
    for (const rank of this.#model.levels.keys()) this.#capRow(rank, uppers[rank])
    const { lower, upper } = this.#model.lp
    for (const j of this.#atZero) {
      if (!zero.has(j)) this.#session.setColumnBounds(j, lower[j] ?? 0, upper[j] ?? 0)
    }
    for (const j of zero) {
      if (!this.#atZero.has(j)) this.#session.setColumnBounds(j, lower[j] ?? 0, Math.max(0, lower[j] ?? 0))
    }
    this.#atZero = zero
  }

  #capRow(rank: number, upper: number | undefined): void {
    const row = this.#levelRows[rank]
    if (row !== undefined) this.#session.setRowBounds(row, Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY)
    else if (upper !== undefined)
      this.#levelRows[rank] = this.#session.addRows([this.#rowOf(rank, upper)]) as SessionRow
  }

  #rowOf(rank: number, upper: number): Row {
    const level = this.#model.levels[rank]
    return { indices: level?.columns ?? [], values: level?.costs ?? [], lower: Number.NEGATIVE_INFINITY, upper }
  }
}

function isActive({ indices, values, upper }: Row, point: Float64Array): boolean {
  let left = 0
  for (let k = 0; k < indices.length; k++) left += (values[k] ?? 0) * (point[indices[k] ?? 0] ?? 0)
  return left > upper - ACTIVE
}

function keyOf(rank: number, caps: readonly number[]): string {
  return [rank, ...caps.slice(0, rank)].join(' ')
}
