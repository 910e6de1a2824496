/** The results of a stress test of a rota. */

/** A share or mean with its 95% interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface StressedDay {
  readonly date: string
  /** Probability that at least 99% of urgent need is met on this day. */
  readonly met: Estimate
  /** Mean number of urgent contacts not met. */
  readonly missed: Estimate
  /** Mean number of people ill. */
  readonly ill: number
}

export interface AbsenceEffect {
  readonly person: string
  readonly name: string
  /** Sessions lost. */
  readonly sessions: number
  /** Urgent contacts that are missed without this person and met with them. */
  readonly urgent: number
  /** In sessions: half days left without a duty doctor, people short of the minimum cover, and people left without a supervisor. */
  readonly safety: number
  /** True if this absence causes urgent need to be missed or a safety rule to be broken. */
  readonly breaks: boolean
  readonly sentence: string
}

export interface StressAnswer {
  readonly seed: number
  readonly samples: number
  readonly days: readonly StressedDay[]
  /** Probability that urgent need is met on every day of the week. */
  readonly everyDay: Estimate
  /** Expected number of booked contacts that patients don't attend. */
  readonly notAttended: number
  /** Absences by impact, largest first. */
  readonly absences: readonly AbsenceEffect[]
  readonly assumptions: readonly string[]
}
