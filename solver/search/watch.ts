/** How a running solve is watched and stopped. */
import type { Level } from '../../src/breach.ts'
import type { AssignmentReport } from '../../src/report.ts'
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
  /** What is being done, as a manager would say it. */
  readonly doing?: string
  /** What the best rota so far comes to; none before the first. */
  readonly headline?: string
  /** How far it is from the best possible, in words. */
  readonly distance?: string
}

/** The best rota so far while a solve goes on: enough to draw it. */
export interface RotaPreview {
  /** Elapsed seconds since the solve started. */
  readonly seconds: number
  readonly headline: string
  readonly assignments: readonly AssignmentReport[]
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
  /** The rota whenever it has become visibly better, at most once a second. */
  readonly onPreview?: (preview: RotaPreview) => void
  /** Element 0 becomes 1 when the caller wants the best rota so far. */
  readonly stop?: Int32Array
}
