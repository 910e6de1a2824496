/** Which days people work, for rules that count days and not sessions. Columns only where a day has several sessions. */
import type { OpenColumns, Placement, Term } from './row.ts'

export class Days {
  readonly #draft: OpenColumns
  readonly #worked = new Map<string, Term[]>()
  readonly #oneSession = new Set<string>()

  constructor(draft: OpenColumns) {
    this.#draft = draft
  }

  /**
   * Terms whose sum is 1 where the person has a placement on the day of the horizon, and 0 where not; none where the person
   * cannot work then. They hold as long as nobody is in two places at one time.
   */
  worked(person: string, day: number): readonly Term[] {
    const key = `${person}|${day}`
    const terms = this.#worked.get(key) ?? this.#open(person, day)
    this.#worked.set(key, terms)
    return terms
  }

  /**
   * The person never works more than one session a day: then the sessions of a day add up to whether it is worked, without
   * a column, and the relaxation is tighter. To be said before anybody asks for the person's days.
   */
  holdOneSession(person: string): void {
    this.#oneSession.add(person)
  }

  holdsOneSession(person: string): boolean {
    return this.#oneSession.has(person)
  }

  /** Whether the person can work on the day at all; opens no column. */
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
