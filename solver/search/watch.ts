/** How a caller watches and stops a running solve. */
import type { Level } from '../../src/breach.ts'
import type { AssignmentReport } from '../../src/report.ts'
import type { HeuristicRun } from './heuristic.ts'

/** Progress of a running solve, reported a few times a second. */
export interface SolveProgress {
  /** The current stage, in words: "building", "a first rota", "urgent" … */
  readonly stage: string
  readonly level: Level | null
  readonly bound: number | null
  readonly best: number | null
  readonly gap: number | null
  /** Seconds since the solve started. */
  readonly seconds: number
  /** The current stage in a manager's words. */
  readonly doing?: string
  /** Summary of the best rota so far; undefined before the first. */
  readonly headline?: string
  /** Distance from the best possible rota, in words. */
  readonly distance?: string
}

/** The best rota so far while a solve is running, with enough detail to draw it. */
export interface RotaPreview {
  /** Seconds since the solve started. */
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
  /** Called after every run of a heuristic, for measurements. */
  readonly onHeuristic?: (run: HeuristicRun) => void
  readonly onProgress?: (progress: SolveProgress) => void
  /** Called for every better rota; it is what remains if the solve has to be killed. */
  readonly onBest?: (best: BestSoFar) => void
  /** Called with the rota when it has become visibly better, at most once a second. */
  readonly onPreview?: (preview: RotaPreview) => void
  /** The caller sets element 0 to 1 to stop the solve and get the best rota so far. */
  readonly stop?: Int32Array
}
