/**
 * Where a solve stands: the best rota so far and what is proven of each level. It tells whoever watches a few times a second,
 * and hands every better rota out, so that it is not lost where the thread has to be ended in the middle of its work.
 */
import type { Level } from '../src/breach.ts'
import type { Watch } from './outcome.ts'
import type { LevelCosts } from './relax.ts'

/** Progress is told at most this often, in seconds; a first rota and a new level at once. */
const EVERY = 0.2

export class Standing {
  readonly #watch: Watch
  readonly #elapsed: () => number
  readonly #floors: ReadonlyMap<Level, number>
  readonly #bounds = new Map<Level, number>()
  #point: Float64Array | undefined
  #costs: LevelCosts | undefined
  #told = Number.NEGATIVE_INFINITY

  /** `elapsed`: seconds since the solve began. `floors`: least denominator of each level's gap. */
  constructor(watch: Watch, elapsed: () => number, floors: ReadonlyMap<Level, number>) {
    this.#watch = watch
    this.#elapsed = elapsed
    this.#floors = floors
  }

  begin(costs: LevelCosts): void {
    this.#costs = costs
    this.#bounds.set(costs.level, 0)
    this.#tellNow(this.#progress(costs))
    // The rota may stay the same to the end; what has been proven of it so far is not to be lost with the thread.
    this.#handOut()
  }

  /** A whole rota that keeps every level won so far; the latest is the best. */
  better(point: Float64Array): void {
    if (point === this.#point) return
    const isFirst = this.#point === undefined
    this.#point = point
    this.#handOut()
    if (isFirst && this.#costs !== undefined) this.#tellNow(this.#progress(this.#costs))
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
    if (this.#costs !== undefined && this.#elapsed() - this.#told >= EVERY) this.#tellNow(this.#progress(this.#costs))
  }

  #tellNow(progress: Parameters<NonNullable<Watch['onProgress']>>[0]): void {
    this.#told = this.#elapsed()
    this.#watch.onProgress?.(progress)
  }

  #progress(costs: LevelCosts) {
    const { level } = costs
    const known = this.#bounds.get(level) ?? 0
    const point = this.#point
    const best =
      point === undefined ? null : costs.columns.reduce((s, j, k) => s + (costs.costs[k] ?? 0) * (point[j] ?? 0), 0)
    const bound = best === null ? known : Math.min(known, best)
    const gap = best === null ? null : (best - bound) / Math.max(Math.abs(best), this.#floors.get(level) ?? 1)
    return { stage: level, level, bound, best, gap, seconds: this.#elapsed() }
  }
}
