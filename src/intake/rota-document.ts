/** The rota document, `rota/1`, as received: fields with defaults are optional. */
import type { Plan } from '../policy.ts'
import type { Weekday } from '../time.ts'

export interface PartDocument {
  id: string
  starts: string
  ends: string
  days: Weekday[]
  enhancedAccess?: boolean
  /** Number of contracted sessions that one such session uses up; default: 1. */
  counts?: number
}

export interface SiteDocument {
  id: string
  name: string
  patients: number
  adjustedPatients?: number
  rooms: number
  travel?: Record<string, number>
}

export interface NeedDocument {
  id: string
  title: string
  /** `same-day`, or working days: `10d`. */
  within: string
  weight: number
  shared?: boolean
  remote?: number
  /** Met at the patient’s home: needs no room, and fits into any session of people who can meet it. */
  visit?: boolean
  /** Contacts returned to a GP arrive as this need. */
  followUp?: boolean
  /** Skill required to meet it. */
  skill?: string
  gpadCategory?: string
  /** Counts towards the official measure of same-day access; default: depends on the GPAD category. */
  official?: boolean
}

export interface RoleDocument {
  id: string
  title: string
  sessionMinutes?: number
  patientMinutes?: number
  costPerSession?: number
  maxContactsPerDay?: number
  maxSites?: number
  meets?: Record<string, { minutes: number; returns?: number }>
  supervision?: { minutes: number; by: string[]; where?: 'site' | 'network' }
  /** May hold the duty. Default: the roles in `DUTY_ROLES` in src/policy.ts. */
  duty?: boolean
  funding?: string
}

export interface PersonDocument {
  id: string
  name: string
  role: string
  home: string
  sites?: string[]
  contract: { sessions: number; flex?: number; protected?: number; paid?: number }
  skills?: string[]
  away?: { from: string; to: string; parts?: string[]; paid?: boolean }[]
  /** `mon-am` …; default: any open session. */
  works?: string[]
  wishes?: { part: string; date?: string | null; want: 'off' | 'on'; weight?: number }[]
}

export interface AssignmentDocument {
  person: string
  date: string
  part: string
  site: string
  work: string
  remote?: boolean
}

export interface RotaDocument {
  format: 'rota/1'
  note?: string
  /** True if the people are synthetic; every report then says so first. */
  synthetic?: boolean
  network: { ods: string; name: string; timezone?: string }
  week: { from: string; weeks?: number }
  parts: PartDocument[]
  closed?: { date: string; why: string; sites?: string[]; parts?: string[]; paid?: boolean }[]
  sites: SiteDocument[]
  needs: NeedDocument[]
  roles: RoleDocument[]
  people: PersonDocument[]
  demand: { site: string; need: string; date: string; part: string; contacts: number }[]
  /** `waitedDays`: calendar days from the request to the first day of the week; 0 if requested on that day. */
  backlog?: { site: string; need: string; waitedDays: number; contacts: number }[]
  pins?: { person: string; date: string; part: string; site?: string; work: string }[]
  published?: AssignmentDocument[] | null
  history?: {
    person: string
    mondays?: number
    fridays?: number
    duties?: number
    evenings?: number
    saturdays?: number
    sessions: number
    /** Number of most recent weeks counted; fewer for somebody who has joined or come back since. */
    weeks?: number
    /** The person's fair share of each kind in those weeks, if recorded. */
    fair?: { mondays?: number; fridays?: number; duties?: number; evenings?: number; saturdays?: number }
    /** Sessions of protected time carried over. */
    protectedOwed?: number
  }[]
  /** Assignments in the 14 days before the rota. */
  before?: AssignmentDocument[]
  rules?: Record<string, false | ({ level?: string; weight?: number } & Record<string, unknown>)>
  /** The level of same-day demand to plan for; default: `p80`. */
  plan?: Plan
  solve?: { seconds?: number; gap?: number; seed?: number; engine?: string }
}
