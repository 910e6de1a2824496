/**
 * Rotas out of the programme that aims at all levels: a dive makes whole sessions of its relaxation, and where that is not good
 * enough, other priorities and tight rows lead the next dive elsewhere. Of two such rotas the best parts are joined: what both
 * agree on stays, and the rest is branched over. The rota of a large network is made better part by part
 * (docs/decisions/0023, 0024).
 */
import type { Level } from '../src/breach.ts'
import { type Aim, aimed, aimedPoint } from './aim.ts'
import { dive } from './dive.ts'
import type { Draft } from './draft.ts'
import type { Basis, Engine, Limits, Session } from './engines/engine.ts'
import { decidedIn, hold } from './hold.ts'
import { withRows } from './lp/edit.ts'
import { type Lp, relaxation } from './lp/lp.ts'
import { type Part, partOf, withPart } from './lp/part.ts'
import { RoundingCuts } from './lp/rounding-cuts.ts'
import type { ColumnsOfPart } from './parts.ts'
import type { Model } from './relax.ts'
import { EXACT } from './staging.ts'

export interface AimSearch {
  /** With its tight rows. */
  readonly model: Model
  readonly draft: Draft
  readonly aims: readonly Aim[]
  /** Of the model, each made better in turn. */
  readonly parts: readonly ColumnsOfPart[]
  readonly engine: Engine
  readonly limits: () => Limits
  readonly isOver: () => boolean
  /** Nothing is left to be wished for. */
  readonly isEnough: (point: Float64Array) => Promise<boolean>
  readonly onBetter: (point: Float64Array) => void
}

/** How much dearer it is to miss a level than to miss the next by as much of what is allowed, where rotas are compared. */
const PRIORITY = 2
/** The same, for the relaxation that each dive starts from: what ends elsewhere has other good parts. */
const PRIORITIES = [PRIORITY, 1.5, 3, 1.2, 2.5, 1.35, 4, 1.1]
/** Rounds of tight rows before each dive but the first, and rows in one round. */
const ROUNDS = 2
const ROWS_AT_ONCE = 400
const NODES = 400
/** Up to so many columns a dive looks at what its steps cost. */
const CAREFUL = 30_000
/** Branching ends within so much of the best, in what the last level is allowed. */
const NEAR = 0.15
/** In the costs of the programme that aims: by no more than this no rota is better. */
const NOISE = 1e-6

/** The best rota found; none where every dive ended in nothing. The engine can hold programmes open. */
export async function searchForAims(task: AimSearch): Promise<Float64Array | undefined> {
  return task.engine.open === undefined ? undefined : new AimedSearch(task).best()
}

class AimedSearch {
  readonly #task: AimSearch
  readonly #lp: Lp
  readonly #everything: ColumnsOfPart
  /** Where the relaxation of a part ended last. */
  readonly #roots = new Map<ColumnsOfPart, Basis>()
  #best: Float64Array | undefined
  #isDone = false

  constructor(task: AimSearch) {
    const lp = aimed(task.model, task.aims, PRIORITY)
    const whole = new Uint8Array(lp.columns)
    whole.set(task.model.lp.whole)
    this.#task = task
    this.#lp = { ...lp, whole }
    const [only, ...others] = task.parts
    const everything = { own: [...Array(task.model.lp.columns).keys()], shared: [] }
    this.#everything = only !== undefined && others.length === 0 ? only : everything
  }

  async best(): Promise<Float64Array | undefined> {
    const { model, isOver } = this.#task
    // With one level there is nothing to weigh, and the search by pieces goes on from the first dive.
    const priorities = model.levels.length > 1 ? PRIORITIES : [PRIORITY]
    for (const priority of priorities) {
      if (this.#best === undefined) await this.#begin(priority)
      else await this.#improve(priority, this.#best)
      if (this.#isDone || isOver()) break
    }
    return this.#best
  }

  /** A rota out of the relaxation, all at once. */
  async #begin(priority: number): Promise<void> {
    const search = this.#searchOf(this.#everything, new Float64Array(this.#task.model.lp.columns))
    const dived = await search.dive(priority)
    if (dived !== undefined) await this.#keep(search.placed(dived))
  }

  async #improve(priority: number, rota: Float64Array): Promise<void> {
    for (const part of this.#task.parts) {
      if (this.#isDone || this.#task.isOver()) return
      await this.#improvePart(part, priority, this.#best ?? rota)
    }
  }

  /** One part of the rota, all others staying as they are. */
  async #improvePart(part: ColumnsOfPart, priority: number, rota: Float64Array): Promise<void> {
    const search = this.#searchOf(part, rota)
    const before = search.given
    const dived = await search.dive(priority)
    if (dived === undefined) return
    const better = isBetter(dived, before) ? dived : before
    if (better === dived) await this.#keep(search.placed(dived))
    if (this.#isDone) return
    const joined = await search.joined(better, better === dived ? before : dived)
    if (joined !== undefined && isBetter(joined, better)) await this.#keep(search.placed(joined))
  }

  #searchOf(part: ColumnsOfPart, point: Float64Array): PartSearch {
    const root = this.#roots.get(part)
    const onRoot = (basis: Basis) => void this.#roots.set(part, basis)
    return new PartSearch(this.#task, { lp: this.#lp, ...part, point, onRoot, ...(root && { root }) })
  }

  async #keep(point: Float64Array): Promise<void> {
    this.#best = point
    this.#task.onBetter(point)
    this.#isDone = await this.#task.isEnough(point)
  }
}

interface Found {
  /** Of the part. */
  readonly point: Float64Array
  /** By the costs of the whole programme that aims. */
  readonly value: number
}

function isBetter(one: Found, other: Found): boolean {
  return one.value < other.value - NOISE
}

interface PartAsked extends ColumnsOfPart {
  /** The programme that aims, with its whole columns. */
  readonly lp: Lp
  /** Of the model: where all other columns are. */
  readonly point: Float64Array
  /** Where the relaxation of the part ended before. */
  readonly root?: Basis
  readonly onRoot: (basis: Basis) => void
}

/** One part of the programme that aims, everything outside of it staying where it is. */
class PartSearch {
  /** What of the given point is in the part. */
  readonly given: Found
  readonly #task: AimSearch
  readonly #asked: PartAsked
  readonly #part: Part
  /** By column of the draft. */
  readonly #columnOf: Int32Array
  readonly #beyond: readonly number[]
  readonly #whole: readonly number[]
  /** The part with its whole columns, and the tight rows found on the way. */
  #lp: Lp

  constructor(task: AimSearch, asked: PartAsked) {
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

  /** A dive, its contacts planned as well as its sessions allow; none where it came to no end. */
  async dive(priority: number): Promise<Found | undefined> {
    const { draft, engine, limits, isOver, model } = this.#task
    const session = engine.open?.(relaxation(this.#lp))
    if (session === undefined) return undefined
    try {
      if (isOver() || !(await this.#look(session, priority))) return undefined
      // What is held exactly later is not spent here, as long as there is another way.
      const later = model.levels.length - 1
      const guarded = this.#beyond.filter((_, rank) => rank < later && EXACT.includes(levelAt(model, rank)))
      const own = { lp: this.#lp, columnOf: this.#columnOf }
      const dived = await dive({
        session,
        model: own,
        draft,
        limits,
        isOver,
        guarded,
        isCareful: this.#lp.columns <= CAREFUL,
      })
      return dived && (await this.#branch([], dived))
    } finally {
      session.close()
    }
  }

  /** The best of both: what they agree on stays. */
  joined(better: Found, other: Found): Promise<Found | undefined> {
    const differs = (j: number) => Math.abs((better.point[j] ?? 0) - (other.point[j] ?? 0)) > 0.5
    return this.#branch(this.#whole.filter(differs), better.point, better.point)
  }

  /** The relaxation from which a dive starts; false where there was no time for it. */
  async #look(session: Session, priority: number): Promise<boolean> {
    const { model, aims, limits } = this.#task
    const { root, onRoot } = this.#asked
    const { cost } = aimed(model, aims, priority)
    session.setCosts(Float64Array.from(this.#part.columns, (j) => cost[j] ?? 0))
    // By interior point at first, whose corner gives better dives than the end of a simplex; the others are near the first.
    if (root !== undefined) session.goOnFrom(root)
    const answer = await session.solve({ ...limits(), interior: root === undefined })
    if (!('point' in answer)) return false
    const basis = session.basis()
    if (basis !== null) onRoot(basis)
    return root === undefined || (await this.#tighten(session, answer.point))
  }

  /** Tight rows for what all levels together would do. */
  async #tighten(session: Session, from: Float64Array): Promise<boolean> {
    let point = from
    for (let round = 0; round < ROUNDS; round++) {
      const rows = new RoundingCuts(this.#lp).separate(point, ROWS_AT_ONCE)
      for (const row of rows) session.addRow(row)
      this.#lp = withRows(this.#lp, rows)
      const answer = await session.solve(this.#task.limits())
      if (!('point' in answer)) return false
      point = answer.point
    }
    return true
  }

  /** The open columns decided by branching, all others held where the point has them. */
  async #branch(open: Iterable<number>, point: Float64Array, start?: Float64Array): Promise<Found | undefined> {
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
      ...(start === undefined ? {} : { start }),
    })
    return 'point' in answer ? this.#found(answer.point) : undefined
  }

  #found(point: Float64Array): Found {
    const { cost, offset } = this.#lp
    return { point, value: point.reduce((sum, value, j) => sum + value * (cost[j] ?? 0), offset) }
  }
}

function levelAt({ levels }: Model, rank: number): Level {
  return levels[rank]?.level ?? 'never'
}
