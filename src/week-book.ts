/** What a practice builds and hands out from a rota: its appointment book, its duty list, who debriefs whom, what to buy in. */

/** How patients are met: in a room, by telephone or video, or at home. */
export const MODES = ['face-to-face', 'remote', 'home-visit'] as const
export type Mode = (typeof MODES)[number]

/** Appointments of one kind for one person in one session. */
export interface AppointmentReport {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly need: string
  readonly mode: Mode
  /** Length of each. */
  readonly minutes: number
  /** How many: a whole number. */
  readonly contacts: number
}

/** One stretch of a site's core hours, and who is its duty doctor then. */
export interface DutyReport {
  readonly site: string
  readonly date: string
  /** Local clock times, `HH:mm`. */
  readonly from: string
  readonly to: string
  /** Null if there is nobody. */
  readonly person: string | null
  /** The duty doctor's site, if it is another one of the group that shares them. */
  readonly at?: string
}

/** Source of a price: the document's locum rates, published locum rates, or the cost of own people in the role. */
export const PRICE_BASES = ['document', 'locum-rates', 'own-people'] as const

/** A session that nobody in the network can work, but that a locum could. */
export interface GapReport {
  readonly site: string
  readonly date: string
  readonly part: string
  readonly role: string
  /** The rule it would help to satisfy. */
  readonly rule: string
  /** In words. */
  readonly why: string
  /** Likely price in pounds; null where nothing is known of it. */
  readonly price: number | null
  readonly priceFrom: (typeof PRICE_BASES)[number] | null
}

/** Supervisors available to somebody who works under supervision. */
export interface DebriefReport {
  readonly person: string
  /** Null if nobody has capacity. */
  readonly supervisor: string | null
  readonly date: string
  readonly part: string
  readonly site: string
  /** Minutes of the supervisor's session that it takes. */
  readonly minutes: number
}

/** All four parts; empty if there is no rota. */
export interface WeekBook {
  readonly appointments: readonly AppointmentReport[]
  readonly duties: readonly DutyReport[]
  readonly gaps: readonly GapReport[]
  readonly debriefs: readonly DebriefReport[]
}
