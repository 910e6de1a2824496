/**
 * Where a solve stands: the best rota so far and what is proven of each level. It tells whoever watches a few times a second,
 * and hands every better rota out, so that it is not lost where the thread has to be ended in the middle of its work.
 */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { SolveProgress, Watch } from './watch.ts'

/** Progress is told at most this often, in seconds; a first rota and a new level at once. */
const EVERY = 0.2

/** What is done before the levels are won one after another. */
export const FIRST_ROTA = 'a first rota'

const NOTHING: Omit<SolveProgress, 'stage'> = { level: null, bound: null, best: null, gap: null, seconds: 0 }

export class Standing {
  readonly #watch: Watch
  readonly #elapsed: () => number
  readonly #floors: ReadonlyMap<Level, number>
  readonly #bounds = new Map<Level, number>()
  readonly #hopes = new Map<Level, { readonly costs: LevelCosts; readonly bound: number }>()
  #point: Float64Array | undefined
  #costs: LevelCosts | undefined
  #told = Number.NEGATIVE_INFINITY

  /** `elapsed`: seconds since the solve began. `floors`: least denominator of each level's gap. */
  constructor(watch: Watch, elapsed: () => number, floors: ReadonlyMap<Level, number>) {
    this.#watch = watch
    this.#elapsed = elapsed
    this.#floors = floors
  }

  /**
   * During the first rota: the levels before it at their best, this one can be no better. It is told, and proves nothing of a rota
   * in which they are not.
   */
  hope(costs: LevelCosts, bound: number): void {
    this.#hopes.set(costs.level, { costs, bound })
    this.tell()
  }

  begin(costs: LevelCosts): void {
    this.#costs = costs
    this.#bounds.set(costs.level, 0)
    this.#tellNow()
    // The rota may stay the same to the end; what has been proven of it so far is not to be lost with the thread.
    this.#handOut()
  }

  /** A whole rota that keeps every level won so far; the latest is the best. */
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

  /** No rota that keeps the levels before is below this. Bounds of a part of the programme do not belong here. */
  proven(level: Level, bound: number): void {
    this.#bounds.set(level, Math.max(bound, this.#bounds.get(level) ?? 0))
    this.tell()
  }

  /** Called as often as one likes. */
  tell(): void {
    if (this.#elapsed() - this.#told >= EVERY) this.#tellNow()
  }

  #tellNow(): void {
    this.#told = this.#elapsed()
    this.#watch.onProgress?.(this.#progress())
  }

  #progress(): SolveProgress {
    const costs = this.#costs
    if (costs === undefined) return this.#hopedFor()
    return { stage: costs.level, ...this.#distance(costs, this.#bounds.get(costs.level) ?? 0) }
  }

  /** Of the first rota, the level that is the farthest from its best; before there is one, the level looked at last. */
  #hopedFor(): SolveProgress {
    const distances = [...this.#hopes.values()].map(({ costs, bound }) => this.#distance(costs, bound))
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
