/**
 * Diving: a rota out of the relaxation of all levels. Whole columns that are nearly decided are fixed, and the relaxation is solved
 * again from its last basis, until nothing is fractional; each solve takes milliseconds, so a dive costs hardly more than the
 * relaxation itself (docs/decisions/0021). Steps that make the rota much costlier are retried smaller, and the other way round where
 * that is cheaper (docs/decisions/0024). Who works by telephone is decided first: a room short is what leaves half people behind.
 */
import type { Limits, Session } from '../../engines/engine.ts'
import { wholeColumns } from '../../lp/fix.ts'
import { holds, residuals } from '../../lp/residuals.ts'
import type { Draft } from '../../model/draft.ts'
import { columnsIn, type Model } from '../../model/elastic.ts'

/** What is dived for. */
export interface DiveProgramme {
  /** The relaxation held open; it is left as it was found. */
  readonly session: Session
  /** Its first columns, with those that must be whole. */
  readonly model: Pick<Model, 'lp' | 'columnOf'>
  readonly draft: Pick<Draft, 'placements' | 'remoteColumns'>
}

export interface DiveEffort {
  readonly limits: () => Limits
  readonly isOver: () => boolean
}

/** What the steps of a dive may cost. */
export interface DiveCare {
  /** Columns of the session that no step may raise as long as another step does not. */
  readonly guarded: readonly number[]
  /** Whether the costs of steps are compared at all; a large dive takes several times as long with that. */
  readonly isCareful: () => boolean
  /** Of all that is to be decided, what this dive decides: it may spend that share. */
  readonly share: number
  /** This share of what is still fractional is fixed before the next solve, if nothing prevents it; a fifth where not given. */
  readonly atOnce?: number
}

/** What is fixed before the next solve where nothing else is asked. */
const AT_ONCE = 0.2
/** Where that leaves no rota or a costly one, this share of it is tried next. */
const FEWER = 1 / 4
/** After an accepted step, the next one may fix this many times as much. */
const MORE = 2
/**
 * In the costs of the goal programme, what steps may cost in all. A dive below this continues as it is; the allowance grows with the
 * square of what is decided, since most of what cannot be avoided comes last.
 */
const SPENDABLE = 2
/** Beyond that a step may cost its own share, by what it decides, of this. */
const COSTLY = 8
/** A placement is fixed together with others only where its value in the relaxation is above this. */
const SURE = 0.3
/** A number is rounded up from this fraction on: one person too few costs less than one too many. */
const UP_FROM = 0.7
/** How often a dive may backtrack from an infeasible step: this many times, or this share of its integer columns. */
const BACKTRACKS = 40
const BACKTRACK_SHARE = 0.02
const NOISE = 1e-6
/** From here on a guarded column counts as raised. */
const RAISED = 1e-3

interface Bounds {
  readonly column: number
  readonly lower: number
  readonly upper: number
}

interface Relaxed {
  /** Of the model. */
  readonly point: Float64Array
  readonly cost: number
  /** The sum of the guarded columns. */
  readonly guarded: number
}

interface Fractional {
  readonly column: number
  readonly value: number
  /** Its distance above the next lower integer. */
  readonly fraction: number
}

/** A point of the model that is whole; none where the dive ran into dead ends or out of time. */
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
  /** Of the first solve: its cost, and how many columns were fractional. */
  #root = { cost: 0, fractional: 1 }
  /** Of the last solve that was kept. */
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

  /** Every column gets its own bounds back. */
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

  /** What is rounded next. Placements that are 1 are fixed there. */
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

  /** The share of these that comes first in this order, and at least one. */
  #first(fractional: readonly Fractional[], order: (one: Fractional) => number): Fractional[] {
    return [...fractional]
      .sort((a, b) => order(a) - order(b) || a.column - b.column)
      .slice(0, Math.max(1, Math.ceil(this.#atOnce * fractional.length)))
  }

  /**
   * The next relaxation. Where the roundings leave no rota or a costly one, fewer of them, at last the first one alone, then its
   * opposite; where every way is costly, the cheapest.
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
      // The cost of a single rounding is wanted, however large.
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

  /** Up to this a rota may cost after a step of so many roundings, with so many columns fractional before it. */
  #acceptable(roundings: number, fractional: number): number {
    const { isCareful, share } = this.#care
    if (!isCareful()) return Number.POSITIVE_INFINITY
    const decided = 1 - fractional / this.#root.fractional
    const step = this.#cost + (share * COSTLY * roundings) / this.#root.fractional
    return Math.max(step, this.#root.cost + share * SPENDABLE * decided ** 2)
  }

  /** `costly`: it costs more than `most`; undefined where time ran out. */
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

  /** Integer columns exactly integral; nothing if that violates a row. */
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

/** All, a share of them, a share of that, and at last the first alone. */
function everFewer(roundings: readonly Bounds[]): (readonly Bounds[])[] {
  if (roundings.length === 1) return [roundings]
  return [roundings, ...everFewer(roundings.slice(0, Math.ceil(FEWER * roundings.length)))]
}
