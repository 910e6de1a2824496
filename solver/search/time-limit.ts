/** The time limit of a solve, and whether the caller has asked to stop. */
import type { Limits } from '../engines/engine.ts'

export interface TimeAsked {
  /** Time limit of the whole solve, in seconds. */
  readonly seconds: number
  /** Seconds since the solve started. */
  readonly elapsed: () => number
  /** The caller sets element 0 to 1 to stop the solve and get the best rota so far. */
  readonly stop?: Int32Array | undefined
}

export class TimeLimit {
  readonly seconds: number
  readonly #elapsed: () => number
  readonly #stop: Int32Array | undefined

  constructor({ seconds, elapsed, stop }: TimeAsked) {
    this.seconds = seconds
    this.#elapsed = elapsed
    this.#stop = stop
  }

  elapsed(): number {
    return this.#elapsed()
  }

  /** Seconds left until this share of the time limit has passed; negative afterwards. */
  left(share = 1): number {
    return share * this.seconds - this.#elapsed()
  }

  isStopped(): boolean {
    return this.#stop !== undefined && Atomics.load(this.#stop, 0) !== 0
  }

  /** The stop flag, in the form of an engine's limits. */
  flag(): Pick<Limits, 'stop'> {
    return this.#stop === undefined ? {} : { stop: this.#stop }
  }
}
