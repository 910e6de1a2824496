/** Tracks one engine call: its time, stop flag, best point so far and listeners. */
import type { Lp } from '../lp/lp.ts'
import { now } from './clock.ts'
import type { Limits } from './engine.ts'
import { type Settled, settle } from './settle.ts'

/** Minimum interval between progress reports. */
const EVERY_SECONDS = 0.25

/** Engines with a time limit of their own end by it; others are stopped this much later. */
const GRACE_SECONDS = 0.3

export class Watch {
  readonly #lp: Lp
  readonly #limits: Limits
  readonly #began = now()
  #told = 0
  #bound = -Infinity
  #best: Settled | null = null
  #isEnough = false
  #fault: { readonly error: unknown } | null = null

  constructor(lp: Lp, limits: Limits) {
    this.#lp = lp
    this.#limits = limits
  }

  /** The best checked point so far, and the last reported bound. */
  get best(): Settled | null {
    return this.#best
  }

  get bound(): number {
    return this.#bound
  }

  seconds(): number {
    return now() - this.#began
  }

  /** Seconds left; 0 once the caller has asked to stop. */
  left(): number {
    return this.stopped() ? 0 : Math.max(0, this.#limits.seconds - this.seconds())
  }

  stopped(): boolean {
    if (this.#fault !== null) return true
    return this.#limits.stop !== undefined && Atomics.load(this.#limits.stop, 0) !== 0
  }

  /** Called from the engine's clock and callbacks: reports progress and returns whether to stop. */
  over(): boolean {
    // Called thousands of times a second, so the clock is read only once.
    const seconds = this.seconds()
    this.#tell(seconds)
    return this.stopped() || this.#isEnough || seconds > this.#limits.seconds + GRACE_SECONDS
  }

  hear(bound: number | undefined): void {
    if (bound !== undefined && Number.isFinite(bound)) this.#bound = Math.max(this.#bound, bound)
  }

  /** Keeps a point if it is feasible and better than the best; returns whether it was kept. */
  offer(point: Float64Array): boolean {
    const settled = settle(this.#lp, point)
    if (settled === null) return false
    if (this.#best === null || settled.objective < this.#best.objective) {
      this.#best = settled
      this.#guard(() => {
        this.#limits.onPoint?.(settled.point.slice(), settled.objective)
        this.#isEnough = this.#limits.isEnough?.(settled.point, settled.objective) ?? false
      })
    }
    return true
  }

  /** Listeners must not throw through a solver's stack frames: their error ends the solve and is rethrown here. */
  rethrow(): void {
    if (this.#fault !== null) throw this.#fault.error
  }

  #tell(seconds: number): void {
    if (this.#limits.onProgress === undefined || seconds - this.#told < EVERY_SECONDS) return
    this.#told = seconds
    const best = this.#best?.objective ?? Infinity
    this.#guard(() => this.#limits.onProgress?.({ bound: Math.min(this.#bound, best), best, seconds }))
  }

  #guard(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.#fault ??= { error }
    }
  }
}
