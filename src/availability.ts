/** When a person can be asked to work. */

export interface Availability {
  readonly person: string
  /** By session index: true where the person usually works and is not away. */
  readonly free: readonly boolean[]
  /** By session index: true where the person is away (leave, whatever its reason). */
  readonly away: readonly boolean[]
  /** By week: sessions of the contract still due after leave and closed days; fractions are not rounded. */
  readonly due: readonly number[]
  /** By week: sessions that are paid whether or not they are worked: those due, and those of an absence that keeps its pay. */
  readonly paid: readonly number[]
  /** By week: of those due, sessions that core hours have no room for in the person's usual week: evenings and weekends. */
  readonly dueOutside: readonly number[]
  /** By week: sessions that the person may be asked for at most (due + flex). */
  readonly most: readonly number[]
  /** By week: whole sessions to be protected for learning (never more than due). */
  readonly protected: readonly number[]
  /** What of protected time is owed still when all of these have been given: mostly a fraction of a session. */
  readonly protectedOwed: number
}
