/** Everything a rota must satisfy, cross-checked, indexed and frozen: the solver's only input. */
import type { Availability } from './availability.ts'
import type { Arrivals, Waiting } from './demand.ts'
import type { Need } from './needs.ts'
import type { Closure, Site } from './places.ts'
import type { Plan, RuleSetting } from './policy.ts'
import type { Remark } from './remark.ts'
import type { Assignment, Work } from './rota.ts'
import type { Cadre, Person, Role } from './staff.ts'
import type { Horizon, Session } from './time.ts'

/** A decision already made: this person does this work there in this session, or is kept off. */
export interface Pin {
  readonly person: string
  readonly session: number
  /** Null for `off`. */
  readonly site: string | null
  readonly work: Work | 'off'
}

/** Kinds of session to be shared fairly, by their names in the history. */
export const SHARED_KINDS = ['mondays', 'fridays', 'duties', 'evenings', 'saturdays'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

/** What a person worked in past weeks, used for fair shares. Empty for somebody who joins today. */
export interface History extends Readonly<Record<SharedKind, number>> {
  readonly person: string
  readonly sessions: number
  /** Number of most recent weeks counted; default: the highest number given for anybody. */
  readonly weeks?: number
  /** The person's fair share of each kind in those weeks, if it was recorded. */
  readonly fair?: Readonly<Partial<Record<SharedKind, number>>>
  /** Sessions of protected time carried over; zero if not given. */
  readonly protectedOwed?: number
}

/** A session worked in the days before the horizon. */
export interface EarlierWork {
  readonly person: string
  /** May no longer exist in the network. */
  readonly site: string
  readonly work: Work
  /** Its `day` and `week` are negative. */
  readonly session: Session
}

export interface SolveSettings {
  /** Total wall-clock seconds for all levels. */
  readonly seconds: number
  /** Relative gap at which a level counts as solved. */
  readonly gap: number
  readonly seed: number
  readonly engine: string
}

/** Plain data throughout, because it crosses to the solving thread. All lists keep the document's order. */
export interface Problem {
  readonly network: { readonly ods: string; readonly name: string; readonly timezone: string }
  /** A note repeated in every report, such as that the people are synthetic. */
  readonly note: string | null
  /** True if the people are synthetic. */
  readonly synthetic: boolean
  /** Valid input that is probably a mistake. */
  readonly remarks: readonly Remark[]
  readonly horizon: Horizon
  readonly closures: readonly Closure[]
  readonly sites: readonly Site[]
  readonly needs: readonly Need[]
  readonly roles: readonly Role[]
  readonly people: readonly Person[]
  readonly cadres: readonly Cadre[]
  readonly siteById: ReadonlyMap<string, Site>
  readonly needById: ReadonlyMap<string, Need>
  readonly roleById: ReadonlyMap<string, Role>
  readonly personById: ReadonlyMap<string, Person>
  readonly cadreById: ReadonlyMap<string, Cadre>
  readonly availability: ReadonlyMap<string, Availability>
  /** Days of the horizon that count towards targets: those with an open core session. */
  readonly workingDays: readonly number[]
  /** The level at which same-day arrivals are planned. */
  readonly plan: Plan
  readonly arrivals: readonly Arrivals[]
  readonly waiting: readonly Waiting[]
  readonly pins: readonly Pin[]
  /** An earlier rota for this horizon, to be changed as little as possible. */
  readonly published: readonly Assignment[] | null
  readonly history: ReadonlyMap<string, History>
  /** Work in the 14 days before, ordered by time; null if the document doesn't give it, so that nothing is known about those days. */
  readonly before: readonly EarlierWork[] | null
  readonly rules: ReadonlyMap<string, RuleSetting>
  readonly solve: SolveSettings
}
