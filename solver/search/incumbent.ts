/**
 * The incumbent: the best rota so far, and what is proven of each level. Progress is reported a few times a second, and every better
 * rota is handed out, so that it survives if the thread has to be killed in the middle of its work.
 */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { Heuristic } from './heuristic.ts'
import type { SolveProgress, Watch } from './watch.ts'

/** Progress is reported at most this often, in seconds; a first rota and a new level immediately. */
const EVERY = 0.2

/** The stage before the levels are won one after another. */
export const FIRST_ROTA = 'a first rota'

const NOTHING: Omit<SolveProgress, 'stage'> = { level: null, bound: null, best: null, gap: null, seconds: 0 }

export class Incumbent {
  readonly #watch: Watch
  readonly #elapsed: () => number
  readonly #floors: ReadonlyMap<Level, number>
  readonly #bounds = new Map<Level, number>()
  readonly #relaxed = new Map<Level, { readonly costs: LevelCosts; readonly bound: number }>()
  #point: Float64Array | undefined
  #costs: LevelCosts | undefined
  #told = Number.NEGATIVE_INFINITY

  /** `elapsed`: seconds since the solve started. `floors`: minimum denominator of each level's gap. */
  constructor(watch: Watch, elapsed: () => number, floors: ReadonlyMap<Level, number>) {
    this.#watch = watch
    this.#elapsed = elapsed
    this.#floors = floors
  }

  /**
   * During the first rota: the relaxation's bound of a level, those before it at their best. It is reported as progress, and proves
   * nothing of a rota in which they are not at their best.
   */
  relaxed(costs: LevelCosts, bound: number): void {
    this.#relaxed.set(costs.level, { costs, bound })
    this.tell()
  }

  /** The level that is won from now on. */
  begin(costs: LevelCosts): void {
    this.#costs = costs
    this.#bounds.set(costs.level, 0)
    this.#tellNow()
    // The rota may stay the same to the end; what has been proven of it so far is not to be lost with the thread.
    this.#handOut()
  }

  /** A rota that keeps every level won so far: the incumbent from now on. */
  better(point: Float64Array): void {
    if (point === this.#point) return
    const isFirst = this.#point === undefined
    this.#point = point
    this.#handOut()
    if (isFirst) this.#tellNow()
    else this.tell()
  }

  #handOut(): void {
    const point = this.#point
    if (point === undefined) return
    this.#watch.onBest?.({ point, bounds: [...this.#bounds].map(([level, bound]) => ({ level, bound })) })
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

  #distance({ level, columns, costs, settled = 0 }: LevelCosts, known: number): Omit<SolveProgress, 'stage'> {
    const point = this.#point
    const value = (at: Float64Array) => columns.reduce((sum, j, k) => sum + (costs[k] ?? 0) * (at[j] ?? 0), settled)
    const best = point === undefined ? null : value(point)
    const bound = best === null ? known : Math.min(known, best)
    const gap = best === null ? null : (best - bound) / Math.max(Math.abs(best), this.#floors.get(level) ?? 1)
    return { level, bound, best, gap, seconds: this.#elapsed() }
  }
}
