/** Somebody who cannot work from now on, as planned, and what of the week can still be changed. */

export interface Absence {
  readonly person: string
  /** Session indices in which the person is away and that have not begun, in order. */
  readonly sessions: readonly number[]
  /** Index of the first session that has not begun: nothing before it changes. */
  readonly since: number
}
