/** Which days people work, for rules that count days rather than sessions. Adds columns only for days with several sessions. */
import type { OpenColumns, Placement, Term } from './row.ts'

export class Days {
  readonly #draft: OpenColumns
  readonly #worked = new Map<string, Term[]>()
  readonly #oneSession = new Set<string>()

  constructor(draft: OpenColumns) {
    this.#draft = draft
  }

  /**
   * Terms that sum to 1 if the person has a placement on this day of the horizon and to 0 if not; empty if the person cannot work that day.
   * Valid as long as nobody has two placements in one session.
   */
  worked(person: string, day: number): readonly Term[] {
    const key = `${person}|${day}`
    const terms = this.#worked.get(key) ?? this.#open(person, day)
    this.#worked.set(key, terms)
    return terms
  }

  /**
   * Declares that the person never works more than one session a day. A day's sessions then sum to whether it is worked, which needs no
   * column and gives a tighter relaxation. Call it before anything asks for the person's days.
   */
  holdOneSession(person: string): void {
    this.#oneSession.add(person)
  }

  holdsOneSession(person: string): boolean {
    return this.#oneSession.has(person)
  }

  /** Whether the person can work on the day at all. Opens no column. */
  possible(person: string, day: number): boolean {
    return this.#sessionsOf(person, day).length > 0
  }

  /** Placements of the day by session, omitting sessions without any. */
  #sessionsOf(person: string, day: number): Placement[][] {
    return this.#draft.problem.horizon.sessions
      .filter((s) => s.day === day)
      .map((s) => this.#draft.inSession(person, s.index).filter((p) => this.#draft.allowed(p)))
      .filter((placements) => placements.length > 0)
  }

  #open(person: string, day: number): Term[] {
    const sessions = this.#sessionsOf(person, day)
    const [only] = sessions
    if (only === undefined) return []
    if (sessions.length === 1 || this.#oneSession.has(person)) return termsOf(sessions.flat(), 1)
    const worked = this.#draft.column(0, 1)
    for (const placements of sessions) this.#draft.define([[worked, 1], ...termsOf(placements, -1)], 0, 1)
    this.#draft.define([...termsOf(sessions.flat(), 1), [worked, -1]], 0, sessions.length)
    return [[worked, 1]]
  }
}

function termsOf(placements: readonly Placement[], coefficient: number): Term[] {
  return placements.map((p): Term => [p.column, coefficient])
}
