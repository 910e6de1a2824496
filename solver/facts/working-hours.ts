/** How long sessions are for each person, and whether their weeks could be too long. Read from the document. */
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { halfDaysOf } from './half-days.ts'

/** The person's hours in the session: the role's, or those of the part of the day if that is shorter. */
export function hoursIn(session: Session | undefined, { role }: Person, { roleById }: Problem): number {
  return Math.min(roleById.get(role)?.sessionMinutes ?? 0, session?.minutes ?? 0) / 60
}

/** Whether the agreed sessions could exceed `most` hours a week. */
export function mayExceedHours(person: Person, problem: Problem, most: number): boolean {
  const { horizon, availability } = problem
  const longest = Math.max(...horizon.sessions.map((s) => hoursIn(s, person, problem) / s.counts))
  const sessions = (availability.get(person.id)?.most ?? []).reduce((sum, one) => sum + one, 0)
  return sessions * longest > most * horizon.weeks
}

/** Whether the half days that training and outside time may take differ in length. */
export function hoursDiffer(person: Person, problem: Problem): boolean {
  return new Set(halfDaysOf(person, problem).map((session) => hoursIn(session, person, problem))).size > 1
}
