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
  /** Null where nobody is. */
  readonly person: string | null
  /** Site where the duty doctor works, where that is another one of the group that shares them. */
  readonly at?: string
}

/** Where a price comes from: what the document pays locums, published locum rates, or what our own people of the role cost. */
export const PRICE_BASES = ['document', 'locum-rates', 'own-people'] as const

/** A session that nobody of the network holds, and that somebody from outside could. */
export interface GapReport {
  readonly site: string
  readonly date: string
  readonly part: string
  readonly role: string
  /** Rule that it would help to keep. */
  readonly rule: string
  /** In words. */
  readonly why: string
  /** Likely price in pounds; null where nothing is known of it. */
  readonly price: number | null
  readonly priceFrom: (typeof PRICE_BASES)[number] | null
}

/** Who is there to be asked by somebody who works under supervision. */
export interface DebriefReport {
  readonly person: string
  /** Null where nobody has room for another. */
  readonly supervisor: string | null
  readonly date: string
  readonly part: string
  readonly site: string
  /** Minutes of the supervisor's session that it takes. */
  readonly minutes: number
}

/** All four; empty where there is no rota. */
export interface WeekBook {
  readonly appointments: readonly AppointmentReport[]
  readonly duties: readonly DutyReport[]
  readonly gaps: readonly GapReport[]
  readonly debriefs: readonly DebriefReport[]
}
