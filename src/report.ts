/** The report, `report/1`: data only, as it leaves the house. */
import type { ActionReport } from './action.ts'
import type { Level } from './breach.ts'
import type { Plan, WorkloadName } from './policy.ts'
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
  /** Skills that distinguish these people within the role; omitted if there are none. */
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

/** Same-day need as planned, and what the same rota meets at expected demand. */
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
  /** The day after the horizon for those whom its last session returns to a GP. */
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
  /**
   * By the official measure of same-day access (needs marked `official`); if no need counts towards it, all same-day
   * needs.
   */
  readonly urgent: UrgentFigure
  /** Every other need, against its own target. */
  readonly routine: ServiceFigure
  /**
   * The contract's measures of non-urgent access. Due: everyone met within the horizon; in time: within a number of
   * days of the request.
   */
  readonly withinOneWeek: ServiceFigure
  readonly withinTwoWeeks: ServiceFigure
  readonly overdue: OverdueReport
}

export interface ServiceReport extends AccessReport {
  /** The level at which `urgent`, `bySite` and `byDay` are counted: mean same-day demand, or its 80th percentile. */
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
  /** How much one unit of the amount counts within its level (default: 1). */
  readonly weight?: number
  readonly date?: string
  readonly part?: string
  /** Whole weeks since the start, for findings about a whole week. */
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

/** Contracted sessions for which the rota has no use; per week, by its Monday, if the rota has several. */
export interface UnassignedReport {
  readonly person: string
  readonly sessions: number
  readonly week?: string
}

export interface CostReport {
  readonly total: number
  readonly byFunding: Readonly<Record<string, number>>
  /** A scheme's funding in pounds, by 52nds of a year: what is claimed for contracts and for sessions beyond them, out of what is allowed. */
  readonly allowance: { readonly arrs?: AllowanceReport; readonly practiceGp?: AllowanceReport }
}

export interface AllowanceReport {
  readonly used: number
  readonly of: number
  /** The source of the allowance, in words. */
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

/** What a reader has to know to understand the figures. */
export interface BasisReport {
  /** Subjects of the safety rules in force, in a few words each: "a duty doctor". */
  readonly safety: readonly string[]
  /** What is safe for one person of a role in a day of two sessions: contacts of this many minutes; shorter ones count less. */
  readonly safeDays: readonly {
    readonly role: string
    readonly contacts: number
    readonly minutes: number
    /** If it is one of the presets. */
    readonly preset?: WorkloadName
  }[]
  /** Minutes with patients in evenings and on Saturdays; null if the document has no such sessions. */
  readonly enhancedAccess: {
    readonly offered: number
    /** Omitted if the rule is switched off. */
    readonly owed?: number
  } | null
}

/** Rules and facts that cannot all hold. */
export interface ClashReport {
  readonly sentences: readonly string[]
  readonly rules: readonly string[]
  readonly repairs: readonly { readonly sentence: string; readonly verified: boolean }[]
  /** Further such sets that share no pin and no demand with this one; only a few are searched for. */
  readonly others?: readonly { readonly sentences: readonly string[]; readonly rules: readonly string[] }[]
}

export interface Report extends WeekBook {
  readonly format: 'report/1'
  readonly status: Status
  readonly disputed: boolean
  readonly note?: string
  /** If the people are synthetic. */
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
  /** What can be done and by whom, most urgent first. */
  readonly actions: readonly ActionReport[]
  readonly people: readonly PersonReport[]
  readonly unassigned: readonly UnassignedReport[]
  readonly cost: CostReport
  /** Missing from reports of earlier versions. */
  readonly basis?: BasisReport
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

/** What only a solve knows of its rota: how it came about, and what is proven of it. */
type SolveOnly = 'format' | 'status' | 'disputed' | 'levels' | 'audit' | 'stamp' | 'clash'

/** What can be said of any rota, whoever made it: a report, less what only a solve knows. */
export type RotaReport = Omit<Report, SolveOnly> & Partial<Pick<Report, SolveOnly>>

/** A level of a rota being judged: its value and, if requested, the bound no rota can beat. */
export interface JudgedLevel extends Pick<LevelReport, 'level' | 'value' | 'unit' | 'floor'> {
  readonly bound?: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap?: number
}

/** The rules' findings on a rota from elsewhere. */
export interface Judgement {
  /** What the document says and is probably not meant. */
  readonly remarks: readonly Remark[]
  readonly findings: readonly Finding[]
  /** False if the rota came with a report that says otherwise. */
  readonly agrees: boolean
  /** In order, by all rules in force. The level `never` appears only if such a rule is broken. */
  readonly levels: readonly JudgedLevel[]
  /** `exact`: the rota came without a contact plan and is judged with the best that its people could hold. */
  readonly clinicPlan: 'given' | 'exact'
  /**
   * People whom that plan has work by telephone, because rooms are short and the rota does not say; omitted if a plan
   * was given.
   */
  readonly byTelephone?: readonly Pick<AssignmentReport, 'person' | 'date' | 'part' | 'site'>[]
  readonly service: ServiceReport
  /** As in a report, like the figures that follow. A judgement stored by a version before 0.3 lacks the five. */
  readonly waiting?: readonly WaitingReport[]
  readonly actions?: readonly ActionReport[]
  readonly cover?: readonly CoverReport[]
  readonly people?: readonly PersonReport[]
  readonly cost?: CostReport
}
