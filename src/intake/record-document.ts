/**
 * A network's record, `network/1`, as received: data that lasts from week to week. Weekly documents are generated from it
 * (record/draw-week.ts).
 */
import type { Plan } from '../policy.ts'
import type { Work } from '../rota.ts'
import type { NeedDocument, PartDocument, PersonDocument, RoleDocument, RotaDocument } from './rota-document.ts'

/** Work done in the same session every week. Default site: the person's home. */
export type FixedWork = Work | { work: Work; site?: string }

/** The usual week, for weeks of the cycle with one of these letters. */
export interface Pattern {
  /** Default: every week. */
  weeks?: string[]
  /** `mon-am` …; default: any open session. */
  works?: string[]
  /** By `mon-am` …: work that is always done then, such as a fixed clinic or work elsewhere. */
  work?: Record<string, FixedWork>
}

export interface RecordPerson extends Omit<PersonDocument, 'home' | 'away' | 'wishes'> {
  /** Default: the first site of the record. */
  home?: string
  /** First and last day in post; open-ended if omitted. */
  from?: string
  until?: string | null
  /** The first pattern that includes the week's letter applies, or `works` if none does. */
  patterns?: Pattern[]
}

export interface RecordSite {
  id: string
  name: string
  patients: number
  adjustedPatients?: number
  /** Default: 55 per 50,000 patients, at least two (an assumption). */
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

/** Source of the weekly figures. With `own` or `imported`, only what is listed arrives. */
export const DEMAND_SOURCES = ['atlas', 'own', 'imported'] as const
export type DemandSource = (typeof DEMAND_SOURCES)[number]

/** Days on which demand arises. */
export const DEMAND_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
export type DemandDay = (typeof DEMAND_DAYS)[number]

export interface RecordDemand {
  /** Default: `atlas`, which uses England's rate for every site and need not listed. */
  source?: DemandSource
  /** Contacts in an ordinary week. */
  weekly?: { site: string; need: string; contacts: number }[]
  /** How a week's contacts are spread over its days, as relative shares; default: England's. */
  byDay?: { site?: string; need?: string; shares: Partial<Record<DemandDay, number>> }[]
  /** How a day's contacts are spread over its parts; default: England's. */
  byPart?: { site?: string; need?: string; shares: Record<string, number> }[]
  /** Periods with more or less demand than usual: a campaign, an outbreak, a neighbouring practice closed. */
  events?: { from: string; to: string; site?: string; need?: string; factor: number }[]
  plan?: Plan
}

/** How to read words in imported files; keys are those words in lower case. Never names of people. */
export interface RecordImports {
  /** Role titles → role ids; `-` for people who aren't planned. */
  roles?: Record<string, string>
  /** Words in cells → `off`, `leave`, `closed`, a kind of work, or a site id. */
  words?: Record<string, string>
  /** Appointment types and national categories → need ids; `-` means not demand. */
  needs?: Record<string, string>
  /** Site names → site ids. */
  sites?: Record<string, string>
}

export interface NetworkRecord {
  format: 'network/1'
  note?: string
  /** True if the people are synthetic. */
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
  /** The Monday on which a cycle starts, and the letters of its weeks in order. */
  cycle?: { weeks: string[]; from: string }
  leave?: Leave[]
  wishes?: RecordWish[]
  /** Bank holidays needn't be listed. */
  closed?: NonNullable<RotaDocument['closed']>
  demand?: RecordDemand
  rules?: NonNullable<RotaDocument['rules']>
  solve?: NonNullable<RotaDocument['solve']>
  /** Number of published weeks that fair shares are based on; default: 12. */
  history?: { weeks?: number }
  /** Corrections to imports, applied to every later file. */
  imports?: RecordImports
}
