/**
 * Finds rotas of a subproblem of the goal programme, everything outside it fixed: dives from its relaxation, and crossover of two rotas
 * (docs/decisions/0023, 0024, 0027).
 */
import type { Level } from '../../../src/breach.ts'
import type { Basis, Engine, Limits, Session } from '../../engines/engine.ts'
import { withRows } from '../../lp/edit.ts'
import { fix, wholeColumns } from '../../lp/fix.ts'
import { type Lp, relaxationOf } from '../../lp/lp.ts'
import { MirCuts } from '../../lp/mir-cuts.ts'
import type { ModelColumn, SubColumn } from '../../lp/spaces.ts'
import { type Subproblem, subproblemOf, withSubproblem } from '../../lp/subproblem.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import { HUGE, LARGE, VERY_LARGE } from '../sizes.ts'
import { EXACT } from '../tolerances.ts'
import type { Block } from './decomposition.ts'
import { type DiveEffort, dive } from './dive.ts'
import { type Goal, goalPoint, goalProgramme } from './goal-programme.ts'

/** Rounds of cuts before a dive that restarts from an earlier root, and cuts per round. */
const ROUNDS = 2
const ROWS_AT_ONCE = 400
const NODES = 400
/**
 * Simplex iterations for updating the relaxation of everything: usually a few hundred are enough, sometimes it takes a hundred times that.
 */
const ITERATIONS = 3000
/** Absolute gap of branching, in units of what the last level is allowed. */
const NEAR = 0.15
/** Aim for slightly less than good enough, since a level's bound moves with the earlier levels' caps. */
const ENOUGH_SHARE = 0.97
/** Relative differences in value below this are ignored. */
const NOISE = 1e-6

/** The model of all levels, and each level's goal. */
export interface GoalModel {
  /** With its cuts. */
  readonly model: Model
  readonly draft: Pick<Draft, 'placements' | 'remoteColumns'>
  readonly goals: readonly Goal[]
}

export interface SearchEffort extends DiveEffort {
  readonly engine: Engine
}

export interface Found {
  /** A point of the subproblem. */
  readonly point: Float64Array
  /** Its cost in the whole goal programme. */
  readonly value: number
}

export function isBetter(one: Found, other: Found): boolean {
  return one.value < other.value - NOISE * (1 + Math.abs(other.value))
}

export interface SubproblemAsked extends Omit<Block, 'flows'> {
  /** The goal programme with its integer columns. */
  readonly lp: Lp
  /** A point of the model, which fixes all other columns. */
  readonly point: Float64Array
}

interface Pace {
  /** Share of the rota's cost allowance. */
  readonly share?: number
  /** Whether to skip comparing the costs of steps. */
  readonly isQuick?: () => boolean
}

/** A relaxation solved to optimality. */
export interface Root extends Found {
  readonly basis: Basis | null
}

export class SubproblemSearch {
  /** The given point, restricted to the subproblem. */
  readonly given: Found
  readonly #of: GoalModel
  readonly #effort: SearchEffort
  readonly #asked: SubproblemAsked
  readonly #sub: Subproblem
  /** By column of the draft. */
  readonly #columnOf: Int32Array
  /** By rank: the column of the level's deviation from its goal. */
  readonly #deviations: readonly SubColumn[]
  readonly #whole: readonly SubColumn[]
  /** By column of the model; −1 if outside the subproblem. */
  readonly #subColumnOf: Int32Array
  /** The subproblem with its integer columns and the cuts found so far. */
  #lp: Lp

  constructor(of: GoalModel, effort: SearchEffort, asked: SubproblemAsked) {
    const { model, goals } = of
    const beyond = Array.from({ length: asked.lp.columns - model.lp.columns }, (_, k) => model.lp.columns + k)
    const point = goalPoint(model, goals, asked.point)
    this.#of = of
    this.#effort = effort
    this.#asked = asked
    const columns = [...asked.own, ...asked.shared]
    this.#sub = subproblemOf(asked.lp, [...columns, ...beyond], point)
    this.#lp = this.#sub.lp
    const isIn = new Int32Array(model.lp.columns).fill(-1)
    for (const [k, j] of columns.entries()) isIn[j] = k
    this.#subColumnOf = isIn
    this.#columnOf = model.columnOf.map((j) => (j < 0 ? -1 : (isIn[j] ?? -1)))
    this.#deviations = model.levels.map((_, rank) => (columns.length + rank) as SubColumn)
    this.#whole = wholeColumns<SubColumn>(this.#lp)
    this.given = this.#found(Float64Array.from(this.#sub.columns, (j) => point[j] ?? 0))
  }

  /** The given point of the model with this subproblem's columns replaced. */
  placed({ point }: Found): Float64Array {
    const { model, goals } = this.#of
    return withSubproblem(goalPoint(model, goals, this.#asked.point), this.#sub, point).slice(0, model.lp.columns)
  }

  /** Another point of the model, restricted to the subproblem and evaluated. */
  foundAt(point: Float64Array): Found {
    const { model, goals } = this.#of
    const wider = goalPoint(model, goals, point)
    return this.#found(Float64Array.from(this.#sub.columns, (j) => wider[j] ?? 0))
  }

  /** Restricts a basis of the whole goal programme to this subproblem. */
  basisIn(whole: Basis): Basis {
    const of = (codes: Int32Array, kept: readonly number[]) => Int32Array.from(kept, (k) => codes[k] ?? 0)
    return { columns: of(whole.columns, this.#sub.columns), rows: of(whole.rows, this.#sub.rows) }
  }

  /**
   * The root relaxation; undefined if there was no time for it. Solved by interior point unless a basis is known: its vertex gives better
   * dives than the simplex's. In huge programmes the simplex is used, since interior point sometimes fails to finish on a block.
   */
  async relaxed(session: Session, priority: number, from?: Basis): Promise<Root | undefined> {
    const { model, goals } = this.#of
    const { cost } = goalProgramme(model, goals, priority)
    session.setCosts(Float64Array.from(this.#sub.columns, (j) => cost[j] ?? 0))
    if (from !== undefined) session.warmStart(from)
    const interior = from === undefined && this.#asked.lp.columns <= HUGE
    const answer = await session.solve({ ...this.#effort.limits(), interior })
    return 'point' in answer ? { ...this.#found(answer.point), basis: session.basis() } : undefined
  }

  /** The relaxation after changes in the session; undefined if it takes too long. */
  async updated(session: Session): Promise<Root | undefined> {
    const answer = await session.solve({ ...this.#effort.limits(), steps: ITERATIONS })
    return 'point' in answer ? { ...this.#found(answer.point), basis: session.basis() } : undefined
  }

  /** Runs `use` with the subproblem's relaxation held open; undefined if the engine has no sessions. */
  async opened<T>(use: (session: Session) => Promise<T>): Promise<T | undefined> {
    const session = this.#effort.engine.open?.(relaxationOf(this.#lp))
    if (session === undefined) return undefined
    try {
      return await use(session)
    } finally {
      session.close()
    }
  }

  /** The model's columns that are in the subproblem, as its own columns. */
  columnsIn(columns: readonly ModelColumn[]): SubColumn[] {
    return columns.map((j) => this.#subColumnOf[j] ?? -1).filter((k): k is SubColumn => k >= 0)
  }

  /** A point of the model, restricted to the subproblem. */
  pointIn(point: Float64Array): Float64Array {
    return Float64Array.from(this.#sub.columns, (j) => point[j] ?? 0)
  }

  /** Fixes the integer columns among these at the point's values, for the rest of the session. */
  settle(session: Session, point: Float64Array, columns: readonly SubColumn[]): void {
    for (const j of columns) {
      if (this.#lp.whole[j] !== 1) continue
      const value = Math.round(point[j] ?? 0)
      session.setColumnBounds(j, value, value)
    }
  }

  /** Dives from the session's current state; undefined if the dive failed. */
  async dive(session: Session, { share = 1, isQuick = () => false }: Pace = {}): Promise<Found | undefined> {
    const { draft, model } = this.#of
    // Exact levels may get worse only if there is no other way.
    const later = model.levels.length - 1
    const guarded = this.#deviations.filter((_, rank) => rank < later && EXACT.includes(levelAt(model.levels, rank)))
    const own = { session, model: { lp: this.#lp, columnOf: this.#columnOf }, draft }
    const isCareful = () => this.#lp.columns <= VERY_LARGE && !isQuick()
    const dived = await dive(own, this.#effort, { guarded, isCareful, share })
    return dived && this.#found(dived)
  }

  /**
   * Relaxation induced neighbourhood: fixes columns on which the relaxation and the given rota agree, and dives for the rest (Danna,
   * Rothberg and Le Pape 2005).
   */
  async induced(session: Session, relaxed: Found): Promise<Found | undefined> {
    const kept = this.#whole.filter((j) => Math.abs((relaxed.point[j] ?? 0) - (this.given.point[j] ?? 0)) < NOISE)
    this.settle(session, this.given.point, kept)
    return this.dive(session, { isQuick: () => true })
  }

  /** Crossover by a dive: fixes in the session what both rotas agree on, and dives for the rest. */
  async crossed(session: Session, better: Found, other: Found): Promise<Found | undefined> {
    const differing = new Set(this.#differing(better, other))
    const agreed = this.#whole.filter((j) => !differing.has(j))
    this.settle(session, better.point, agreed)
    return this.dive(session)
  }

  /**
   * Crossover by branching: fixes what both rotas agree on and solves the rest as a sub-MIP. It finds what a dive does not, but takes ten
   * times as long. It ends at a rota that is good enough, unless it began with one.
   */
  crossedByBranching(better: Found, other: Found): Promise<Found | undefined> {
    const isEnough = (point: Float64Array) => this.isEnough({ point })
    const until = this.isEnough(better) ? {} : { isEnough }
    return this.#branch(this.#differing(better, other), better.point, { start: better.point, ...until })
  }

  #differing(one: Found, other: Found): SubColumn[] {
    return this.#whole.filter((j) => Math.abs((one.point[j] ?? 0) - (other.point[j] ?? 0)) > 0.5)
  }

  /** Whether every level is good enough, with a little to spare. */
  isEnough({ point }: Pick<Found, 'point'>): boolean {
    const isGood = ({ allowed, enough }: Goal, rank: number) =>
      (point[this.#deviations[rank] ?? -1] ?? 0) <= ENOUGH_SHARE * enough - allowed
    return this.#of.goals.every(isGood)
  }

  /** Fixes a rota's sessions and plans its contacts as well as they allow. */
  async planned(point: Float64Array): Promise<Found | undefined> {
    const { engine, limits } = this.#effort
    const held = relaxationOf(fix(this.#lp, point, this.#whole))
    const answer = await engine.solve(held, { ...limits(), interior: this.#lp.columns > LARGE })
    return 'point' in answer ? this.#found(answer.point) : undefined
  }

  /** Adds cuts for the objective of all levels together; false if time ran out. */
  async addCuts(session: Session, from: Found): Promise<boolean> {
    let point = from.point
    for (let round = 0; round < ROUNDS; round++) {
      const rows = new MirCuts(this.#lp).separate(point, ROWS_AT_ONCE)
      session.addRows(rows)
      this.#lp = withRows(this.#lp, rows)
      const answer = await session.solve(this.#effort.limits())
      if (!('point' in answer)) return false
      point = answer.point
    }
    return true
  }

  /** Branches over the free columns, with all other integer columns fixed at the point's values. */
  async #branch(
    free: Iterable<SubColumn>,
    point: Float64Array,
    further: Pick<Limits, 'start' | 'isEnough'>,
  ): Promise<Found | undefined> {
    const open = new Set(free)
    const fixed = this.#whole.filter((j) => !open.has(j))
    const answer = await this.#effort.engine.solve(fix(this.#lp, point, fixed), {
      ...this.#effort.limits(),
      relativeGap: 0,
      absoluteGap: NEAR,
      nodes: NODES,
      branching: true,
      ...further,
    })
    return 'point' in answer ? this.#found(answer.point) : undefined
  }

  #found(point: Float64Array): Found {
    const { cost, offset } = this.#lp
    return { point, value: point.reduce((sum, value, j) => sum + value * (cost[j] ?? 0), offset) }
  }
}

function levelAt(levels: Model['levels'], rank: number): Level {
  return levels[rank]?.level ?? 'never'
}
