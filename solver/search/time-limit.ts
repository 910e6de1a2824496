/** How long a solve may take, and whether somebody has asked for its end. */
import type { Limits } from '../engines/engine.ts'

export interface TimeAsked {
  /** Seconds for the whole solve. */
  readonly seconds: number
  /** Seconds since it started. */
  readonly elapsed: () => number
  /** Element 0 becomes 1 when the caller wants the best rota so far. */
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

  /** Seconds left until this share of the whole time has passed; negative afterwards. */
  left(share = 1): number {
    return share * this.seconds - this.#elapsed()
  }

  isStopped(): boolean {
    return this.#stop !== undefined && Atomics.load(this.#stop, 0) !== 0
  }

  /** The caller's flag, as an engine's limits take it. */
  flag(): Pick<Limits, 'stop'> {
    return this.#stop === undefined ? {} : { stop: this.#stop }
  }
}
