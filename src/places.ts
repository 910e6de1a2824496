/** Sites, their rooms and the travel between them. */

export interface Site {
  readonly id: string
  /** Followed by the id if another site has the same name. */
  readonly name: string
  /** Registered patients. */
  readonly patients: number
  /** Patients weighted by need (Carr-Hill), on which the enhanced-access obligation is based. */
  readonly adjustedPatients: number
  /** Consulting and treatment rooms. */
  readonly rooms: number
  /** Minutes of travel to other sites, by site id. */
  readonly travel: ReadonlyMap<string, number>
  /** By session index: true if the site is open. */
  readonly open: readonly boolean[]
}

/** The reason a site is closed, as shown to readers of the rota. */
export interface Closure {
  readonly date: string
  readonly why: string
  readonly sites: readonly string[]
  readonly parts: readonly string[]
}
