/** When people worked in the days before the rota, from the document; for rules that span days. */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Session } from '../../src/time.ts'

/** The person's sessions in those days, without duplicates, in chronological order. */
export function earlierSessions(person: string, { before }: Problem): readonly Session[] {
  const own = (before ?? []).filter((work) => work.person === person).map((work) => work.session)
  return grouped(own, (session) => session.starts).flatMap(([first]) => first ?? [])
}

/** Days before the rota on which the person worked, as −1, −2 … */
export function earlierDays(person: string, problem: Problem): ReadonlySet<number> {
  return new Set(earlierSessions(person, problem).map((session) => session.day))
}
