/** People, their roles and contracts. */

/** What one role may do for one kind of need. */
export interface Skillset {
  /** Minutes of patient-facing time that one contact takes. */
  readonly minutes: number
  /** Share of contacts (0–1) that come back to a GP, from the next session on. */
  readonly returns: number
}

/** Day-to-day supervision that a role needs while it sees patients. */
export interface SupervisionNeed {
  /** Minutes of a supervisor's time that one supervised session takes. */
  readonly minutes: number
  /** Ids of the roles that may supervise. */
  readonly by: readonly string[]
  /** The supervisor is at the same site, or anywhere in the network. */
  readonly where: 'site' | 'network'
}

export interface Role {
  readonly id: string
  readonly title: string
  /** Minutes of a full session including paperwork (250 in the salaried GP model contract). */
  readonly sessionMinutes: number
  /** Patient-facing minutes of a full session. */
  readonly patientMinutes: number
  readonly costPerSession: number
  /** Safe number of contacts in a day of two sessions; none = no limit of its own. */
  readonly maxContactsPerDay: number | null
  /** Sites a person of this role may work at in a week; none = no limit of its own. */
  readonly maxSites: number | null
  /** By id of need. */
  readonly meets: ReadonlyMap<string, Skillset>
  readonly supervision: SupervisionNeed | null
  /** May hold the duty: urgent needs, calls, advice to the team. */
  readonly duty: boolean
  /** Who pays: core, arrs, locum … */
  readonly funding: string
}

export interface Contract {
  /** Contracted sessions a week. */
  readonly sessions: number
  /** Further sessions a week the person has agreed to work if asked. */
  readonly flex: number
  /** Sessions a week of the contract that are protected for learning. */
  readonly protected: number
  /** Sessions a week that are paid, where an absence leaves fewer to be worked; default: `sessions`. */
  readonly paid?: number
}

/** A wish of a person: to be off, or on, in some part of some day. */
export interface Wish {
  /** `fri-pm` (a weekday and part) or a part alone where `date` is given. */
  readonly sessions: readonly number[]
  readonly want: 'off' | 'on'
  readonly weight: number
}

export interface Person {
  readonly id: string
  /** With a distinguishing suffix if others have the same name. */
  readonly name: string
  readonly role: string
  /** Usual practice. */
  readonly home: string
  /** Sites the person may work at; `home` is always among them. */
  readonly sites: readonly string[]
  readonly contract: Contract
  readonly skills: readonly string[]
  readonly wishes: readonly Wish[]
  /** Id of the cadre the person belongs to. */
  readonly cadre: string
}

/**
 * People who meet the same needs in the same minutes: a role, split where skills differ.
 * The flow of contacts is planned by cadre, not by person.
 */
export interface Cadre {
  /** The role's id, followed by `+skill` for each skill that makes a difference. */
  readonly id: string
  readonly role: string
  readonly people: readonly string[]
  readonly meets: ReadonlyMap<string, Skillset>
}
