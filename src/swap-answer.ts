/** Whether two people may swap sessions, and what the swap would change. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport, Finding } from './report.ts'

type Told = Pick<Finding, 'rule' | 'level' | 'sentence'>

export interface SwapAnswer {
  /** True if the swap breaks no hard rule that was satisfied before. */
  readonly allowed: boolean
  readonly sentence: string
  /** Why not; empty if allowed. */
  readonly forbids: readonly Told[]
  /** Effects on patients, cost and so on, level by level. */
  readonly better: readonly string[]
  readonly worse: readonly string[]
  /** Other findings that would be new or larger. */
  readonly breaks: readonly Told[]
  /** Ids of other people involved in any of these findings. */
  readonly affected: readonly string[]
  readonly moves: readonly Move[]
  readonly levels: readonly {
    readonly level: Level
    readonly before: number
    readonly after: number
    readonly unit: string
  }[]
  /** The rota after the swap. */
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] }
}
