/**
 * The results of a staffing-mix analysis: the value of another session, its curve, the price of priorities, and the best posts for a
 * budget.
 */
import type { Level } from './breach.ts'
import type { WorkforcePlanAnswer } from './workforce-plan.ts'

/** A week's totals, or differences between totals where noted. */
export interface MixGain {
  /** Contacts met in time. */
  readonly inTime: number
  /** Contacts met at all within the week. */
  readonly met: number
  /** Patients with urgent need met on the day. */
  readonly urgent: number
  /** By level, in its own unit; lower is better. */
  readonly levels: Readonly<Partial<Record<Level, number>>>
}

/** Reimbursement schemes for posts: the networks' scheme for additional roles, and the practices' scheme for GPs. */
export const POTS = ['arrs', 'practice-gp'] as const
export type PotName = (typeof POTS)[number]

/** A scheme's funding in the contract year, in pounds a year. */
export interface MixPot {
  readonly pot: PotName
  readonly of: number
  /** Claimed under today's contracts. */
  readonly used: number
  readonly source: string
  readonly estimate: boolean
}

/** Where a new post would work. */
export interface PostPlace {
  readonly role: string
  readonly title: string
  /** Null: all practices. */
  readonly site: string | null
  readonly place: string
}

export interface SessionValue extends PostPlace {
  /** The effect of one more session a week. `checked`: solved again with that session; otherwise estimated from dual values. */
  readonly gain: MixGain
  readonly checked: boolean
  readonly cost: number
  /** The scheme that may reimburse it. */
  readonly pot: PotName | null
  /** Cost after reimbursement. */
  readonly netCost: number
  /** Contacts met per £1,000 after reimbursement; null if fully reimbursed. */
  readonly metPerThousand: number | null
}

export interface CurvePoint {
  readonly extra: number
  readonly inTime: number
  readonly met: number
  readonly urgent: number
  readonly levels: MixGain['levels']
  readonly cost: number
  readonly checked: true
}

export interface Curve extends PostPlace {
  readonly points: readonly CurvePoint[]
  /** Number of further sessions after which the next one gains less than a twentieth of what the first does. Null if more than ten. */
  readonly flatFrom: number | null
  /** True if no session gains more than the one before. */
  readonly concave: boolean
}

/** What the last unit of a more important level costs in less important ones. */
export interface PriorityPrice {
  readonly level: Level
  readonly given: number
  readonly of: string
  readonly gain: MixGain
  readonly sentence: string
}

export interface ChosenPost extends PostPlace {
  /** Number of half-time posts. */
  readonly halves: number
  readonly sessions: number
  /** Pounds a year. */
  readonly cost: number
}

export interface BestMix {
  /** Maximum pounds a year for further posts. */
  readonly budget: number
  readonly spent: number
  readonly posts: readonly ChosenPost[]
  /** The reimbursed part of the spending, by scheme; the network pays the rest. */
  readonly reimbursed: Readonly<Record<PotName, number>>
  readonly gain: MixGain
  /** Relative gap of the last level; 0 if proven optimal. */
  readonly gap: number
}

/** A team with England's average number of staff per patient. */
export interface NationalAverage {
  /** Full-time equivalents by group of roles: today's, and England's average for the same number of patients. */
  readonly staff: readonly {
    readonly group: string
    readonly roles: readonly string[]
    readonly own: number
    readonly england: number
    readonly source: string
  }[]
  readonly gain: MixGain
  /** Pounds a year more than today's pay. */
  readonly cost: number
}

export interface MixAnswer {
  readonly base: {
    readonly inTime: number
    readonly met: number
    readonly waiting: number
    readonly cost: number
    readonly levels: MixGain['levels']
  }
  readonly pots: readonly MixPot[]
  readonly values: readonly SessionValue[]
  readonly curve?: readonly CurvePoint[]
  readonly curveOf?: Omit<Curve, 'points'>
  readonly priorities: readonly PriorityPrice[]
  readonly added?: {
    readonly posts: readonly (PostPlace & { readonly sessions: number })[]
    readonly gain: MixGain
    readonly cost: number
  }
  readonly best?: BestMix
  readonly frontier?: readonly BestMix[]
  /** With the frontier: the same patients served by an average team. */
  readonly average?: NationalAverage
  readonly plan?: WorkforcePlanAnswer
  /** Number of linear programmes solved. */
  readonly solved: number
}

/** A caller's options, besides the document. */
export interface MixQuestion {
  readonly curve: string | null
  readonly add: readonly { readonly role: string; readonly sessions: number }[]
  /** Pounds a year for further posts; null if not requested. */
  readonly budget: number | null
  /** Only consider posts with this funding. */
  readonly funding: string | null
  readonly frontier: readonly number[]
}
