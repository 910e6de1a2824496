/** What the GP contract of one year says, as far as rules, reports and generated networks need it. */
import type { Day } from './time.ts'

/** A figure and its source. An estimate is derived from published figures, as its source explains. */
export interface SourcedFigure {
  readonly value: number
  readonly source: string
  readonly estimate?: true
}

/** Roles that the Additional Roles Reimbursement Scheme has paid for. */
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

/** Pounds a year for one full-time equivalent with on-costs, outside London; a role without a row is not reimbursed. */
export type ReimbursementCaps = ReadonlyMap<ReimbursedRole, SourcedFigure>

/** From 1 April to 31 March. */
export interface ContractYear {
  /** `2026/27`. */
  readonly id: string
  /** First and last day. */
  readonly from: Day
  readonly to: Day
  /** Additional Roles Reimbursement Scheme: pounds a year that a network may claim for each weighted patient. */
  readonly arrsPerWeightedPatient: SourcedFigure
  /** Most that the scheme reimburses, by role. */
  readonly reimbursementCaps: ReimbursementCaps
  /** Reimbursement of GPs that practices claim, not networks: pounds a year for all of England. Null: no such scheme. */
  readonly practiceGpScheme: SourcedFigure | null
  /** The same, in pounds a year for each weighted patient. */
  readonly practiceGpPerWeightedPatient: SourcedFigure | null
  /** Minutes of enhanced-access appointments owed a week for every 1,000 adjusted patients. */
  readonly enhancedAccessMinutes: SourcedFigure
  /** Pounds a year for enhanced access for each adjusted patient. */
  readonly enhancedAccessPayment: SourcedFigure
  /** Weeks, that of the closure included, within which enhanced access lost to a closure is made up. */
  readonly enhancedAccessMadeUpWithinWeeks: SourcedFigure
  /** Share of clinically urgent patients to be seen on the same day. Null: none was set. */
  readonly urgentTarget: SourcedFigure | null
  /**
   * Days from the request within which non-urgent appointments count towards access measures. Empty if none were set.
   */
  readonly nonUrgentWithinDays: readonly number[]
}
