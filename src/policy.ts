/** Numbers that a network may set, with their defaults and the reason for each. */
import type { Level } from './breach.ts'
import type { PatientWork } from './rota.ts'

/** A document's settings for one rule; anything omitted keeps the rule's default. */
export interface RuleSetting {
  readonly off: boolean
  readonly level: Level | null
  readonly weight: number
  /** The rule's own numbers, by name, as the document gives them. */
  readonly numbers: Readonly<Record<string, unknown>>
}

/**
 * The type of a rule's number, so that a document can be validated before any rule reads it.
 * `cover`: a list of `{ role?: id, people: n, sites?: ids, parts?: ids, dates?: days, weight?: n }`.
 * `site-groups`: a list of lists of site ids.
 * `days`: a whole number of days; negative means days in the past.
 * `by-role`: a whole number for everybody, or an object of whole numbers by role.
 * `wanted`: a list of `{ role?: id, person?: id, sessions: n }`.
 * `part-pairs`: a list of pairs of parts.
 * `amount-by-role`: as `by-role`, but fractions are allowed.
 * `workload`: the name of one of the presets in `WORKLOADS`.
 * `share-by-need`: a share for every need, or an object of shares by need.
 * `part-limits`: a list of `{ role?: id, person?: id, parts: ids, sessions: n }`.
 * `pairings`: a list of `{ people: ids, how: one of PAIRINGS, parts?: ids }`.
 */
export type NumberShape =
  | 'amount'
  | 'whole'
  | 'days'
  | 'share'
  | 'clock'
  | 'roles'
  | 'sites'
  | 'parts'
  | 'needs'
  | 'site-groups'
  | 'cover'
  | 'flag'
  | 'by-role'
  | 'wanted'
  | 'part-pairs'
  | 'amount-by-role'
  | 'share-by-need'
  | 'part-limits'
  | 'workload'
  | 'pairings'

/** What the intake needs to know about a rule in order to validate a document's settings for it. */
export interface RuleEntry {
  readonly id: string
  readonly title: string
  readonly level: Level
  /** Although its level is `never`, a network may move it to another level or switch it off. */
  readonly mayBend?: true
  readonly numbers: Readonly<Record<string, NumberShape>>
}

/** How people may be paired: always or never in the same session and site, or in the same session anywhere. */
export const PAIRINGS = ['same-site', 'same-session', 'not-same-site', 'not-same-session'] as const
export type PairingKind = (typeof PAIRINGS)[number]

/** A document's statement that people work together or apart. */
export interface Pairing {
  readonly people: readonly string[]
  readonly how: PairingKind
  /** Only in these parts of the day. */
  readonly parts?: readonly string[]
}

/** Safe number of contacts per person in a day of two sessions, and the assumed length of each. */
export interface Workload {
  readonly contacts: number
  /** Minutes of one such contact. */
  readonly minutes: number
}

/**
 * Named GP workload presets. `BMA_SAFE` is the British Medical Association's recommendation, not a law or a term of any contract. GPs in
 * England average 25.8 appointments a day (NHS England, 2025), and published capacity models plan with 25 to 28: `AS_WORKED`. `STRETCHED`
 * is a day of ten-minute appointments, 16 to 18 a session.
 */
export const WORKLOADS = {
  BMA_SAFE: { contacts: 25, minutes: 15 },
  AS_WORKED: { contacts: 28, minutes: 15 },
  STRETCHED: { contacts: 34, minutes: 10 },
} as const satisfies Readonly<Record<string, Workload>>
export type WorkloadName = keyof typeof WORKLOADS

/** Share of a role's patient-facing minutes available for planned contacts, by kind of work. */
export const PATIENT_SHARE: Readonly<Record<PatientWork, number>> = {
  clinic: 1,
  // A duty doctor also takes calls, signs prescriptions and advises the team. A fifth of the time for that is an assumption; with it,
  // generated networks match England's figures (docs/credible.md).
  duty: 0.8,
  visits: 1,
}

/** Roles that hold the duty by default: qualified GPs, however funded. */
export const DUTY_ROLES: readonly string[] = ['gp', 'arrs-gp', 'gp-partner', 'salaried-gp', 'locum-gp']

/**
 * A role's defaults: the 4 hour 10 minute session of the salaried GP model contract, of which the British Medical
 * Association allots 3 hours to patients.
 */
export const ROLE_DEFAULTS = { sessionMinutes: 250, patientMinutes: 180, costPerSession: 0 } as const

/** Engines that a document may ask for. `auto` leaves the choice to the service. */
export const ENGINES = ['auto', 'highs', 'javascript-lp-solver', 'highs-native'] as const

export const SOLVE_DEFAULTS = { seconds: 60, gap: 0.01, seed: 1, engine: 'auto' } as const
export const LIMITS = { people: 2000, weeks: 13, sites: 120, bytes: 8 * 1024 * 1024 } as const

/**
 * The level of same-day demand to plan for: expected demand (`mean`), or its 80th percentile (`p80`). A rota planned for an average
 * Monday is too small on half of all Mondays.
 */
export const PLANS = ['mean', 'p80'] as const
export type Plan = (typeof PLANS)[number]
export const DEFAULT_PLAN: Plan = 'p80'

/**
 * Standard deviation of a day's expected demand, beyond Poisson noise, relative to its mean. From GP appointments by day in Wakefield,
 * July 2021 to December 2023 (NHS England): 576 days, each against the median of its weekday in the three weeks before and after, give
 * 0.10. Calls in all of England in February 2026 give 0.04 to 0.06 within a weekday, but one practice varies more than a country.
 */
export const DEMAND_VARIATION = 0.1

/**
 * Share of urgent need to be met on the same day: the Neighbourhood Health Framework's target for March 2027, and every report's
 * headline.
 */
export const URGENT_TARGET = 0.9

/**
 * Hours, Monday to Friday, in which a practice is responsible for its patients and so needs a duty doctor: the GP contract's core hours.
 */
export const CORE_HOURS = { from: '08:00', to: '18:30' } as const

/**
 * Minutes of supervision per session from which it counts as a debrief of a trainee rather than an occasional question. Our assumption.
 */
export const TRAINEE_MINUTES = 20
