/**
 * Rotas of one part of the programme that aims at all levels, everything outside of it staying where it is: a dive from its
 * relaxation, and the best of two rotas (docs/decisions/0023, 0024, 0027).
 */
import type { Level } from '../../../src/breach.ts'
import type { Basis, Engine, Limits, Session } from '../../engines/engine.ts'
import { withRows } from '../../lp/edit.ts'
import { decidedIn, hold } from '../../lp/fix.ts'
import { type Lp, relaxation } from '../../lp/lp.ts'
import { RoundingCuts } from '../../lp/mir-cuts.ts'
import { type Part, partOf, withPart } from '../../lp/subproblem.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import { HUGE, LARGE, VERY_LARGE } from '../sizes.ts'
import { EXACT } from '../tolerances.ts'
import type { ColumnsOfPart } from './decomposition.ts'
import { dive } from './dive.ts'
import { type Aim, aimed, aimedPoint } from './goal-programme.ts'

/** Rounds of tight rows before a dive that goes on from an earlier one, and rows in one round. */
const ROUNDS = 2
const ROWS_AT_ONCE = 400
const NODES = 400
/** Steps of the simplex to bring the relaxation of everything up to date: mostly a few hundred are enough, and some take a hundred times that. */
const STEPS = 3000
/** Branching ends within so much of the best, in what the last level is allowed. */
const NEAR = 0.15
/** Of what is good enough, what is asked for. */
const ENOUGH_SHARE = 0.97
/** Of its value: by no more than this no rota is better. */
const NOISE = 1e-6

/** What is searched, and how long. */
export interface PartTask {
  /** With its tight rows. */
  readonly model: Model
  readonly draft: Draft
  readonly aims: readonly Aim[]
  readonly engine: Engine
  readonly limits: () => Limits
  readonly isOver: () => boolean
}

export interface Found {
  /** Of the part. */
  readonly point: Float64Array
  /** By the costs of the whole programme that aims. */
  readonly value: number
}

export function isBetter(one: Found, other: Found): boolean {
  return one.value < other.value - NOISE * (1 + Math.abs(other.value))
}

export interface PartAsked extends Omit<ColumnsOfPart, 'flows'> {
  /** The programme that aims, with its whole columns. */
  readonly lp: Lp
  /** Of the model: where all other columns are. */
  readonly point: Float64Array
}

interface Pace {
  readonly share?: number
  /** Nobody looks at what steps cost. */
  readonly isHasty?: () => boolean
}

/** Of a relaxation that was solved to its end. */
export interface Root extends Found {
  readonly basis: Basis | null
}

export class PartSearch {
  /** What of the given point is in the part. */
  readonly given: Found
  readonly #task: PartTask
  readonly #asked: PartAsked
  readonly #part: Part
  /** By column of the draft. */
  readonly #columnOf: Int32Array
  readonly #beyond: readonly number[]
  readonly #whole: readonly number[]
  /** The part with its whole columns, and the tight rows found on the way. */
  #lp: Lp

  constructor(task: PartTask, asked: PartAsked) {
    const { model, aims } = task
    const beyond = Array.from({ length: asked.lp.columns - model.lp.columns }, (_, k) => model.lp.columns + k)
    const point = aimedPoint(model, aims, asked.point)
    this.#task = task
    this.#asked = asked
    const columns = [...asked.own, ...asked.shared]
    this.#part = partOf(asked.lp, [...columns, ...beyond], point)
    this.#lp = this.#part.lp
    const isIn = new Int32Array(model.lp.columns).fill(-1)
    for (const [k, j] of columns.entries()) isIn[j] = k
    this.#columnOf = model.columnOf.map((j) => (j < 0 ? -1 : (isIn[j] ?? -1)))
    this.#beyond = model.levels.map((_, rank) => columns.length + rank)
    this.#whole = decidedIn(this.#lp)
    this.given = this.#found(Float64Array.from(this.#part.columns, (j) => point[j] ?? 0))
  }

  /** Of the model: the given point with this one in the part's place. */
  placed({ point }: Found): Float64Array {
    const { model, aims } = this.#task
    return withPart(aimedPoint(model, aims, this.#asked.point), this.#part, point).slice(0, model.lp.columns)
  }

  /** Where the relaxation of the whole ended, as far as it is of this part. */
  basisIn(whole: Basis): Basis {
    const of = (codes: Int32Array, kept: readonly number[]) => Int32Array.from(kept, (k) => codes[k] ?? 0)
    return { columns: of(whole.columns, this.#part.columns), rows: of(whole.rows, this.#part.rows) }
  }

  /**
   * The relaxation; none where there was no time for it. By interior point unless it is known from where to go on: its corner gives
   * better dives than the end of a simplex. In a huge programme it comes to no end for a part now and then.
   */
  async relaxed(session: Session, priority: number, from?: Basis): Promise<Root | undefined> {
    const { model, aims, limits } = this.#task
    const { cost } = aimed(model, aims, priority)
    session.setCosts(Float64Array.from(this.#part.columns, (j) => cost[j] ?? 0))
    if (from !== undefined) session.goOnFrom(from)
    const answer = await session.solve({ ...limits(), interior: from === undefined && this.#asked.lp.columns <= HUGE })
    return 'point' in answer ? { ...this.#found(answer.point), basis: session.basis() } : undefined
  }

  /** The relaxation again, after what has changed in the session; none where that takes long. */
  async goneOn(session: Session): Promise<Root | undefined> {
    const answer = await session.solve({ ...this.#task.limits(), steps: STEPS })
    return 'point' in answer ? { ...this.#found(answer.point), basis: session.basis() } : undefined
  }

  /** The programme of the part held open, its whole columns in fractions; undefined where the engine does not. */
  async opened<T>(use: (session: Session) => Promise<T>): Promise<T | undefined> {
    const session = this.#task.engine.open?.(relaxation(this.#lp))
    if (session === undefined) return undefined
    try {
      return await use(session)
    } finally {
      session.close()
    }
  }

  /** From here on the given columns stay where the point has them. */
  settle(session: Session, point: Float64Array, columns: readonly number[]): void {
    for (const j of columns) {
      if (this.#lp.whole[j] !== 1) continue
      const value = Math.round(point[j] ?? 0)
      session.setColumnBounds(j, value, value)
    }
  }

  /** A dive from where the session stands; none where it came to no end. `share`: of all that the rota may spend. */
  async dive(session: Session, { share = 1, isHasty = () => false }: Pace = {}): Promise<Found | undefined> {
    const { draft, limits, isOver, model } = this.#task
    // What is held exactly later is not spent here, as long as there is another way.
    const later = model.levels.length - 1
    const guarded = this.#beyond.filter((_, rank) => rank < later && EXACT.includes(levelAt(model.levels, rank)))
    const own = { lp: this.#lp, columnOf: this.#columnOf }
    const isCareful = () => this.#lp.columns <= VERY_LARGE && !isHasty()
    const dived = await dive({ session, model: own, draft, limits, isOver, guarded, isCareful, share })
    return dived && this.#found(dived)
  }

  /** The best parts of both, by a dive in the session: what they agree on stays in it from here on. */
  async joined(session: Session, better: Found, other: Found): Promise<Found | undefined> {
    const differing = new Set(this.#differing(better, other))
    const agreed = this.#whole.filter((j) => !differing.has(j))
    this.settle(session, better.point, agreed)
    return this.dive(session)
  }

  /**
   * The best of both, by branching: what they agree on stays. It finds what a dive does not, and takes ten times as long; it ends where
   * a rota is good enough, unless that is what it began with.
   */
  branched(better: Found, other: Found): Promise<Found | undefined> {
    const isEnough = (point: Float64Array) => this.isEnough({ point })
    const until = this.isEnough(better) ? {} : { isEnough }
    return this.#branch(this.#differing(better, other), better.point, { start: better.point, ...until })
  }

  #differing(one: Found, other: Found): number[] {
    return this.#whole.filter((j) => Math.abs((one.point[j] ?? 0) - (other.point[j] ?? 0)) > 0.5)
  }

  /** Whether no level is worse than what is good enough, with a little to spare: what is proven of a level moves with those before it. */
  isEnough({ point }: Pick<Found, 'point'>): boolean {
    const isGood = ({ allowed, enough }: Aim, rank: number) =>
      (point[this.#beyond[rank] ?? -1] ?? 0) <= ENOUGH_SHARE * enough - allowed
    return this.#task.aims.every(isGood)
  }

  /** A rota whose sessions stay, and its contacts planned as well as those allow. */
  async planned(point: Float64Array): Promise<Found | undefined> {
    const { engine, limits } = this.#task
    const held = relaxation(hold(this.#lp, point, this.#whole))
    const answer = await engine.solve(held, { ...limits(), interior: this.#lp.columns > LARGE })
    return 'point' in answer ? this.#found(answer.point) : undefined
  }

  /** Tight rows for what all levels together would do; false where time ran out. */
  async tighten(session: Session, from: Found): Promise<boolean> {
    let point = from.point
    for (let round = 0; round < ROUNDS; round++) {
      const rows = new RoundingCuts(this.#lp).separate(point, ROWS_AT_ONCE)
      session.addRows(rows)
      this.#lp = withRows(this.#lp, rows)
      const answer = await session.solve(this.#task.limits())
      if (!('point' in answer)) return false
      point = answer.point
    }
    return true
  }

  /** The open columns decided by branching, all others held where the point has them. */
  async #branch(
    open: Iterable<number>,
    point: Float64Array,
    further: Pick<Limits, 'start' | 'isEnough'> = {},
  ): Promise<Found | undefined> {
    const free = new Set(open)
    const held = hold(
      this.#lp,
      point,
      this.#whole.filter((j) => !free.has(j)),
    )
    const answer = await this.#task.engine.solve(held, {
      ...this.#task.limits(),
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
