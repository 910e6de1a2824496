/**
 * An aggregated week for quick estimates: capacity, demand and cost. Far smaller than a document, and without people or practices, so
 * that a browser can answer "what if" questions by itself.
 */

/** How a group meets a need. */
export interface SketchSkill {
  readonly need: string
  readonly minutes: number
  /** Share of contacts that come back to a GP. */
  readonly returns: number
}

/** The people of one cadre across all sites, or a vacant post in a role not yet employed. */
export interface SketchGroup {
  readonly role: string
  /** A hypothetical post. It has no sessions until the user adds some. */
  readonly vacant: boolean
  /** Full sessions available after leave. */
  readonly sessions: number
  /** Of these, sessions protected for learning. */
  readonly learning: number
  /** By day: half days in which they could work; for a vacant post, half days per person. */
  readonly free: readonly number[]
  /** Patient-facing minutes per session. */
  readonly minutes: number
  readonly meets: readonly SketchSkill[]
  /** May hold the duty. */
  readonly duty: boolean
  /**
   * The safe workload per session: the number of contacts of the standard length, that length, and the least that even the shortest
   * contact counts as.
   */
  readonly safe: { readonly contacts: number; readonly minutes: number; readonly least: number } | null
  /** Minutes of supervision required per session, and the roles that can give it. */
  readonly supervision: { readonly minutes: number; readonly by: readonly string[] } | null
}

export interface SketchNeed {
  readonly id: string
  readonly title: string
  readonly sameDay: boolean
  /** Weight of a contact relative to other needs in its level, and its length relative to the mean need's. */
  readonly weight: number
  readonly length: number
  /** Share that every need gets before any need gets more. */
  readonly first: number
  /** Share of its time that needs no room. */
  readonly outside: number
  /** Returning contacts are added to this need. */
  readonly followUp: boolean
  /** Same-day needs: contacts arriving on each day. Empty for other needs. */
  readonly byDay: readonly number[]
  /** Contacts due within the horizon. */
  readonly due: number
  /** All contacts, whether they arrive within the horizon or are waiting at its start; never fewer than `due`. */
  readonly all: number
}

export interface SketchRole {
  readonly id: string
  readonly title: string
  readonly funding: string
  readonly costPerSession: number
  /** Contracted sessions a week. */
  readonly sessions: number
  readonly people: number
  readonly gp: boolean
}

export interface MixSketch {
  readonly weeks: number
  readonly days: readonly { readonly date: string; readonly weekday: string }[]
  /** Half days of room capacity. */
  readonly roomSessions: number
  readonly roles: readonly SketchRole[]
  readonly groups: readonly SketchGroup[]
  readonly needs: readonly SketchNeed[]
  /** By day: half days of duty required. */
  readonly duty: readonly number[]
  /** Sessions promised to partners, to be worked by any of these roles. */
  readonly partners: readonly { readonly roles: readonly string[]; readonly sessions: number }[]
  /** Pounds over these weeks. */
  readonly cost: {
    readonly total: number
    readonly byFunding: Readonly<Record<string, number>>
    /** Claims under the Additional Roles Reimbursement Scheme; null if it funds nobody here. */
    readonly arrs: { readonly used: number; readonly of: number } | null
  }
  /** True if the people are synthetic. */
  readonly synthetic: boolean
}
