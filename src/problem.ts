/** Everything that a rota must answer to, cross-checked, indexed and frozen: the solver's only input. */
import type { Availability } from './availability.ts'
import type { Arrivals, Waiting } from './demand.ts'
import type { Need } from './needs.ts'
import type { Closure, Site } from './places.ts'
import type { Plan, RuleSetting } from './policy.ts'
import type { Remark } from './remark.ts'
import type { Assignment, Work } from './rota.ts'
import type { Cadre, Person, Role } from './staff.ts'
import type { Horizon, Session } from './time.ts'

/** A decision already made: this person does this work there in this session, or is kept free. */
export interface Pin {
  readonly person: string
  readonly session: number
  /** None for `off`. */
  readonly site: string | null
  readonly work: Work | 'off'
}

/** The kinds of session that are shared fairly, by the names that history has for them. */
export const SHARED_KINDS = ['mondays', 'fridays', 'duties', 'evenings', 'saturdays'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

/** What a person has worked over the past weeks, for fair shares. Somebody who joins today has none. */
export interface History extends Readonly<Record<SharedKind, number>> {
  readonly person: string
  readonly sessions: number
  /** Number of latest weeks over which it was counted; default: the highest number anybody has. */
  readonly weeks?: number
  /** The person's fair share of each kind in those weeks, if it was recorded. */
  readonly fair?: Readonly<Partial<Record<SharedKind, number>>>
  /** Sessions of protected time owed from before; zero if the document doesn't say. */
  readonly protectedOwed?: number
}

/** A session that somebody worked in the days before the horizon. */
export interface EarlierWork {
  readonly person: string
  /** Perhaps one that the network no longer has. */
  readonly site: string
  readonly work: Work
  /** Its `day` and `week` are negative. */
  readonly session: Session
}

export interface SolveSettings {
  /** Wall seconds for all levels together. */
  readonly seconds: number
  /** Relative gap at which a level counts as solved. */
  readonly gap: number
  readonly seed: number
  readonly engine: string
}

/** Plain data throughout (it crosses to the solving thread); all lists sorted as the document has them. */
export interface Problem {
  readonly network: { readonly ods: string; readonly name: string; readonly timezone: string }
  /** Words about the document that every report repeats, such as that its people are synthetic. */
  readonly note: string | null
  /** The people are made up. */
  readonly synthetic: boolean
  /** What was accepted and is probably not meant. */
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
  /** What the arrivals of same-day needs are planned at. */
  readonly plan: Plan
  readonly arrivals: readonly Arrivals[]
  readonly waiting: readonly Waiting[]
  readonly pins: readonly Pin[]
  /** An earlier rota of this horizon, to change as little as possible. */
  readonly published: readonly Assignment[] | null
  readonly history: ReadonlyMap<string, History>
  /**
   * Work in the 14 days before, in order of time; null if the document says nothing, so that nothing is known about
   * them.
   */
  readonly before: readonly EarlierWork[] | null
  readonly rules: ReadonlyMap<string, RuleSetting>
  readonly solve: SolveSettings
}
