/** A session of a published rota, with only what a calendar shows: who, where, when, and what kind of work. */

/** Names and times from the document at the time of publication. */
export interface SessionWords {
  readonly name: string | null
  readonly siteName: string | null
  readonly work: string | null
  /** Local clock times, `HH:mm`. */
  readonly starts: string | null
  readonly ends: string | null
  /** Null means Europe/London. */
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

/** A session with the history that calendar clients need to detect changes. */
export interface CalendarSession extends PublishedSession {
  /** Number of changes since it was first published. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly changedAt: Date
}
