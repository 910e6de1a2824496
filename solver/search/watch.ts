/** How a running solve is watched and stopped. */
import type { Level } from '../../src/breach.ts'
import type { HeuristicRun } from './heuristic.ts'

/** Progress of a running solve, a few times a second. */
export interface SolveProgress {
  /** What is being done, in words: "building", "a first rota", "urgent" … */
  readonly stage: string
  readonly level: Level | null
  readonly bound: number | null
  readonly best: number | null
  readonly gap: number | null
  /** Elapsed seconds since the solve started. */
  readonly seconds: number
}

/** The best rota so far, as a point over the programme's columns, and the bounds proven so far. */
export interface BestSoFar {
  readonly point: Float64Array
  readonly bounds: readonly { readonly level: Level; readonly bound: number }[]
}

export interface Watch {
  /** Every call of a heuristic once it has ended, for measurements. */
  readonly onHeuristic?: (run: HeuristicRun) => void
  readonly onProgress?: (progress: SolveProgress) => void
  /** Every better rota as it is found: what is left where the work has to be ended by force. */
  readonly onBest?: (best: BestSoFar) => void
  /** Element 0 becomes 1 when the caller wants the best rota so far. */
  readonly stop?: Int32Array
}
