/** People, their roles and contracts. */

/** How a role meets a need. */
export interface Skillset {
  /** Patient-facing minutes per contact. */
  readonly minutes: number
  /** Share of contacts (0–1) that return to a GP, from the next session on. */
  readonly returns: number
}

/** Day-to-day supervision a role needs while it sees patients. */
export interface SupervisionNeed {
  /** Minutes of a supervisor's time per supervised session. */
  readonly minutes: number
  /** Ids of roles that may supervise. */
  readonly by: readonly string[]
  /** Whether the supervisor must be at the same site or may be anywhere in the network. */
  readonly where: 'site' | 'network'
}

export interface Role {
  readonly id: string
  readonly title: string
  /** Minutes of a full session, including paperwork (250 in the salaried GP model contract). */
  readonly sessionMinutes: number
  /** Patient-facing minutes per full session. */
  readonly patientMinutes: number
  readonly costPerSession: number
  /** Safe number of contacts in a day of two sessions; null if the role has no limit of its own. */
  readonly maxContactsPerDay: number | null
  /** Maximum sites per week for a person in this role; null if the role has no limit of its own. */
  readonly maxSites: number | null
  /** By need id. */
  readonly meets: ReadonlyMap<string, Skillset>
  readonly supervision: SupervisionNeed | null
  /** May hold duty: urgent needs, calls, advice to the team. */
  readonly duty: boolean
  /** Who pays: core, arrs, locum, … */
  readonly funding: string
}

export interface Contract {
  /** Contracted sessions a week. */
  readonly sessions: number
  /** Further sessions a week the person has agreed to work if asked. */
  readonly flex: number
  /** Contracted sessions a week that are protected for learning. */
  readonly protected: number
  /** Paid sessions a week, if an absence reduces the number worked; default: `sessions`. */
  readonly paid?: number
}

/** A person's wish to have certain sessions off, or to work them. */
export interface Wish {
  /** A weekday and part such as `fri-pm`, or just a part if `date` is given. */
  readonly sessions: readonly number[]
  readonly want: 'off' | 'on'
  readonly weight: number
}

export interface Person {
  readonly id: string
  /** With a distinguishing suffix if somebody else has the same name. */
  readonly name: string
  readonly role: string
  /** The site where the person usually works. */
  readonly home: string
  /** Sites where the person may work, always including `home`. */
  readonly sites: readonly string[]
  readonly contract: Contract
  readonly skills: readonly string[]
  readonly wishes: readonly Wish[]
  /** Id of the person's cadre. */
  readonly cadre: string
}

/**
 * People who meet the same needs in the same minutes: a role, split where skills differ.
 * The flow of contacts is planned by cadre, not by person.
 */
export interface Cadre {
  /** The role's id, followed by `+skill` for each skill that distinguishes the cadre. */
  readonly id: string
  readonly role: string
  readonly people: readonly string[]
  readonly meets: ReadonlyMap<string, Skillset>
}
