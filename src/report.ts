/** The report, `report/1`: plain data, as published. */
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

/** Same-day need at planned demand, and what the same rota meets at expected demand. */
export interface UrgentFigure extends ServiceFigure {
  readonly atMean: ServiceFigure
}

export interface UnmetReport {
  readonly site: string
  readonly need: string
  readonly date: string
  readonly contacts: number
  /** The reason, in words. */
  readonly cause?: string
}

/** Contacts still waiting at the end of the horizon, by the day they were requested; excludes same-day needs. */
export interface WaitingReport {
  readonly site: string
  readonly need: string
  /** The day after the horizon, for contacts that its last session returns to a GP. */
  readonly asked: string
  readonly contacts: number
}

/** Routine contacts whose target day passes within the horizon without their being met. */
export interface OverdueReport {
  readonly contacts: number
  /** Maximum calendar days past the target, up to the end of the horizon. */
  readonly days: number
  /** Of these contacts, how many are still waiting at the end. */
  readonly waiting: number
}

/** How soon patients are met, for the network or one practice. */
export interface AccessReport {
  /**
   * By the official measure of same-day access (needs marked `official`); if no need counts towards it, all same-day
   * needs.
   */
  readonly urgent: UrgentFigure
  /** Every other need, against its own target. */
  readonly routine: ServiceFigure
  /**
   * The contract's measures of non-urgent access. Due: everybody met within the horizon; in time: within a number of days of the request.
   */
  readonly withinOneWeek: ServiceFigure
  readonly withinTwoWeeks: ServiceFigure
  readonly overdue: OverdueReport
}

export interface ServiceReport extends AccessReport {
  /** The level of same-day demand behind `urgent`, `bySite` and `byDay`: the mean or the 80th percentile. */
  readonly plan: Plan
  /** All same-day needs, including triage. */
  readonly sameDay: UrgentFigure
  readonly unmet: readonly UnmetReport[]
  readonly bySite: readonly (AccessReport & { readonly site: string; readonly waiting: number })[]
  readonly byNeed: readonly (ServiceFigure & { readonly need: string; readonly waiting: number })[]
  /** Urgent need by day and site, for days the site is open. */
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
  /** Zero-based week of the horizon, for findings about a whole week. */
  readonly week?: number
  readonly site?: string
  readonly need?: string
  readonly role?: string
  readonly people: readonly string[]
  readonly sentence: string
  /** The reason, in words. */
  readonly cause?: string
}

export interface PersonReport {
  readonly id: string
  readonly sessions: number
  readonly contractSessions: number
  readonly sites: number
  readonly contactsPerDayMax: number
  /** Sessions of protected time still owed after this rota, usually a fraction. Only for contracts that include protected time. */
  readonly protectedOwed?: number
  readonly fairness: Readonly<Record<string, number>>
}

/** Contracted sessions that the rota leaves unused; by week (its Monday) if there are several weeks. */
export interface UnassignedReport {
  readonly person: string
  readonly sessions: number
  readonly week?: string
}

export interface CostReport {
  readonly total: number
  readonly byFunding: Readonly<Record<string, number>>
  /** A scheme's funding in pounds, by 52nds of a year: claims for contracts and for extra sessions, out of the allowance. */
  readonly allowance: { readonly arrs?: AllowanceReport; readonly practiceGp?: AllowanceReport }
}

export interface AllowanceReport {
  readonly used: number
  readonly of: number
  /** The source of the allowance, in words. */
  readonly source: string
}

/** People seeing patients against the minimum, by site and session: the "3/4" of a rota. */
export interface CoverReport {
  readonly site: string
  readonly date: string
  readonly part: string
  readonly people: number
  readonly minimum: number
}

/** Background needed to interpret the figures. */
export interface BasisReport {
  /** Subjects of the safety rules in force, in a few words each: "a duty doctor". */
  readonly safety: readonly string[]
  /** Safe workload per person of a role in a day of two sessions: contacts of this many minutes. Shorter contacts count for less. */
  readonly safeDays: readonly {
    readonly role: string
    readonly contacts: number
    readonly minutes: number
    /** Set if it is one of the presets. */
    readonly preset?: WorkloadName
  }[]
  /** Patient-facing minutes in evenings and on Saturdays; null if the document has no such sessions. */
  readonly enhancedAccess: {
    readonly offered: number
    /** Omitted if the rule is switched off. */
    readonly owed?: number
  } | null
}

/** A set of rules and facts that cannot all hold. */
export interface ClashReport {
  readonly sentences: readonly string[]
  readonly rules: readonly string[]
  readonly repairs: readonly { readonly sentence: string; readonly verified: boolean }[]
  /** Further clashes that share no pin and no demand with this one. The search for them is limited to a few. */
  readonly others?: readonly { readonly sentences: readonly string[]; readonly rules: readonly string[] }[]
}

export interface Report extends WeekBook {
  readonly format: 'report/1'
  readonly status: Status
  readonly disputed: boolean
  readonly note?: string
  /** Set if the people are synthetic. */
  readonly synthetic?: true
  /** Things in the document that are valid but probably a mistake. */
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
  /** Recommended actions by person responsible, most urgent first. */
  readonly actions: readonly ActionReport[]
  readonly people: readonly PersonReport[]
  readonly unassigned: readonly UnassignedReport[]
  readonly cost: CostReport
  /** Absent from reports of earlier versions. */
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

/** Fields that only a solve can fill in: how the rota came about and what is proven about it. */
type SolveOnly = 'format' | 'status' | 'disputed' | 'levels' | 'audit' | 'stamp' | 'clash'

/** A report on any rota, whatever its origin: the fields that don't require a solve. */
export type RotaReport = Omit<Report, SolveOnly> & Partial<Pick<Report, SolveOnly>>

/** A level of a judged rota: its value and, on request, its bound. */
export interface JudgedLevel extends Pick<LevelReport, 'level' | 'value' | 'unit' | 'floor'> {
  readonly bound?: number
  /** (value − bound) / max(|value|, floor). */
  readonly gap?: number
}

/** The rules' verdict on a rota from elsewhere. */
export interface Judgement {
  /** Things in the document that are valid but probably a mistake. */
  readonly remarks: readonly Remark[]
  readonly findings: readonly Finding[]
  /** False if the rota came with a report whose figures differ. */
  readonly agrees: boolean
  /** All levels with rules in force, in order. `never` appears only if one of its rules is broken. */
  readonly levels: readonly JudgedLevel[]
  /** `exact`: the rota came without a contact plan, so it is judged with the best plan its people could hold. */
  readonly clinicPlan: 'given' | 'exact'
  /** People whom that plan has working by telephone, because rooms are short and the rota doesn't say. Omitted if a plan was given. */
  readonly byTelephone?: readonly Pick<AssignmentReport, 'person' | 'date' | 'part' | 'site'>[]
  readonly service: ServiceReport
  /** As in a report, like the figures below. Judgements stored by versions before 0.3 lack all five. */
  readonly waiting?: readonly WaitingReport[]
  readonly actions?: readonly ActionReport[]
  readonly cover?: readonly CoverReport[]
  readonly people?: readonly PersonReport[]
  readonly cost?: CostReport
}
