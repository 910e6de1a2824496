/** What a stress test of a rota answers. */

/** A share or mean with its 95% interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface StressedDay {
  readonly date: string
  /** Chance that urgent need is met on this day, all but one contact in a hundred. */
  readonly met: Estimate
  /** Urgent contacts not met, mean. */
  readonly missed: Estimate
  /** People ill, mean. */
  readonly ill: number
}

export interface AbsenceEffect {
  readonly person: string
  readonly name: string
  /** Sessions that would be lost. */
  readonly sessions: number
  /** Urgent contacts missed that are met with this person. */
  readonly urgent: number
  /** Half days left without a duty doctor, people short of the minimum, and people left without a supervisor: in sessions. */
  readonly safety: number
  /** The week breaks: urgent need is missed, or a safety rule broken, that is kept with this person. */
  readonly breaks: boolean
  readonly sentence: string
}

export interface StressAnswer {
  readonly seed: number
  readonly samples: number
  readonly days: readonly StressedDay[]
  /** Chance that urgent need is met on every day of the week. */
  readonly everyDay: Estimate
  /** Booked contacts that patients do not attend: an expectation. */
  readonly notAttended: number
  /** Whose absence breaks the week first. */
  readonly absences: readonly AbsenceEffect[]
  readonly assumptions: readonly string[]
}
