/** The report, `report/1`: data only, as it leaves the house. */
import type { ActionReport } from './action.ts'
import type { Level } from './breach.ts'
import type { Plan } from './policy.ts'
import type { Remark } from './remark.ts'
import type { PatientWork, Work } from './rota.ts'
import type { WeekBook } from './week-book.ts'

export type Status = 'optimal' | 'within-gap' | 'out-of-time' | 'impossible' | 'no-rota' | 'stopped'

export interface LevelReport {
  readonly level: Level
  readonly value: number
  readonly bound: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap: number
  readonly seconds: number
  readonly unit: string
  /** The floor of the gap's denominator, in the level's unit. */
  readonly floor: number
}

export interface AuditReport {
  readonly agrees: boolean
  readonly rules: readonly { readonly rule: string; readonly model: number; readonly rota: number }[]
}

export interface AssignmentReport {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly work: Work
  readonly remote?: true
}

export interface ClinicReport {
  readonly date: string
  readonly part: string
  readonly site: string
  readonly role: string
  /** Skills that mark these people out within the role; left out where there are none. */
  readonly skills?: readonly string[]
  readonly work: PatientWork
  readonly need: string
  readonly patientsOf: string
  readonly contacts: number
}

/** Contacts due inside the horizon, and how many of them are met by their target. */
export interface ServiceFigure {
  readonly due: number
  readonly inTime: number
  readonly share: number
}

/** Same-day need as it is planned, and what the same rota meets if as many come as are expected. */
export interface UrgentFigure extends ServiceFigure {
  readonly atMean: ServiceFigure
}

export interface UnmetReport {
  readonly site: string
  readonly need: string
  readonly date: string
  readonly contacts: number
  /** Why, in words. */
  readonly cause?: string
}

/** Contacts that still wait when the horizon ends, by the day on which they asked; same-day needs are not among them. */
export interface WaitingReport {
  readonly site: string
  readonly need: string
  /** The day after the horizon for those whom its last session sends back to a GP. */
  readonly asked: string
  readonly contacts: number
}

/** Routine contacts whose target passes unmet inside the horizon. */
export interface OverdueReport {
  readonly contacts: number
  /** Most days of the calendar past the target, as far as the horizon goes. */
  readonly days: number
  /** Of the contacts, those that still wait when it ends. */
  readonly waiting: number
}

/** How soon patients are met: of the network, or of one practice. */
export interface AccessReport {
  /** By the official measure of same-day access (needs that are `official`); where no need is in it, every same-day need. */
  readonly urgent: UrgentFigure
  /** Every other need, against its own target. */
  readonly routine: ServiceFigure
  /** The contract's measures of non-urgent access. Due: all who are met inside the horizon; in time: within so many days of asking. */
  readonly withinOneWeek: ServiceFigure
  readonly withinTwoWeeks: ServiceFigure
  readonly overdue: OverdueReport
}

export interface ServiceReport extends AccessReport {
  /** What `urgent`, `bySite` and `byDay` are counted at: the mean of same-day demand, or its 80th percentile. */
  readonly plan: Plan
  /** Every same-day need, triage too. */
  readonly sameDay: UrgentFigure
  readonly unmet: readonly UnmetReport[]
  readonly bySite: readonly (AccessReport & { readonly site: string; readonly waiting: number })[]
  readonly byNeed: readonly (ServiceFigure & { readonly need: string; readonly waiting: number })[]
  /** Urgent need by day and site, for days on which the site is open. */
  readonly byDay: readonly (ServiceFigure & { readonly date: string; readonly site: string })[]
}

export interface Finding {
  readonly rule: string
  readonly level: Level
  readonly amount: number
  /** What one unit of the amount counts within its level (1 where left out). */
  readonly weight?: number
  readonly date?: string
  readonly part?: string
  /** Whole weeks since the start, of what is found of a week as a whole. */
  readonly week?: number
  readonly site?: string
  readonly need?: string
  readonly role?: string
  readonly people: readonly string[]
  readonly sentence: string
  /** Why, in words. */
  readonly cause?: string
}

export interface PersonReport {
  readonly id: string
  readonly sessions: number
  readonly contractSessions: number
  readonly sites: number
  readonly contactsPerDayMax: number
  /** Sessions of protected time still owed after this rota, a fraction as a rule; only of contracts that have any. */
  readonly protectedOwed?: number
  readonly fairness: Readonly<Record<string, number>>
}

/** Sessions of a contract that the rota has no use for; of one week, by its Monday, where the rota has several. */
export interface UnassignedReport {
  readonly person: string
  readonly sessions: number
  readonly week?: string
}

export interface CostReport {
  readonly total: number
  readonly byFunding: Readonly<Record<string, number>>
  /** Pounds of a scheme that pays for roles: used by this rota, of what it allows for so many weeks. */
  readonly allowance: { readonly arrs?: AllowanceReport; readonly practiceGp?: AllowanceReport }
}

export interface AllowanceReport {
  readonly used: number
  readonly of: number
  /** Where the allowance comes from, in words. */
  readonly source: string
}

/** People in patient-facing work against the minimum, by site and session: the "3/4" of a rota. */
export interface CoverReport {
  readonly site: string
  readonly date: string
  readonly part: string
  readonly people: number
  readonly minimum: number
}

/** Rules and facts that cannot all hold. */
export interface ClashReport {
  readonly sentences: readonly string[]
  readonly rules: readonly string[]
  readonly repairs: readonly { readonly sentence: string; readonly verified: boolean }[]
  /** Further such sets that share no pin and no demand with this one; at most a few are looked for. */
  readonly others?: readonly { readonly sentences: readonly string[]; readonly rules: readonly string[] }[]
}

export interface Report extends WeekBook {
  readonly format: 'report/1'
  readonly status: Status
  readonly disputed: boolean
  readonly note?: string
  /** Where the people are made up. */
  readonly synthetic?: true
  /** What the document says and is probably not meant. */
  readonly remarks: readonly Remark[]
  readonly network: { readonly ods: string; readonly name: string }
  readonly week: { readonly from: string; readonly weeks: number }
  readonly levels: readonly LevelReport[]
  readonly audit: AuditReport
  readonly assignments: readonly AssignmentReport[]
  readonly clinics: readonly ClinicReport[]
  readonly service: ServiceReport
  readonly waiting: readonly WaitingReport[]
  readonly cover: readonly CoverReport[]
  readonly findings: readonly Finding[]
  /** What can be done and by whom, the most pressing first. */
  readonly actions: readonly ActionReport[]
  readonly people: readonly PersonReport[]
  readonly unassigned: readonly UnassignedReport[]
  readonly cost: CostReport
  readonly clash?: ClashReport
  readonly stamp: {
    readonly engine: string
    readonly engineVersion: string
    readonly engineWhy: string
    readonly seed: number
    readonly documentHash: string
    readonly rulesVersion: string
    readonly seconds: number
    readonly checked: boolean
    readonly columns: number
    readonly wholeColumns: number
    readonly rows: number
  }
}

/** A level of a rota that is judged: what it comes to, and, where that is asked for, what no rota is below. */
export interface JudgedLevel extends Pick<LevelReport, 'level' | 'value' | 'unit' | 'floor'> {
  readonly bound?: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap?: number
}

/** What the rules say of a rota that came from somewhere else. */
export interface Judgement {
  /** What the document says and is probably not meant. */
  readonly remarks: readonly Remark[]
  readonly findings: readonly Finding[]
  /** False where the rota came with a report that says otherwise. */
  readonly agrees: boolean
  /** In order, by every rule in force. The level `never` is there only where such a rule is broken. */
  readonly levels: readonly JudgedLevel[]
  /** `exact`: the rota came without a plan of who is met, and is judged with the best that its people could hold. */
  readonly clinicPlan: 'given' | 'exact'
  /** Whom that plan has work by telephone, since rooms are short and the rota does not say; left out where a plan was given. */
  readonly byTelephone?: readonly Pick<AssignmentReport, 'person' | 'date' | 'part' | 'site'>[]
  readonly service: ServiceReport
}
