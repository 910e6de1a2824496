/** Sites, their rooms, and the way between them. */

export interface Site {
  readonly id: string
  /** With the id behind it, where another site has the same. */
  readonly name: string
  /** Registered patients. */
  readonly patients: number
  /** Patients weighted by need (Carr-Hill), on which enhanced access is counted. */
  readonly adjustedPatients: number
  /** Consulting and treatment rooms. */
  readonly rooms: number
  /** Minutes of travel to other sites, by site id. */
  readonly travel: ReadonlyMap<string, number>
  /** By session index: true where the site is open. */
  readonly open: readonly boolean[]
}

/** Why a site is closed, for the people who read the rota. */
export interface Closure {
  readonly date: string
  readonly why: string
  readonly sites: readonly string[]
  readonly parts: readonly string[]
}
