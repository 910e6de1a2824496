/** Whether two people may swap sessions, and what it changes. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport, Finding } from './report.ts'

type Told = Pick<Finding, 'rule' | 'level' | 'sentence'>

export interface SwapAnswer {
  /** No rule without exception is broken that was kept before. */
  readonly allowed: boolean
  readonly sentence: string
  /** Why not; empty if it is allowed. */
  readonly forbids: readonly Told[]
  /** For patients, cost and so on, level by level. */
  readonly better: readonly string[]
  readonly worse: readonly string[]
  /** Other findings that are new or larger. */
  readonly breaks: readonly Told[]
  /** Who else is in any of these findings, by id. */
  readonly affected: readonly string[]
  readonly moves: readonly Move[]
  readonly levels: readonly {
    readonly level: Level
    readonly before: number
    readonly after: number
    readonly unit: string
  }[]
  /** As it would be. */
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] }
}
