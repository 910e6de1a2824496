/** Contacts that arrive or wait, as counts: never a patient. */

export interface Arrivals {
  readonly site: string
  readonly need: string
  /** Session index. */
  readonly session: number
  readonly contacts: number
}

export interface Waiting {
  readonly site: string
  readonly need: string
  /** Days waited when the horizon starts. */
  readonly waitedDays: number
  readonly contacts: number
}
