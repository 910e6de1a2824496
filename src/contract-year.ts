/** The terms of one year's GP contract that rules, reports and generated networks use. */
import type { Day } from './time.ts'

/** A figure with its source. An estimate is derived from published figures, as its source explains. */
export interface SourcedFigure {
  readonly value: number
  readonly source: string
  readonly estimate?: true
}

/** Roles that the Additional Roles Reimbursement Scheme pays for, or has paid for in the past. */
export const REIMBURSED_ROLES = [
  'gp',
  'consultant-nurse',
  'advanced-practitioner',
  'pharmacist',
  'physio',
  'enhanced-practice-nurse',
  'paramedic',
  'occupational-therapist',
  'dietitian',
  'podiatrist',
  'physician-associate',
  'mental-health-practitioner',
  'experienced-practice-nurse',
  'new-practice-nurse',
  'pharmacy-technician',
  'social-prescriber',
  'wellbeing-coach',
  'nursing-associate',
  'care-coordinator',
  'gp-assistant',
  'healthcare-support-worker',
] as const
export type ReimbursedRole = (typeof REIMBURSED_ROLES)[number]

/** Pounds a year per full-time equivalent with on-costs, outside London. Roles without an entry are not reimbursed. */
export type ReimbursementCaps = ReadonlyMap<ReimbursedRole, SourcedFigure>

/** From 1 April to 31 March. */
export interface ContractYear {
  /** Such as `2026/27`. */
  readonly id: string
  /** First and last day. */
  readonly from: Day
  readonly to: Day
  /** Additional Roles Reimbursement Scheme: pounds a year a network may claim per weighted patient. */
  readonly arrsPerWeightedPatient: SourcedFigure
  /** Maximum reimbursement by role. */
  readonly reimbursementCaps: ReimbursementCaps
  /**
   * Reimbursement of GPs claimed by practices rather than networks: pounds a year for all of England. Null if there was no such scheme.
   */
  readonly practiceGpScheme: SourcedFigure | null
  /** The same, in pounds a year per weighted patient. */
  readonly practiceGpPerWeightedPatient: SourcedFigure | null
  /** Minutes of enhanced-access appointments owed per week per 1,000 adjusted patients. */
  readonly enhancedAccessMinutes: SourcedFigure
  /** Pounds a year for enhanced access per adjusted patient. */
  readonly enhancedAccessPayment: SourcedFigure
  /** Weeks, including the week of the closure, within which enhanced access lost to a closure must be made up. */
  readonly enhancedAccessMadeUpWithinWeeks: SourcedFigure
  /** Share of clinically urgent patients to be seen on the same day. Null if none was set. */
  readonly urgentTarget: SourcedFigure | null
  /**
   * Days from the request within which non-urgent appointments count towards access measures. Empty if none were set.
   */
  readonly nonUrgentWithinDays: readonly number[]
}
