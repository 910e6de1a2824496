/** What a practice derives from a rota: its appointment book, duty list, debriefs and locum requirements. */

/** How patients are met: in a room, by telephone or video, or at home. */
export const MODES = ['face-to-face', 'remote', 'home-visit'] as const
export type Mode = (typeof MODES)[number]

/** A person's appointments of one kind in one session. */
export interface AppointmentReport {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly need: string
  readonly mode: Mode
  /** Minutes per appointment. */
  readonly minutes: number
  /** Number of appointments, an integer. */
  readonly contacts: number
}

/** A stretch of a site's core hours with its duty doctor. */
export interface DutyReport {
  readonly site: string
  readonly date: string
  /** Local clock times, `HH:mm`. */
  readonly from: string
  readonly to: string
  /** Null if there is nobody. */
  readonly person: string | null
  /** The duty doctor's site, if it is a different one in the group sharing the duty. */
  readonly at?: string
}

/** Source of a price: the document's locum rates, published locum rates, or what the network's own people in the role cost. */
export const PRICE_BASES = ['document', 'locum-rates', 'own-people'] as const

/** A session that nobody in the network can work but a locum could. */
export interface GapReport {
  readonly site: string
  readonly date: string
  readonly part: string
  readonly role: string
  /** The rule it would help to satisfy. */
  readonly rule: string
  /** The reason, in words. */
  readonly why: string
  /** Likely price in pounds; null if unknown. */
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
  /** Minutes of the supervisor's session used. */
  readonly minutes: number
}

/** All four parts; empty if there is no rota. */
export interface WeekBook {
  readonly appointments: readonly AppointmentReport[]
  readonly duties: readonly DutyReport[]
  readonly gaps: readonly GapReport[]
  readonly debriefs: readonly DebriefReport[]
}
