/**
 * Rotas out of the programme that aims at all levels: a dive makes whole sessions of its relaxation, and where that is not good
 * enough, other priorities and tight rows lead the next dive elsewhere. Of two such rotas the best parts are joined: what both
 * agree on stays, and the rest is branched over (docs/decisions/0023, 0024).
 */
import { type Aim, aimed, aimedPoint } from './aim.ts'
import { dive } from './dive.ts'
import type { Draft } from './draft.ts'
import type { Basis, Engine, Limits, Session } from './engines/engine.ts'
import { decidedIn, hold } from './hold.ts'
import { withRows } from './lp/edit.ts'
import type { Lp } from './lp/lp.ts'
import { RoundingCuts } from './lp/rounding-cuts.ts'
import type { Model } from './relax.ts'
import { EXACT } from './staging.ts'

export interface AimSearch {
  /** With its tight rows. */
  readonly model: Model
  readonly draft: Draft
  readonly aims: readonly Aim[]
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
/** Branching ends within so much of the best, in what the last level is allowed. */
const NEAR = 0.15
/** In the costs of the programme that aims: by no more than this no rota is better. */
const NOISE = 1e-6

interface Found {
  readonly point: Float64Array
  /** By the costs of the programme that aims. */
  readonly value: number
}

/** The best rota found; none where every dive ended in nothing. The engine can hold programmes open. */
export async function searchForAims(task: AimSearch): Promise<Float64Array | undefined> {
  const lp = aimed(task.model, task.aims, PRIORITY)
  const session = task.engine.open?.(lp)
  if (session === undefined) return undefined
  try {
    return await new AimedSearch(task, lp, session).best()
  } finally {
    session.close()
  }
}

class AimedSearch {
  readonly #task: AimSearch
  readonly #session: Session
  readonly #whole: readonly number[]
  /** The programme with its whole columns, and the tight rows found on the way. */
  #lp: Lp
  /** Where the relaxation of the first priority ended. */
  #root: Basis | null = null
  #best: Found | undefined

  constructor(task: AimSearch, lp: Lp, session: Session) {
    const { model } = task
    const whole = new Uint8Array(lp.columns)
    whole.set(model.lp.whole)
    this.#task = task
    this.#session = session
    this.#whole = decidedIn(model.lp)
    this.#lp = { ...lp, whole }
  }

  async best(): Promise<Float64Array | undefined> {
    const { model } = this.#task
    // With one level there is nothing to weigh, and the search by pieces goes on from the first dive.
    const priorities = model.levels.length > 1 ? PRIORITIES : [PRIORITY]
    for (const priority of priorities) {
      if (!(await this.#look(priority))) break
      const found = await this.#descend()
      if (found !== undefined) await this.#join(found)
      if ((await this.#isEnough()) || this.#task.isOver()) break
    }
    return this.#best?.point
  }

  /** The relaxation from which a dive starts; false where there was no time for it. */
  async #look(priority: number): Promise<boolean> {
    const { model, aims, limits } = this.#task
    this.#session.setCosts(aimed(model, aims, priority).cost)
    // By interior point at first, whose corner gives better dives than where the looks ended; the others are near the first.
    if (this.#root !== null) this.#session.goOnFrom(this.#root)
    const root = await this.#session.solve({ ...limits(), interior: this.#root === null })
    if (!('point' in root)) return false
    const isFirst = this.#root === null
    this.#root = this.#session.basis()
    return isFirst || (await this.#tighten(root.point))
  }

  /** Tight rows for what all levels together would do. */
  async #tighten(from: Float64Array): Promise<boolean> {
    let point = from
    for (let round = 0; round < ROUNDS; round++) {
      const rows = new RoundingCuts(this.#lp).separate(point, ROWS_AT_ONCE)
      for (const row of rows) this.#session.addRow(row)
      this.#lp = withRows(this.#lp, rows)
      const answer = await this.#session.solve(this.#task.limits())
      if (!('point' in answer)) return false
      point = answer.point
    }
    return true
  }

  /** A dive, its contacts planned as well as its sessions allow. */
  async #descend(): Promise<Found | undefined> {
    const { model, draft, limits, isOver } = this.#task
    // What is held exactly later is not spent here, as long as there is another way.
    const later = model.levels.length - 1
    const guarded = model.levels.flatMap(({ level }, rank) =>
      EXACT.includes(level) && rank < later ? [model.lp.columns + rank] : [],
    )
    const dived = await dive({ session: this.#session, model, draft, limits, isOver, guarded })
    return dived && this.#branch([], dived)
  }

  /** The best of it and of the best so far: what they agree on stays. */
  async #join(found: Found): Promise<void> {
    const other = this.#best
    this.#keep(found)
    if (other === undefined || (await this.#isEnough()) || this.#task.isOver()) return
    const differs = (j: number) => Math.abs((found.point[j] ?? 0) - (other.point[j] ?? 0)) > 0.5
    const from = this.#best ?? found
    const joined = await this.#branch(this.#whole.filter(differs), from.point, from.point)
    if (joined !== undefined) this.#keep(joined)
  }

  #keep(found: Found): void {
    if (this.#best !== undefined && this.#best.value <= found.value + NOISE) return
    this.#best = found
    this.#task.onBetter(found.point)
  }

  async #isEnough(): Promise<boolean> {
    return this.#best !== undefined && (await this.#task.isEnough(this.#best.point))
  }

  /** The open columns decided by branching, all others held where the point has them. */
  async #branch(open: Iterable<number>, point: Float64Array, start?: Float64Array): Promise<Found | undefined> {
    const { model, aims, engine, limits } = this.#task
    const free = new Set(open)
    const held = hold(
      this.#lp,
      point,
      this.#whole.filter((j) => !free.has(j)),
    )
    const answer = await engine.solve(held, {
      ...limits(),
      relativeGap: 0,
      absoluteGap: NEAR,
      nodes: NODES,
      branching: true,
      ...(start === undefined ? {} : { start: aimedPoint(model, aims, start) }),
    })
    if (!('point' in answer)) return undefined
    return { point: answer.point.slice(0, model.lp.columns), value: answer.objective }
  }
}
