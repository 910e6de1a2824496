/**
 * Diving: makes an integer rota from the relaxation of all levels. Fixes integer columns that are nearly decided and solves again from the
 * last basis, until nothing is fractional; each solve takes milliseconds, so a dive costs hardly more than the relaxation itself
 * (docs/decisions/0021). Steps that make the rota much costlier are retried with fewer columns, or rounded the other way if that is cheaper
 * (docs/decisions/0024). Telephone work is decided first: a shortage of rooms is what leaves people fractional.
 */
import type { Limits, Session } from '../../engines/engine.ts'
import { wholeColumns } from '../../lp/fix.ts'
import { holds, residuals } from '../../lp/residuals.ts'
import type { Draft } from '../../model/draft.ts'
import { columnsIn, type Model } from '../../model/elastic.ts'

/** The programme to dive in. */
export interface DiveProgramme {
  /** Holds the relaxation open; its bounds are restored afterwards. */
  readonly session: Session
  /** The session's first columns, with their integrality. */
  readonly model: Pick<Model, 'lp' | 'columnOf'>
  readonly draft: Pick<Draft, 'placements' | 'remoteColumns'>
}

export interface DiveEffort {
  readonly limits: () => Limits
  readonly isOver: () => boolean
}

/** Limits on the cost of steps. */
export interface DiveCare {
  /** Columns of the session that a step may raise only if every alternative does too. */
  readonly guarded: readonly number[]
  /** Whether the costs of steps are compared at all; in a large dive that takes several times as long. */
  readonly isCareful: () => boolean
  /** The share of all decisions that this dive takes; it may spend the same share of the cost allowance. */
  readonly share: number
  /** The share of fractional columns fixed before the next solve; a fifth by default. */
  readonly atOnce?: number
}

/** Default share of fractional columns fixed at once. */
const AT_ONCE = 0.2
/** If a step is infeasible or costly, the next try fixes this share of it. */
const FEWER = 1 / 4
/** After an accepted step, the next one may fix this many times as many. */
const MORE = 2
/**
 * Cost allowance of all steps together, in costs of the goal programme. A dive below it continues unchecked. The allowance grows with the
 * square of the decided share, since most of the unavoidable cost comes last.
 */
const SPENDABLE = 2
/** Beyond the allowance, a step may cost its share of this, in proportion to the columns it decides. */
const COSTLY = 8
/** A placement is fixed together with others only if its value in the relaxation is above this. */
const SURE = 0.3
/** Counts are rounded up from this fraction: one person too few costs less than one too many. */
const UP_FROM = 0.7
/** How often a dive may backtrack from an infeasible step: this many times, or this share of its integer columns if that is more. */
const BACKTRACKS = 40
const BACKTRACK_SHARE = 0.02
const NOISE = 1e-6
/** A guarded sum that grows by more than this counts as raised. */
const RAISED = 1e-3

interface Bounds {
  readonly column: number
  readonly lower: number
  readonly upper: number
}

interface Relaxed {
  /** A point of the model. */
  readonly point: Float64Array
  readonly cost: number
  /** Sum of the guarded columns. */
  readonly guarded: number
}

interface Fractional {
  readonly column: number
  readonly value: number
  /** Distance above the next lower integer. */
  readonly fraction: number
}

/** An integer point of the model. Undefined if the dive ran into dead ends or out of time. */
export async function dive(
  programme: DiveProgramme,
  effort: DiveEffort,
  care: DiveCare,
): Promise<Float64Array | undefined> {
  const diving = new Diving(programme, effort, care)
  try {
    return await diving.down()
  } finally {
    diving.release()
  }
}

class Diving {
  readonly #programme: DiveProgramme
  readonly #effort: DiveEffort
  readonly #care: DiveCare
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  readonly #placements: ReadonlySet<number>
  readonly #remote: ReadonlySet<number>
  readonly #whole: readonly number[]
  readonly #backtracks: number
  #deadEnds = 0
  readonly #most: number
  #atOnce: number
  /** The first solve: its cost, and the number of fractional columns. */
  #root = { cost: 0, fractional: 1 }
  /** From the last accepted solve. */
  #cost = 0
  #guarded = 0

  constructor(programme: DiveProgramme, effort: DiveEffort, care: DiveCare) {
    const { model, draft } = programme
    this.#programme = programme
    this.#effort = effort
    this.#care = care
    this.#most = care.atOnce ?? AT_ONCE
    this.#atOnce = this.#most
    this.#lower = Float64Array.from(model.lp.lower)
    this.#upper = Float64Array.from(model.lp.upper)
    this.#placements = new Set(
      columnsIn(
        model,
        draft.placements.map((p) => p.column),
      ),
    )
    this.#remote = new Set(columnsIn(model, draft.remoteColumns))
    this.#whole = wholeColumns(model.lp)
    this.#backtracks = Math.max(BACKTRACKS, BACKTRACK_SHARE * this.#whole.length)
  }

  async down(): Promise<Float64Array | undefined> {
    let relaxed = await this.#solve()
    if (typeof relaxed === 'object')
      this.#root = { cost: relaxed.cost, fractional: this.#fractionalIn(relaxed.point).length }
    while (typeof relaxed === 'object' && !this.#effort.isOver()) {
      const { point, cost, guarded } = relaxed
      const fractional = this.#fractionalIn(point)
      if (fractional.length === 0) return this.#rounded(point)
      ;[this.#cost, this.#guarded] = [cost, guarded]
      relaxed = await this.#step(this.#roundings(point, fractional), fractional.length)
    }
    return undefined
  }

  /** Restores the bounds of every column. */
  release(): void {
    const { lower, upper } = this.#programme.model.lp
    for (const column of this.#whole) this.#bind({ column, lower: lower[column] ?? 0, upper: upper[column] ?? 0 })
  }

  #fractionalIn(point: Float64Array): Fractional[] {
    return this.#whole
      .filter((j) => this.#lower[j] !== this.#upper[j])
      .map((column) => ({ column, value: point[column] ?? 0, fraction: fractionOf(point[column] ?? 0) }))
      .filter(({ fraction }) => fraction > 0)
  }

  /** The columns to round next. Placements that are already 1 are fixed too. */
  #roundings(point: Float64Array, fractional: readonly Fractional[]): Bounds[] {
    for (const column of this.#placements) {
      const isOpen = this.#lower[column] !== this.#upper[column]
      if (isOpen && (point[column] ?? 0) > 1 - NOISE) this.#bind({ column, lower: 1, upper: 1 })
    }
    const remote = fractional.filter(({ column }) => this.#remote.has(column))
    const placements = fractional.filter(({ column }) => this.#placements.has(column))
    if (remote.length === 0 && placements.length > 0) {
      const surest = this.#first(placements, ({ fraction }) => -fraction)
      return surest.filter(({ fraction }, k) => k === 0 || fraction > SURE).map((one) => this.#up(one))
    }
    const nearest = this.#first(remote.length > 0 ? remote : fractional, (one) =>
      Math.min(one.fraction, 1 - one.fraction),
    )
    return nearest.map((one) => (one.fraction >= UP_FROM ? this.#up(one) : this.#down(one)))
  }

  #up({ column, value }: Fractional): Bounds {
    return { column, lower: Math.ceil(value - NOISE), upper: this.#upper[column] ?? 0 }
  }

  #down({ column, value }: Fractional): Bounds {
    return { column, lower: this.#lower[column] ?? 0, upper: Math.floor(value + NOISE) }
  }

  /** The first of the columns in this order, by the share to fix at once; at least one. */
  #first(fractional: readonly Fractional[], order: (one: Fractional) => number): Fractional[] {
    return [...fractional]
      .sort((a, b) => order(a) - order(b) || a.column - b.column)
      .slice(0, Math.max(1, Math.ceil(this.#atOnce * fractional.length)))
  }

  /**
   * The next relaxation. If the roundings are infeasible or costly, tries fewer of them, then the first one alone, then its opposite; if
   * every way is costly, takes the cheapest.
   */
  async #step(roundings: readonly Bounds[], fractional: number): Promise<Relaxed | undefined> {
    const before = roundings.map(({ column }) => this.#boundsOf(column))
    const [one] = roundings
    const [was] = before
    if (one === undefined || was === undefined) return undefined
    let cheapest: { readonly attempt: readonly Bounds[]; readonly cost: number } | undefined
    for (const attempt of [...everFewer(roundings), [opposite(one, was)]]) {
      for (const bounds of attempt) this.#bind(bounds)
      const most = this.#acceptable(attempt.length, fractional)
      // A single rounding is solved to the end, whatever it costs, to compare it with its opposite.
      const relaxed = await this.#solve(attempt.length > 1 ? most : Number.POSITIVE_INFINITY)
      if (relaxed === undefined) return undefined
      if (typeof relaxed === 'object') {
        if (relaxed.cost <= most && relaxed.guarded <= this.#guarded + RAISED) {
          this.#atOnce = Math.min(this.#most, (MORE * this.#atOnce * attempt.length) / roundings.length)
          return relaxed
        }
        if (relaxed.cost < (cheapest?.cost ?? Number.POSITIVE_INFINITY)) cheapest = { attempt, cost: relaxed.cost }
      }
      for (const bounds of before) this.#bind(bounds)
      if (relaxed === 'infeasible' && ++this.#deadEnds > this.#backtracks) break
    }
    for (const bounds of cheapest?.attempt ?? []) this.#bind(bounds)
    const relaxed = cheapest && (await this.#solve())
    return typeof relaxed === 'object' ? relaxed : undefined
  }

  /** The highest acceptable cost after a step of this many roundings from this many fractional columns. */
  #acceptable(roundings: number, fractional: number): number {
    const { isCareful, share } = this.#care
    if (!isCareful()) return Number.POSITIVE_INFINITY
    const decided = 1 - fractional / this.#root.fractional
    const step = this.#cost + (share * COSTLY * roundings) / this.#root.fractional
    return Math.max(step, this.#root.cost + share * SPENDABLE * decided ** 2)
  }

  /** Returns 'costly' if it costs more than `most`, and undefined if time ran out. */
  async #solve(most = Number.POSITIVE_INFINITY): Promise<Relaxed | 'infeasible' | 'costly' | undefined> {
    const { session, model } = this.#programme
    const answer = await session.solve({ ...this.#effort.limits(), cutoff: most })
    if ('point' in answer) {
      const { point, objective: cost } = answer
      const guarded = this.#care.guarded.reduce((sum, j) => sum + (point[j] ?? 0), 0)
      return { point: point.slice(0, model.lp.columns), cost, guarded }
    }
    if (answer.status === 'beyond') return 'costly'
    return answer.status === 'infeasible' ? 'infeasible' : undefined
  }

  #boundsOf(column: number): Bounds {
    return { column, lower: this.#lower[column] ?? 0, upper: this.#upper[column] ?? 0 }
  }

  #bind({ column, lower, upper }: Bounds): void {
    this.#lower[column] = lower
    this.#upper[column] = upper
    this.#programme.session.setColumnBounds(column, lower, upper)
  }

  /** The point with its integer columns rounded exactly; undefined if that violates a row. */
  #rounded(point: Float64Array): Float64Array | undefined {
    for (const j of this.#whole) point[j] = Math.round(point[j] ?? 0)
    return holds(residuals(this.#programme.model.lp, point)) ? point : undefined
  }
}

/** Distance of a value above the next lower integer; 0 if integral. */
function fractionOf(value: number): number {
  const fraction = value - Math.floor(value + NOISE)
  return fraction < NOISE ? 0 : fraction
}

function opposite({ column, lower, upper }: Bounds, was: Bounds): Bounds {
  return lower > was.lower
    ? { column, lower: was.lower, upper: lower - 1 }
    : { column, lower: upper + 1, upper: was.upper }
}

/** All roundings, a share of them, a share of that and so on, at last the first alone. */
function everFewer(roundings: readonly Bounds[]): (readonly Bounds[])[] {
  if (roundings.length === 1) return [roundings]
  return [roundings, ...everFewer(roundings.slice(0, Math.ceil(FEWER * roundings.length)))]
}
