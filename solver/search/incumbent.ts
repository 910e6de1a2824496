/**
 * The incumbent: the best rota so far, and what is proven of each level. Progress is reported a few times a second, and every better
 * rota is handed out, so that it survives if the thread has to be killed in the middle of its work.
 */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { Heuristic } from './heuristic.ts'
import { type AskedGap, EXACT, floorIn, goodEnough, levelValue } from './tolerances.ts'
import type { BestSoFar, SolveProgress, Watch } from './watch.ts'

/** Progress is reported at most this often, in seconds; the first rota immediately. */
const EVERY = 0.25

/** No level is better or worse by less than this, relative above 1. */
const NOISE = 1e-7

/** The stage before the levels are won one after another. */
export const FIRST_ROTA = 'a first rota'

const NOTHING: Omit<SolveProgress, 'stage'> = { level: null, bound: null, best: null, gap: null, seconds: 0 }

/** For a rota: what no rota that keeps its levels before is below, level by level. */
export type Prover = (point: Float64Array) => BestSoFar['bounds']

export class Incumbent {
  readonly #watch: Watch
  readonly #elapsed: () => number
  readonly #asked: AskedGap
  readonly #bounds = new Map<Level, number>()
  readonly #relaxed = new Map<Level, { readonly costs: LevelCosts; readonly bound: number }>()
  #point: Float64Array | undefined
  #costs: LevelCosts | undefined
  #told = Number.NEGATIVE_INFINITY
  #prover: Prover | undefined

  /** `elapsed`: seconds since the solve started. */
  constructor(watch: Watch, elapsed: () => number, asked: AskedGap) {
    this.#watch = watch
    this.#elapsed = elapsed
    this.#asked = asked
  }

  /** The best rota so far; none yet. */
  get point(): Float64Array | undefined {
    return this.#point
  }

  /** From now on every rota is handed out with what this proves for it. */
  provenBy(prover: Prover): void {
    this.#prover = prover
  }

  /**
   * During the first rota: the relaxation's bound of a level, those before it at their best. It is reported as progress, and proves
   * nothing of a rota in which they are not at their best. What it does prove of the rota that is known is handed out with it again.
   */
  relaxed(costs: LevelCosts, bound: number): void {
    const known = this.#relaxed.get(costs.level)?.bound ?? 0
    this.#relaxed.set(costs.level, { costs, bound })
    if (bound > known) this.#handOut()
    this.tell()
  }

  /** The level that is won from now on. */
  begin(costs: LevelCosts): void {
    this.#costs = costs
    this.#bounds.set(costs.level, 0)
    this.tell()
    // The rota may stay the same to the end; what has been proven of it so far is not to be lost with the thread.
    this.#handOut()
  }

  /** A rota: the incumbent from now on, unless the one that is known is better. */
  better(point: Float64Array): void {
    if (this.#point === undefined || this.isBetter(point, this.#point)) this.won(point)
  }

  /** The rota that levels have been won with: the incumbent whatever it was, since what is proven next is proven for this one. */
  won(point: Float64Array): void {
    if (point === this.#point) return
    const isFirst = this.#point === undefined
    this.#point = point
    this.#handOut()
    if (isFirst) this.#tellNow()
    else this.tell()
  }

  /**
   * Whether the one rota is better than the other in the first level in which they differ. Levels that both have within the asked gap of
   * what is known to be possible do not count, unless nothing else tells them apart; those held exactly always do.
   */
  isBetter(one: Float64Array, other: Float64Array): boolean {
    let later = 0
    for (const { costs, bound } of this.#relaxed.values()) {
      const [a, b] = [levelValue(costs, one), levelValue(costs, other)]
      if (Math.abs(a - b) <= NOISE * Math.max(1, Math.abs(b))) continue
      if (later === 0) later = a - b
      const known = Math.max(bound, this.#bounds.get(costs.level) ?? 0)
      const isEqual = !EXACT.includes(costs.level) && Math.max(a, b) <= goodEnough(this.#asked, costs.level, known)
      if (!isEqual) return a < b
    }
    // Where no level is known, rotas come from whoever wins one level after another: the later is the better.
    return this.#relaxed.size === 0 || later < 0
  }

  #handOut(): void {
    const point = this.#point
    if (point === undefined || this.#watch.onBest === undefined) return
    const proven = new Map(this.#bounds)
    for (const { level, bound } of this.#prover?.(point) ?? []) {
      proven.set(level, Math.max(bound, proven.get(level) ?? 0))
    }
    this.#watch.onBest({ point, bounds: [...proven].map(([level, bound]) => ({ level, bound })) })
  }

  /** No rota that keeps the levels before is below this. Bounds of a subproblem do not belong here. */
  proven(level: Level, bound: number): void {
    this.#bounds.set(level, Math.max(bound, this.#bounds.get(level) ?? 0))
    this.tell()
  }

  /** Runs a heuristic, and notes for measurements what it took and whether something came of it. */
  async run<In, Out>(heuristic: Heuristic<In, Out>, input: In): Promise<Out> {
    const began = this.#elapsed()
    const out = await heuristic.run(input)
    const isBetter = heuristic.isBetter(out, input)
    this.#watch.onHeuristic?.({ name: heuristic.name, seconds: this.#elapsed() - began, isBetter })
    return out
  }

  /** Reports progress, if the last report is old enough. */
  tell(): void {
    if (this.#elapsed() - this.#told >= EVERY) this.#tellNow()
  }

  #tellNow(): void {
    this.#told = this.#elapsed()
    this.#watch.onProgress?.(this.#progress())
  }

  #progress(): SolveProgress {
    const costs = this.#costs
    if (costs === undefined) return this.#firstRotaProgress()
    return { stage: costs.level, ...this.#distance(costs, this.#bounds.get(costs.level) ?? 0) }
  }

  /** For the first rota, the level furthest from its bound; before there is one, the level solved last. */
  #firstRotaProgress(): SolveProgress {
    const distances = [...this.#relaxed.values()].map(({ costs, bound }) => this.#distance(costs, bound))
    const farthest = distances.reduce((a, b) => ((b.gap ?? 0) >= (a.gap ?? 0) ? b : a), NOTHING)
    return { stage: FIRST_ROTA, ...farthest, seconds: this.#elapsed() }
  }

  #distance(costs: LevelCosts, known: number): Omit<SolveProgress, 'stage'> {
    const { level } = costs
    const best = this.#point === undefined ? null : levelValue(costs, this.#point)
    const bound = best === null ? known : Math.min(known, best)
    const gap = best === null ? null : (best - bound) / Math.max(Math.abs(best), floorIn(this.#asked, level))
    return { level, bound, best, gap, seconds: this.#elapsed() }
  }
}
