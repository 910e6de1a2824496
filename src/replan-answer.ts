/** The best rotas with few changes to a published one, and what each additional change gains. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport } from './report.ts'

/**
 * `proven`: no rota with as few changes is better; `within-gap`: none is better by more than the document's gap; `open`: a better one may
 * exist, with its possible gain given by level; `impossible`: no rota with as few changes satisfies the hard rules; `not-found`: none was
 * found, but none is proven impossible.
 */
export const REPLAN_STATUSES = ['proven', 'within-gap', 'open', 'impossible', 'not-found'] as const
export type ReplanStatus = (typeof REPLAN_STATUSES)[number]

export interface ReplanLevel {
  readonly level: Level
  readonly value: number
  /** Proven minimum of any rota with as few changes that is as good on the earlier levels. */
  readonly bound: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap: number
  readonly unit: string
}

/** The best rota found within a number of changes. */
export interface ReplanPoint {
  /** Maximum number of sessions changed; `any` means no limit. */
  readonly allowed: number | 'any'
  readonly status: ReplanStatus
  /** Its changes and gains, in a sentence or two. */
  readonly sentence: string
  /** Compared with the previous point, or with making no change; empty if nothing improves. */
  readonly gains: readonly string[]
  readonly losses: readonly string[]
  readonly moves: readonly Move[]
  readonly levels: readonly ReplanLevel[]
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] } | null
}

export interface ReplanAnswer {
  /** Ascending by number of changes allowed. */
  readonly points: readonly ReplanPoint[]
}
