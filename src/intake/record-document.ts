/** A network's record, `network/1`, as it comes in: what lasts from week to week. Weeks are drawn from it (record/draw-week.ts). */
import type { Plan } from '../policy.ts'
import type { Work } from '../rota.ts'
import type { NeedDocument, PartDocument, PersonDocument, RoleDocument, RotaDocument } from './rota-document.ts'

/** Work that somebody does in the same session every week; default site: the usual practice. */
export type FixedWork = Work | { work: Work; site?: string }

/** The usual week, in the weeks of the cycle that carry one of these letters. */
export interface Pattern {
  /** Default: every week. */
  weeks?: string[]
  /** `mon-am` …; default: any open session. */
  works?: string[]
  /** By `mon-am` …: what is always done then, such as a fixed clinic or work elsewhere. */
  work?: Record<string, FixedWork>
}

export interface RecordPerson extends Omit<PersonDocument, 'home' | 'away' | 'wishes'> {
  /** Default: the first site of the record. */
  home?: string
  /** First and last day in post; default: no end. */
  from?: string
  until?: string | null
  /** The first pattern whose letters include the week's applies; `works` if none does. */
  patterns?: Pattern[]
}

export interface RecordSite {
  id: string
  name: string
  patients: number
  adjustedPatients?: number
  /** Default: 55 for 50,000 patients, two at least (an assumption). */
  rooms?: number
  travel?: Record<string, number>
}

export interface Leave {
  id: string
  person: string
  from: string
  to: string
  parts?: string[]
}

export interface RecordWish {
  id: string
  person: string
  /** `fri-pm`, or just a part if there is a date. */
  part: string
  date?: string | null
  want: 'off' | 'on'
  weight?: number
}

/** Where weekly figures come from. Of `own` and `imported` demand only what is listed arrives. */
export const DEMAND_SOURCES = ['atlas', 'own', 'imported'] as const
export type DemandSource = (typeof DEMAND_SOURCES)[number]

/** The days on which demand arises. */
export const DEMAND_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
export type DemandDay = (typeof DEMAND_DAYS)[number]

export interface RecordDemand {
  /** Default: `atlas`, with England's rate for every site and need that isn't listed. */
  source?: DemandSource
  /** Contacts of an ordinary week. */
  weekly?: { site: string; need: string; contacts: number }[]
  /** How a week's contacts are spread over its days, as relative shares; default: England's. */
  byDay?: { site?: string; need?: string; shares: Partial<Record<DemandDay, number>> }[]
  /** How a day's contacts are spread over its parts; default: England's. */
  byPart?: { site?: string; need?: string; shares: Record<string, number> }[]
  /** Times that bring more or less than usual: a campaign, an outbreak, a closed neighbour. */
  events?: { from: string; to: string; site?: string; need?: string; factor: number }[]
  plan?: Plan
}

/** How words in imported files are read; keys are those words, in lower case. Never names of people. */
export interface RecordImports {
  /** Role titles, to ids of roles; `-` for people who are not planned. */
  roles?: Record<string, string>
  /** Words in cells, to `off`, `leave`, `closed`, a kind of work, or the id of a site. */
  words?: Record<string, string>
  /** Types of appointment and national categories, to ids of needs; `-` for what is no demand. */
  needs?: Record<string, string>
  /** Names of sites, to their ids. */
  sites?: Record<string, string>
}

export interface NetworkRecord {
  format: 'network/1'
  note?: string
  /** The people are made up. */
  synthetic?: boolean
  network: RotaDocument['network']
  /** Default: mornings 08:30 to 12:40 and afternoons 14:00 to 18:10, Monday to Friday. */
  parts?: PartDocument[]
  sites: RecordSite[]
  /** Default: the needs of a network in England. */
  needs?: NeedDocument[]
  /** Default: the roles of a network in England, at the prices of the week's contract year. */
  roles?: RoleDocument[]
  people: RecordPerson[]
  /** Which Monday starts a cycle, and the letters of its weeks in order. */
  cycle?: { weeks: string[]; from: string }
  leave?: Leave[]
  wishes?: RecordWish[]
  /** Bank holidays needn't be listed. */
  closed?: NonNullable<RotaDocument['closed']>
  demand?: RecordDemand
  rules?: NonNullable<RotaDocument['rules']>
  solve?: NonNullable<RotaDocument['solve']>
  /** Number of published weeks that fair shares look back over; default: 12. */
  history?: { weeks?: number }
  /** Corrections to imports, applied to every file from then on. */
  imports?: RecordImports
}
