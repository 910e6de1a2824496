/** Every way a solve can end: a union, never an exception. */
import type { AuditReport, ClashReport, LevelReport } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'

/** Size of the programme solved. */
export interface ModelSize {
  readonly columns: number
  readonly wholeColumns: number
  readonly rows: number
}

export interface EngineNote {
  readonly name: string
  readonly version: string
  /** Reason for choosing this engine, in words. */
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
