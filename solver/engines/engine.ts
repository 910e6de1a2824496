/** The interface of an engine: a name and one method. Engines depend on solver/lp and nothing else. */
import type { Row, RowSum } from '../lp/edit.ts'
import type { Lp } from '../lp/lp.ts'

export interface Progress {
  /** Proven bound, best objective (Infinity before the first point), and seconds since the start of this call. */
  readonly bound: number
  readonly best: number
  readonly seconds: number
}

export interface Limits {
  readonly seconds: number
  /** Stop if best − bound ≤ relativeGap · |best|, or ≤ absoluteGap. */
  readonly relativeGap: number
  readonly absoluteGap: number
  readonly seed: number
  /** A start point; NaN where the engine should find the value itself. */
  readonly start?: Float64Array
  /** Node limit of branch and bound; ends as `feasible` or `out-of-time`. Independent of the clock. */
  readonly nodes?: number
  /** Whether a point is good enough; if so, the engine may end with it at once, as `feasible`. */
  readonly isEnough?: (point: Float64Array, objective: number) => boolean
  /** The caller sets element 0 to 1 to stop (shared memory, read with Atomics). */
  readonly stop?: Int32Array
  readonly onProgress?: (progress: Progress) => void
  /** Called for each better point, already checked by `residuals`; what remains if the thread has to be killed. */
  readonly onPoint?: (point: Float64Array, objective: number) => void
  /** Use interior point instead of simplex, for large relaxations. */
  readonly interior?: boolean
  /** Limit on simplex iterations; an LP may end as `out-of-time`. Independent of the clock. */
  readonly steps?: number
  /** Simplex iterations after which an LP may restart with interior point: from some bases the simplex stalls. */
  readonly restartAfter?: number
  /** Objective cutoff: an LP may end as `beyond` once its objective is known to exceed this. */
  readonly cutoff?: number
  /** Plain branch and bound without the engine's own sub-MIP heuristics: with few open integer columns they cost more than they find. */
  readonly branching?: boolean
}

/**
 * `optimal`: proven within the asked gaps. `feasible`: a point, with a bound, after a limit or a stop. Every `point` has passed
 * `residuals`. `bound` is a valid lower bound.
 */
export type Answer =
  | {
      readonly status: 'optimal' | 'feasible'
      readonly point: Float64Array
      readonly objective: number
      readonly bound: number
      /**
       * For LPs only. A row's dual is the increase of the objective per unit of the row's binding bound; a column's reduced cost is its
       * cost less the rows' prices for it.
       */
      readonly duals?: Float64Array
      readonly reducedCosts?: Float64Array
    }
  | { readonly status: 'infeasible' | 'unbounded' | 'out-of-time' | 'beyond' }

export interface Engine {
  readonly name: string
  readonly version: string
  solve(lp: Lp, limits: Limits): Promise<Answer>
  /** For many solves of one programme with small changes; LPs continue from the last basis. */
  open?(lp: Lp): Session
  /** Releases what the engine holds open (an idle thread). The engine can be used again afterwards. */
  close?(): Promise<void>
}

/**
 * The basis of an LP: for each column and row, whether it is at a bound or basic, in the engine's own codes. Columns added since count as
 * at their lower bound, rows as basic.
 */
export interface Basis {
  readonly columns: Int32Array
  readonly rows: Int32Array
}

/** A programme held open. Changes cost nothing until `solve`. Call `close` in a `finally`: engine memory is not garbage-collected. */
export interface Session {
  /** The current programme, including all changes. */
  readonly lp: Lp
  /** Replaces all costs (`columns` of them); the offset changes only if given. */
  setCosts(cost: Float64Array, offset?: number): void
  setColumnBounds(column: number, lower: number, upper: number): void
  setRowBounds(row: number, lower: number, upper: number): void
  setWhole(column: number, whole: boolean): void
  /** Returns the index of the first new row; the others follow it. */
  addRows(rows: readonly Row[]): number
  solve(limits: Limits): Promise<Answer>
  /** The basis of the last solve if it ended at an optimum; null if the engine does not provide one. */
  basis(): Basis | null
  /**
   * The simplex tableau's rows of these columns at the last optimum, as sums of the programme's rows; only for basic columns. Empty if the
   * engine does not provide them.
   */
  tableau(columns: readonly number[]): readonly RowSum[]
  /** Starts the next solve from this basis; with the dual simplex if costs are unchanged since then and only bounds have changed. */
  warmStart(basis: Basis, by?: 'dual'): void
  close(): void
}
