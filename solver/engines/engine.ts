/** What an engine is: a name and one method. Engines know solver/lp and nothing else. */
import type { Lp } from '../lp/lp.ts'

export interface Progress {
  /** Proven bound, best value found (Infinity before the first), seconds since the start of this call. */
  readonly bound: number
  readonly best: number
  readonly seconds: number
}

export interface Limits {
  readonly seconds: number
  /** Stop when best − bound ≤ relativeGap · |best|, or ≤ absoluteGap. */
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** A point to begin from; NaN where the engine should find the value itself. */
  readonly start?: Float64Array
  /** Element 0 becomes 1 when the work is to end (shared with the caller, read with Atomics). */
  readonly stop?: Int32Array
  readonly onProgress?: (progress: Progress) => void
  /** Interior point instead of simplex, for large relaxations. */
  readonly interior?: boolean
}

/**
 * `optimal`: proven within the asked gaps. `feasible`: a point, ended by time or by the caller; its distance is bound to
 * best. A `point` has always passed `residuals`. `bound` is a true lower bound.
 */
export type Answer =
  | {
      readonly status: 'optimal' | 'feasible'
      readonly point: Float64Array
      readonly objective: number
      readonly bound: number
      /** Row duals and reduced costs, from programmes without whole columns only. */
      readonly duals?: Float64Array
      readonly reducedCosts?: Float64Array
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'out-of-time' }

export interface Engine {
  readonly name: string
  readonly version: string
  solve(lp: Lp, limits: Limits): Promise<Answer>
}
