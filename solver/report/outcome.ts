/** What a solve ends in: a union, never an exception. */
import type { Level } from '../../src/breach.ts'
import type { AuditReport, ClashReport, LevelReport } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'

/** What is told while a solve runs, a few times a second. */
export interface SolveProgress {
  /** What is being done, in words: "building", "a first rota", "urgent" … */
  readonly stage: string
  readonly level: Level | null
  readonly bound: number | null
  readonly best: number | null
  readonly gap: number | null
  /** Wall seconds since the solve began. */
  readonly seconds: number
}

/** The best rota so far, as a point over the programme's columns, and what is proven of the levels looked at so far. */
export interface BestSoFar {
  readonly point: Float64Array
  readonly bounds: readonly { readonly level: Level; readonly bound: number }[]
}

export interface Watch {
  readonly onProgress?: (progress: SolveProgress) => void
  /** Every better rota as it is found: what is left where the work has to be ended by force. */
  readonly onBest?: (best: BestSoFar) => void
  /** Element 0 becomes 1 when the caller wants the best rota so far. */
  readonly stop?: Int32Array
}

/** Size of the programme that was solved. */
export interface ModelSize {
  readonly columns: number
  readonly wholeColumns: number
  readonly rows: number
}

export interface EngineNote {
  readonly name: string
  readonly version: string
  /** Why this engine was taken, in words. */
  readonly why: string
}

export type Outcome =
  | {
      readonly kind: 'rota'
      readonly status: 'optimal' | 'within-gap' | 'out-of-time' | 'stopped'
      readonly rota: Rota
      readonly levels: readonly LevelReport[]
      readonly audit: AuditReport
      readonly size: ModelSize
      readonly engine: EngineNote
      readonly seconds: number
    }
  | {
      readonly kind: 'impossible'
      readonly clash: ClashReport
      readonly size: ModelSize
      readonly engine: EngineNote
      readonly seconds: number
    }
  | { readonly kind: 'no-rota'; readonly size: ModelSize; readonly engine: EngineNote; readonly seconds: number }
