/**
 * One level, by a ladder of steps from cheap to thorough; it is left as soon as the asked gap is proven.
 * The rota that it begins with is mostly good enough already, and the tightened relaxation proves it (docs/decisions/0022). What
 * is left is a swap, a part of the programme, or the whole of it with its tight rows.
 */
import type { Level } from '../../src/breach.ts'
import type { Answer, Limits } from '../engines/engine.ts'
import { decidedIn, hold } from '../lp/fix.ts'
import { type Lp, relaxation } from '../lp/lp.ts'
import type { LevelCosts } from '../model/elastic.ts'
import { payingFrom } from './relaxation.ts'
import type { Staging } from './staging.ts'
import { floorIn, GAP_SHARE, goodEnough, levelValue } from './tolerances.ts'

export interface LevelTask {
  readonly staging: Staging
  /** The programme with this level's costs and all levels before held fast; mostly nobody asks for it. */
  readonly lp: () => Lp
  readonly costs: LevelCosts
  /** At what each level before is held. */
  readonly mosts: readonly number[]
  /** The levels after it, which break ties on purpose. */
  readonly later: readonly LevelCosts[]
  /** When the level is to end, in seconds since the solve began. */
  readonly until: number
}

export type LevelWon =
  | { readonly kind: 'won'; readonly point: Float64Array; readonly bound: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-point' }

/** Of the time that is left, what a level may take; later levels take what earlier ones leave. */
const SHARE: Readonly<Record<Level, number>> = {
  never: 0.5,
  safety: 0.35,
  urgent: 0.45,
  service: 0.6,
  wellbeing: 0.7,
  cost: 0.7,
  wish: 0.9,
}

/** Branches of a search in a part of the programme: enough for a swap or two, and the same on every machine. */
const PIECE_NODES = 20

/** Of the gap: a carried bound that has lost less is not looked for again. */
const NEARLY = 0.05

/** Of a level's time, what the whole programme may take before the pieces are searched. */
const WHOLE_SHARE = 0.7

/** Rounds over the pieces, and how far down one must bring the value for the next to be worth it. */
const PIECE_ROUNDS = 4
const PAYS = 0.9

/**
 * How much of this level's value the later levels together may sway a search: among rotas that are nearly equal here, the
 * one is found that spares people travel and odd shifts, and the later levels begin almost where they end.
 */
const SWAY = 3e-3

/** No level is better or worse by less than this. */
const NOISE = 1e-9

/** Since the solve began, when a level that starts now is to end. */
export function endOf(level: Level, staging: Staging): number {
  return staging.elapsed() + Math.max(0, staging.remaining()) * SHARE[level]
}

/** From no rota at all: the whole programme, as the engine finds it. */
export async function winFromNothing(task: LevelTask): Promise<LevelWon> {
  const onPoint = (point: Float64Array) => task.staging.standing.better(point)
  const answer = await task.staging.engine.solve(task.lp(), limits(task, { onPoint }))
  if (answer.status === 'infeasible') return { kind: 'impossible' }
  const bound = 'bound' in answer ? Math.max(0, answer.bound) : 0
  return 'point' in answer ? { kind: 'won', point: answer.point, bound } : { kind: 'no-point' }
}

/** From a known rota: never worse, whatever the engine does. */
export async function winLevel(task: LevelTask, point: Float64Array): Promise<LevelWon> {
  const search = new LevelSearch(task, point)
  await search.climb()
  return { kind: 'won', point: search.point, bound: search.bound }
}

class LevelSearch {
  point: Float64Array
  /** Costs are never negative, so nothing is below 0. */
  bound = 0
  readonly #task: LevelTask
  /** What the relaxation would do. */
  #relaxed: Float64Array | undefined

  constructor(task: LevelTask, point: Float64Array) {
    this.#task = task
    this.point = point
  }

  async climb(): Promise<void> {
    this.#carry()
    const ladder = [
      () => this.#relax(),
      () => this.#swapPeople(),
      () => this.#meetStart(),
      () => this.#searchInduced(),
      () => this.#everything(),
      () => this.#searchPieces(),
    ]
    const before = this.point
    for (const step of ladder) {
      if (this.#isWon() || this.#isOver()) break
      await step()
    }
    if (this.point !== before) await this.#planAgain()
  }

  /** What was proven of this level before the earlier ones were won holds still, a little weaker, and costs nothing. */
  #carry(): void {
    const { staging, mosts } = this.#task
    this.#prove(staging.prospect.carried(mosts.length, mosts))
    this.#relaxed = staging.prospect.seen(mosts.length).point
  }

  async #relax(): Promise<void> {
    const { staging, mosts, costs } = this.#task
    // Held looser than before, a new look cannot prove more than the old one did.
    const seen = staging.prospect.seen(mosts.length)
    const lost = Math.max(0, seen.bound - this.bound) / Math.max(seen.bound, floorIn(staging, costs.level))
    const isTight = staging.prospect.isTight(mosts.length)
    const isKnown = isTight && seen.point !== undefined && lost < NEARLY * staging.gap
    if (this.#isWon() || isKnown) return
    const exact = limits(this.#task, { relativeGap: 0, absoluteGap: 0 })
    const worth = payingFrom(staging.model.lp, staging.gap, floorIn(staging, costs.level))
    const tighter = isTight ? {} : { worth }
    const looked = await staging.prospect.look(mosts.length, mosts, { ...exact, ...tighter })
    if (looked.status !== 'optimal') return
    this.#prove(looked.bound)
    this.#relaxed = looked.point
  }

  /** The same posts held by other people: no contact moves, so the programme is small. */
  async #swapPeople(): Promise<void> {
    const { pieces } = this.#task.staging
    if (pieces.alike.length > 0)
      await this.#solve(hold(this.#swayed(), this.point, [...pieces.flow, ...pieces.alone]), { nodes: PIECE_NODES })
  }

  /**
   * The first rota weighed all levels at once; winning the levels before this one may have spoilt it. Where the two rotas
   * agree is no question, and what is left is a small programme.
   */
  async #meetStart(): Promise<void> {
    const { start } = this.#task.staging
    if (start === undefined || start === this.point) return
    const same = decidedIn(this.#task.lp()).filter((j) => Math.abs((start[j] ?? 0) - (this.point[j] ?? 0)) < 0.5)
    await this.#solve(hold(this.#swayed(), this.point, same), this.#pieceLimits())
  }

  /**
   * Where the rota and the relaxation agree is no question: the rest is searched, swayed so that no later level is spoilt
   * (relaxation-induced neighbourhoods; Danna, Rothberg and Le Pape, 2005).
   */
  async #searchInduced(): Promise<void> {
    const { staging, costs } = this.#task
    const relaxed = this.#relaxed
    // Of a level that is nearly nought the relaxation does not know where the last of it belongs.
    if (relaxed === undefined || this.bound < floorIn(staging, costs.level)) return
    const lp = this.#task.lp()
    const same = [...lp.whole.keys()].filter(
      (j) => lp.whole[j] === 1 && Math.abs((relaxed[j] ?? 0) - (this.point[j] ?? 0)) < 1e-6,
    )
    await this.#solve(hold(this.#swayed(), this.point, same), this.#pieceLimits())
  }

  /** One site, one day at a time, everybody else staying where they are; once more round as long as it pays. */
  async #searchPieces(): Promise<void> {
    for (let round = 0; round < PIECE_ROUNDS; round++) {
      const before = levelValue(this.#task.costs, this.point)
      for (const { held } of this.#task.staging.pieces.neighbourhoods) {
        if (this.#isWon() || this.#isOver()) return
        await this.#solve(hold(this.#swayed(), this.point, held), this.#pieceLimits())
      }
      if (levelValue(this.#task.costs, this.point) > PAYS * before) return
    }
  }

  async #everything(): Promise<void> {
    const { standing } = this.#task.staging
    const { level } = this.#task.costs
    const onProgress = ({ bound }: { bound: number }) => standing.proven(level, bound)
    const seconds = WHOLE_SHARE * limits(this.#task, {}).seconds
    const answer = await this.#solve(this.#task.lp(), { onProgress, seconds })
    if ('bound' in answer) this.#prove(answer.bound)
  }

  /**
   * A search ends where this level is good enough, whatever the later ones have become: the contacts are planned as well for those as
   * the sessions found allow. It may take what time is left, since later levels without any would end where they are.
   */
  async #planAgain(): Promise<void> {
    const { staging } = this.#task
    const held = hold(this.#swayed(), this.point, decidedIn(staging.model.lp))
    const seconds = Math.max(0.05, staging.remaining())
    const answer = await staging.engine.solve(
      relaxation(held),
      limits(this.#task, { relativeGap: 0, absoluteGap: 0, seconds }),
    )
    this.#keep(answer)
  }

  #prove(bound: number): void {
    this.bound = Math.max(this.bound, bound)
    this.#task.staging.standing.proven(this.#task.costs.level, this.bound)
  }

  /** A piece is searched closer than the whole, since what it could still give is lost otherwise; the target ends it early. */
  #pieceLimits(): Partial<Limits> {
    const { relativeGap, absoluteGap, seconds } = limits(this.#task, {})
    return { nodes: PIECE_NODES, relativeGap: relativeGap / 2, absoluteGap: absoluteGap / 2, seconds: seconds / 3 }
  }

  /** This level's costs, swayed a little by those of the later ones. */
  #swayed(): Lp {
    const { costs, later, staging } = this.#task
    const lp = this.#task.lp()
    const cost = Float64Array.from(lp.cost)
    const size = SWAY * Math.max(levelValue(costs, this.point), floorIn(staging, costs.level))
    later.forEach((level, rank) => {
      const scale = (size * 0.1 ** rank) / Math.max(1, levelValue(level, this.point))
      level.columns.forEach((j, k) => {
        cost[j] = (cost[j] ?? 0) + scale * (level.costs[k] ?? 0)
      })
    })
    return { ...lp, cost }
  }

  async #solve(lp: Lp, change: Partial<Limits>): Promise<Answer> {
    const onPoint = (point: Float64Array) => {
      if (this.#isBetter(point)) this.#task.staging.standing.better(point)
    }
    const answer = await this.#ask(lp, { start: this.point, onPoint, ...change })
    this.#keep(answer)
    return answer
  }

  #ask(lp: Lp, change: Partial<Limits>): Promise<Answer> {
    const good = this.#goodEnough()
    return this.#task.staging.engine.solve(lp, limits(this.#task, { isEnough: (_, value) => value <= good, ...change }))
  }

  /** Better in this level; or, once that is won, still good enough in it and better in a later one. */
  #keep(answer: Answer): void {
    if (!('point' in answer) || !this.#isBetter(answer.point)) return
    this.point = answer.point
    this.#task.staging.standing.better(answer.point)
  }

  #isBetter(point: Float64Array): boolean {
    const { costs, later } = this.#task
    const change = (level: LevelCosts) => levelValue(level, point) - levelValue(level, this.point)
    const next = later.map(change).find((difference) => Math.abs(difference) > NOISE) ?? 0
    if (this.#isWon()) return levelValue(costs, point) <= this.#goodEnough() && next < 0
    const here = change(costs)
    return Math.abs(here) > NOISE ? here < 0 : next < 0
  }

  #isWon(): boolean {
    return levelValue(this.#task.costs, this.point) <= this.#goodEnough()
  }

  #isOver(): boolean {
    const { stop } = this.#task.staging.watch
    return this.#task.staging.elapsed() >= this.#task.until || (stop !== undefined && Atomics.load(stop, 0) !== 0)
  }

  /** The value down from which the gap that was asked for is kept. */
  #goodEnough(): number {
    const { staging, costs } = this.#task
    return goodEnough(GAP_SHARE * staging.gap, this.bound, floorIn(staging, costs.level))
  }
}

function limits(task: LevelTask, change: Partial<Limits>): Limits {
  const { staging, costs } = task
  const { stop } = staging.watch
  return {
    seconds: Math.max(0.05, task.until - staging.elapsed()),
    relativeGap: staging.gap * GAP_SHARE,
    absoluteGap: staging.gap * GAP_SHARE * floorIn(staging, costs.level),
    seed: staging.seed,
    ...(stop === undefined ? {} : { stop }),
    // The bound that the engine tells may be that of a part of the programme: it only says that time goes on.
    onProgress: () => staging.standing.tell(),
    ...change,
  }
}
