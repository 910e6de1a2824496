/**
 * A week summed up for quick estimates: who could do how much in it, what is asked of them, and what they cost. Far smaller than a
 * document, and without people or practices: a browser can answer "what if" from it by itself.
 */

/** What a group takes for one contact of a need. */
export interface SketchSkill {
  readonly need: string
  readonly minutes: number
  /** Share of contacts that come back to a GP. */
  readonly returns: number
}

/** People of one cadre, wherever they work, or a post of a role that nobody has yet. */
export interface SketchGroup {
  readonly role: string
  /** A post to be tried: it has no sessions until it is given some. */
  readonly vacant: boolean
  /** Full sessions that they can be asked for, after leave. */
  readonly sessions: number
  /** Of these, promised to learning. */
  readonly learning: number
  /** By day: half days that they could work; of a vacant post, those of each of its people. */
  readonly free: readonly number[]
  /** Patient-facing minutes of a session. */
  readonly minutes: number
  readonly meets: readonly SketchSkill[]
  /** May hold the duty. */
  readonly duty: boolean
  /** What is safe in a session: contacts of the usual length, that length, and what even the shortest counts. */
  readonly safe: { readonly contacts: number; readonly minutes: number; readonly least: number } | null
  /** Minutes of supervision that each session takes, and the roles that give it. */
  readonly supervision: { readonly minutes: number; readonly by: readonly string[] } | null
}

export interface SketchNeed {
  readonly id: string
  readonly title: string
  readonly sameDay: boolean
  /** What a contact counts against others of its kind, and its length against the mean need's. */
  readonly weight: number
  readonly length: number
  /** Share that is given first, before any need gets more. */
  readonly first: number
  /** Share of its time that takes no room. */
  readonly outside: number
  /** Contacts that come back arrive here. */
  readonly followUp: boolean
  /** Contacts that arrive on each day, of same-day need; otherwise empty. */
  readonly byDay: readonly number[]
  /** Contacts to be met within the weeks. */
  readonly due: number
  /** Contacts of all who ask within them or wait from before; never fewer than are due. */
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
  /** Half days of rooms. */
  readonly roomSessions: number
  readonly roles: readonly SketchRole[]
  readonly groups: readonly SketchGroup[]
  readonly needs: readonly SketchNeed[]
  /** By day: half days of duty that are to be held. */
  readonly duty: readonly number[]
  /** Sessions promised to partners, of any of these roles. */
  readonly partners: readonly { readonly roles: readonly string[]; readonly sessions: number }[]
  /** Pounds in these weeks. */
  readonly cost: {
    readonly total: number
    readonly byFunding: Readonly<Record<string, number>>
    /** Of the scheme for additional roles; null where it pays nobody. */
    readonly arrs: { readonly used: number; readonly of: number } | null
  }
  /** The people are made up. */
  readonly synthetic: boolean
}
