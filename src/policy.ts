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
 * What kind of value a rule's number is, so that a document can be checked before any rule reads it.
 * `cover`: a list of `{ role?: id, people: n, sites?: ids, parts?: ids, dates?: days, weight?: n }`; `site-groups`: a list of lists of site ids.
 * `days`: a whole number of days, negative where a day lies behind. `by-role`: a whole number for everybody, or an object of them by role. `wanted`: a list of
 * `{ role?: id, person?: id, sessions: n }`. `part-pairs`: a list of pairs of parts. `amount-by-role`: as `by-role`, with
 * fractions. `workload`: the name of one of the presets `WORKLOADS`. `share-by-need`: a share for every need, or an object of them by need. `part-limits`: a list of `{ role?: id, person?: id, parts: ids, sessions: n }`.
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

/** What the intake must know of a rule to check what a document says about it. */
export interface RuleEntry {
  readonly id: string
  readonly title: string
  readonly level: Level
  /** Although it is at level `never`, a network may move it to another level or switch it off. */
  readonly mayBend?: true
  readonly numbers: Readonly<Record<string, NumberShape>>
}

/** How people may be bound to each other: in the same session and site, the same session anywhere, or never so. */
export const PAIRINGS = ['same-site', 'same-session', 'not-same-site', 'not-same-session'] as const
export type PairingKind = (typeof PAIRINGS)[number]

/** What a document says of people who are to work together, or apart. */
export interface Pairing {
  readonly people: readonly string[]
  readonly how: PairingKind
  /** In these parts of the day only. */
  readonly parts?: readonly string[]
}

/** How many contacts a day, in two sessions, are safe for one person, and how long each of them is taken to be. */
export interface Workload {
  readonly contacts: number
  /** Minutes of one such contact. */
  readonly minutes: number
}

/**
 * Workloads of a GP that a network may choose by name. `BMA_SAFE` is what the British Medical Association recommends: no law
 * and no term of a contract. GPs in England average 25.8 appointments a day (NHS England, 2025), and published capacity models
 * plan with 25 to 28: `AS_WORKED`. `STRETCHED` is a day of ten-minute appointments, 16 to 18 a session.
 */
export const WORKLOADS = {
  BMA_SAFE: { contacts: 25, minutes: 15 },
  AS_WORKED: { contacts: 28, minutes: 15 },
  STRETCHED: { contacts: 34, minutes: 10 },
} as const satisfies Readonly<Record<string, Workload>>
export type WorkloadName = keyof typeof WORKLOADS

/** Share of a role's patient-facing minutes that is left for planned contacts, by kind of work. */
export const PATIENT_SHARE: Readonly<Record<PatientWork, number>> = {
  clinic: 1,
  // A duty doctor also takes calls, signs prescriptions and advises the team; a fifth of the time for that is an assumption, with which
  // generated networks give what England does (docs/credible.md).
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

/** Names of engines that a document may ask for; `auto` leaves the choice to us. */
export const ENGINES = ['auto', 'highs', 'javascript-lp-solver', 'highs-native'] as const

export const SOLVE_DEFAULTS = { seconds: 60, gap: 0.01, seed: 1, engine: 'auto' } as const
export const LIMITS = { people: 2000, weeks: 13, sites: 120, bytes: 8 * 1024 * 1024 } as const

/**
 * What the demand of same-day needs is planned at: what is expected (`mean`), or what four days in five stay within (`p80`):
 * a rota made for the mean of a Monday is too small on half of all Mondays.
 */
export const PLANS = ['mean', 'p80'] as const
export type Plan = (typeof PLANS)[number]
export const DEFAULT_PLAN: Plan = 'p80'

/**
 * Standard deviation, beyond chance, of a day's demand around what is expected of it, as a share of that. From GP appointments
 * by day in Wakefield, July 2021 to December 2023 (NHS England): each of 576 days against the median of its weekday in the
 * three weeks before and after has 0.10. Calls of all England in February 2026 have 0.04 to 0.06 within a weekday; one
 * practice varies more than a country.
 */
export const DEMAND_VARIATION = 0.1

/** Share of urgent need to be met on the same day: the Neighbourhood Health Framework's aim for March 2027, and every report's headline. */
export const URGENT_TARGET = 0.9

/**
 * Hours, Monday to Friday, during which a practice is responsible for its patients and so has a duty doctor: the GP
 * contract's core hours.
 */
export const CORE_HOURS = { from: '08:00', to: '18:30' } as const

/**
 * Minutes of a supervisor's session from which supervision counts as a debrief of somebody in training rather than an
 * occasional question. Our assumption.
 */
export const TRAINEE_MINUTES = 20
