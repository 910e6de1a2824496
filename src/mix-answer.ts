/** What a staffing mix answers: the value of the next session, its curve, the price of priorities, the best posts for a sum. */
import type { Level } from './breach.ts'
import type { WorkforcePlanAnswer } from './workforce-plan.ts'

/** What a week comes to; differences where it is said so. */
export interface MixGain {
  /** Contacts met in time. */
  readonly inTime: number
  /** Contacts met at all within the week. */
  readonly met: number
  /** Patients with urgent need met on the day. */
  readonly urgent: number
  /** By level, in its own unit: less is better. */
  readonly levels: Readonly<Partial<Record<Level, number>>>
}

/** Schemes that reimburse posts: that of networks for additional roles, and that of practices for GPs. */
export const POTS = ['arrs', 'practice-gp'] as const
export type PotName = (typeof POTS)[number]

/** A scheme's money in the contract year, in pounds a year. */
export interface MixPot {
  readonly pot: PotName
  readonly of: number
  /** By today's contracts. */
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
  /** One more session a week: the difference. `checked`: solved again with it; otherwise as the programme prices it. */
  readonly gain: MixGain
  readonly checked: boolean
  readonly cost: number
  /** Which scheme may reimburse it. */
  readonly pot: PotName | null
  /** Of the cost, what nobody reimburses. */
  readonly netCost: number
  /** Contacts met for each £1,000 after reimbursement; null where it is all reimbursed. */
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
  /** The number of further sessions from which the next one gains less than a twentieth of what the first does; null: not within ten. */
  readonly flatFrom: number | null
  /** The next session gains no more than the one before, everywhere. */
  readonly concave: boolean
}

/** What the last of something important costs of what is less so. */
export interface PriorityPrice {
  readonly level: Level
  readonly given: number
  readonly of: string
  readonly gain: MixGain
  readonly sentence: string
}

export interface ChosenPost extends PostPlace {
  /** Half-time posts. */
  readonly halves: number
  readonly sessions: number
  /** Pounds a year. */
  readonly cost: number
}

export interface BestMix {
  /** Pounds a year that further posts may cost. */
  readonly budget: number
  readonly spent: number
  readonly posts: readonly ChosenPost[]
  /** Of what is spent, what each scheme reimburses; the rest is the network's own. */
  readonly reimbursed: Readonly<Record<PotName, number>>
  readonly gain: MixGain
  /** How far the last level is from the best possible, relative; 0: proven best. */
  readonly gap: number
}

/** A team with as many people for each patient as England has. */
export interface NationalAverage {
  /** Full-time equivalents by group of roles: today's, and those of England's average for as many patients. */
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
  /** With the frontier: the same patients with a team like England's. */
  readonly average?: NationalAverage
  readonly plan?: WorkforcePlanAnswer
  /** Linear programmes solved. */
  readonly solved: number
}

/** What a call asks beside the document. */
export interface MixQuestion {
  readonly curve: string | null
  readonly add: readonly { readonly role: string; readonly sessions: number }[]
  /** Pounds a year for further posts; null: none asked for. */
  readonly budget: number | null
  /** Only posts paid by this. */
  readonly funding: string | null
  readonly frontier: readonly number[]
}
