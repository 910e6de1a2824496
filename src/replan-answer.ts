/** The best rota with few changes to a published one, and what each further change gains. */
import type { Level } from './breach.ts'
import type { Move } from './compare.ts'
import type { AssignmentReport, ClinicReport } from './report.ts'

/**
 * `proven`: no rota with so few changes is better; `within-gap`: none is better by more than the gap that the document asks for; `open`:
 * how much better another could be is said by level; `impossible`: no rota with so few changes keeps the rules that have no exception;
 * `not-found`: none was found, and nothing says that there is none.
 */
export const REPLAN_STATUSES = ['proven', 'within-gap', 'open', 'impossible', 'not-found'] as const
export type ReplanStatus = (typeof REPLAN_STATUSES)[number]

export interface ReplanLevel {
  readonly level: Level
  readonly value: number
  /** No rota with so few changes that is as good on the levels before is below it. */
  readonly bound: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap: number
  readonly unit: string
}

/** The best rota that was found with at most so many changes. */
export interface ReplanPoint {
  /** Sessions that might change; `any`: all of them. */
  readonly allowed: number | 'any'
  readonly status: ReplanStatus
  /** What it changes and gains, in a sentence or two. */
  readonly sentence: string
  /** Against the point before it, or against changing nothing; empty if nothing gets better. */
  readonly gains: readonly string[]
  readonly losses: readonly string[]
  readonly moves: readonly Move[]
  readonly levels: readonly ReplanLevel[]
  readonly rota: { readonly assignments: readonly AssignmentReport[]; readonly clinics: readonly ClinicReport[] } | null
}

export interface ReplanAnswer {
  /** By the number of changes allowed, ascending. */
  readonly points: readonly ReplanPoint[]
}
