/** What an engine is: a name and one method. Engines know solver/lp and nothing else. */
import type { Row, RowSum } from '../lp/edit.ts'
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
  /** A start point; NaN where the engine should find the value itself. */
  readonly start?: Float64Array
  /** Branch-and-bound nodes before ending as `feasible` or `out-of-time`: a limit that does not depend on the clock. */
  readonly nodes?: number
  /** Of a point that is good enough: the engine may end with it at once, as `feasible`. */
  readonly isEnough?: (point: Float64Array, objective: number) => boolean
  /** Element 0 becomes 1 when the work is to end (shared with the caller, read with Atomics). */
  readonly stop?: Int32Array
  readonly onProgress?: (progress: Progress) => void
  /** Better points as they come, each checked by `residuals`: what is left when a thread has to be ended by force. */
  readonly onPoint?: (point: Float64Array, objective: number) => void
  /** Interior point instead of simplex, for large relaxations. */
  readonly interior?: boolean
  /** Simplex iterations after which a linear solve may end as `out-of-time`: a limit that does not depend on the clock. */
  readonly steps?: number
  /** Simplex iterations after which a linear solve may restart with interior point: from some bases the simplex stalls. */
  readonly restartAfter?: number
  /** A linear solve may end, as `beyond`, once it is known to end above this. */
  readonly cutoff?: number
  /**
   * Branch and bound only, without the engine's own sub-MIP heuristics: with few open integer columns those cost more
   * than they find.
   */
  readonly branching?: boolean
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
      /**
       * From programmes without whole columns only. A row's dual is what the objective grows by when the row's binding
       * bound rises by one; a column's reduced cost is its cost less what its rows pay for it.
       */
      readonly duals?: Float64Array
      readonly reducedCosts?: Float64Array
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'out-of-time' | 'beyond' }

export interface Engine {
  readonly name: string
  readonly version: string
  solve(lp: Lp, limits: Limits): Promise<Answer>
  /** For many solves of one programme that changes a little: linear ones continue from the last basis. */
  open?(lp: Lp): Session
  /** Ends what the engine holds open (an idle thread). It may be used again after. */
  close?(): Promise<void>
}

/**
 * Where a linear solve ended: which columns and rows stand at which of their bounds, and which in between, by the engine's own
 * codes. Columns added since count as at their lower bound, rows as in between.
 */
export interface Basis {
  readonly columns: Int32Array
  readonly rows: Int32Array
}

/** One programme held open. Changes are free until `solve`. `close` it in `finally`: an engine's memory is not collected. */
export interface Session {
  /** The current programme, with every change. */
  readonly lp: Lp
  /** Replaces all costs, `columns` long; the offset stays unless given. */
  setCosts(cost: Float64Array, offset?: number): void
  setColumnBounds(column: number, lower: number, upper: number): void
  setRowBounds(row: number, lower: number, upper: number): void
  setWhole(column: number, whole: boolean): void
  /** Returns the index of the first new row; the others follow it. */
  addRows(rows: readonly Row[]): number
  solve(limits: Limits): Promise<Answer>
  /** Basis of the last solve, if it ended at an optimum; null if the engine does not provide one. */
  basis(): Basis | null
  /**
   * Of the last optimum, for each of these columns that stands between its bounds: its row of the simplex tableau, as a sum of the
   * programme's rows. Nothing where the engine does not tell.
   */
  tableau(columns: readonly number[]): readonly RowSum[]
  /** The next solve starts from this basis; by the dual simplex if costs are what they were there and only bounds have changed. */
  warmStart(basis: Basis, by?: 'dual'): void
  close(): void
}
