/** When people worked in the days before the rota, from the document: facts for rules that span days. */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Session } from '../../src/time.ts'

/** Sessions that the person worked then, each once, in order of time. */
export function earlierSessions(person: string, { before }: Problem): readonly Session[] {
  const own = (before ?? []).filter((work) => work.person === person).map((work) => work.session)
  return grouped(own, (session) => session.starts).flatMap(([first]) => first ?? [])
}

/** Days before the rota, as −1, −2 …, on which the person worked. */
export function earlierDays(person: string, problem: Problem): ReadonlySet<number> {
  return new Set(earlierSessions(person, problem).map((session) => session.day))
}
