/** When a person can be asked to work. */

export interface Availability {
  readonly person: string
  /** By session index: true if the person usually works then and is not away. */
  readonly free: readonly boolean[]
  /** By session index: true if the person is away. The reason is not recorded. */
  readonly away: readonly boolean[]
  /** By week: sessions of the contract still due after leave and closed days; fractions are not rounded. */
  readonly due: readonly number[]
  /** By week: sessions paid for whether or not they are worked: those due, and those of a paid absence. */
  readonly paid: readonly number[]
  /** By week: the part of `due` that doesn't fit into core hours in the person's usual week, and so falls on evenings and weekends. */
  readonly dueOutside: readonly number[]
  /** By week: maximum sessions the person may be asked to work (due + flex). */
  readonly most: readonly number[]
  /** By week: whole sessions protected for learning, never more than `due`. */
  readonly protected: readonly number[]
  /** Protected time still owed after all of these have been given, usually a fraction of a session. */
  readonly protectedOwed: number
}
