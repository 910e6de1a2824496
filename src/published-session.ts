/** A session of a published rota as a calendar shows it: who, where, when, and what kind of work; nothing else. */

/** Words and times, as the document had them on publication. */
export interface SessionWords {
  readonly name: string | null
  readonly siteName: string | null
  readonly work: string | null
  /** Local clock times, `HH:mm`. */
  readonly starts: string | null
  readonly ends: string | null
  /** Null for Europe/London. */
  readonly timezone: string | null
  readonly remote: boolean | null
}

export interface PublishedSession {
  readonly person: string
  readonly date: string
  readonly part: string
  readonly site: string
  readonly words: SessionWords
}

/** A session with its history: what is needed for clients to see that it changed. */
export interface CalendarSession extends PublishedSession {
  /** How often it has changed since it was first published. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly changedAt: Date
}
