/**
 * The incumbent, and the proven bound of each level. Reports progress a few times a second and hands out every better rota at once, so that
 * it survives if the thread has to be killed.
 */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { Heuristic } from './heuristic.ts'
import { type AskedGap, EXACT, floorIn, goodEnough, levelValue } from './tolerances.ts'
import type { BestSoFar, SolveProgress, Watch } from './watch.ts'

/** Minimum interval between progress reports, in seconds; the first rota is reported immediately. */
const EVERY = 0.25

/** Differences in a level's value below this are ignored (relative above 1). */
const NOISE = 1e-7

/** Name of the stage before levels are won one by one. */
export const FIRST_ROTA = 'a first rota'

const NOTHING: Omit<SolveProgress, 'stage'> = { level: null, bound: null, best: null, gap: null, seconds: 0 }

/**
 * Returns the bounds proven for a rota: for each level, the least value of any rota that keeps the earlier levels where this one has them.
 */
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

  /** The incumbent; undefined before the first rota. */
  get point(): Float64Array | undefined {
    return this.#point
  }

  /** From now on, hands out every rota with the bounds that this prover gives for it. */
  provenBy(prover: Prover): void {
    this.#prover = prover
  }

  /**
   * While the first rota is sought: the LP bound of a level with the earlier levels about as good as possible. It is reported as progress,
   * but proves nothing about a rota whose earlier levels are worse. If it does improve a bound of the incumbent, that is handed out again.
   */
  relaxed(costs: LevelCosts, bound: number): void {
    const known = this.#relaxed.get(costs.level)?.bound ?? 0
    this.#relaxed.set(costs.level, { costs, bound })
    if (bound > known) this.#handOut()
    this.tell()
  }

  /** Starts winning this level. */
  begin(costs: LevelCosts): void {
    this.#costs = costs
    this.#bounds.set(costs.level, 0)
    this.tell()
    // The rota may not change again before the end; hand out its bounds now so that they are not lost with the thread.
    this.#handOut()
  }

  /** Offers a rota; it becomes the incumbent unless the current one is better. */
  better(point: Float64Array): void {
    if (this.#point === undefined || this.isBetter(point, this.#point)) this.won(point)
  }

  /** Makes this rota the incumbent unconditionally: levels were won with it, and further bounds will be proven for it. */
  won(point: Float64Array): void {
    if (point === this.#point) return
    const isFirst = this.#point === undefined
    this.#point = point
    this.#handOut()
    if (isFirst) this.#tellNow()
    else this.tell()
  }

  /**
   * Compares two rotas on the first level where they differ. A level on which both are within the asked gap of its bound counts only as a
   * tie-breaker; exact levels always count.
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
    // Before any level is relaxed, rotas come from a search that wins level after level: the later rota is the better.
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

  /** Records a bound: no rota that keeps the earlier levels is below it. Never call this with the bound of a subproblem. */
  proven(level: Level, bound: number): void {
    this.#bounds.set(level, Math.max(bound, this.#bounds.get(level) ?? 0))
    this.tell()
  }

  /** Runs a heuristic and reports its time and whether it improved anything, for the bench. */
  async run<In, Out>(heuristic: Heuristic<In, Out>, input: In): Promise<Out> {
    const began = this.#elapsed()
    const out = await heuristic.run(input)
    const isBetter = heuristic.isBetter(out, input)
    this.#watch.onHeuristic?.({ name: heuristic.name, seconds: this.#elapsed() - began, isBetter })
    return out
  }

  /** Reports progress unless the last report was too recent. */
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

  /** Progress on the first rota: the level with the largest gap; before any gap is known, the level solved last. */
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
