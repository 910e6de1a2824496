/** A person who is unexpectedly unable to work, and how much of the week can still change. */

export interface Absence {
  readonly person: string
  /** Indices of the sessions still to come in which the person is away, in order. */
  readonly sessions: readonly number[]
  /** Index of the first session still to come. Earlier sessions cannot change. */
  readonly since: number
}
