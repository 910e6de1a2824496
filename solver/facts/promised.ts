/** How much training and outside time is promised per week. Read from the document. */
import type { Problem } from '../../src/problem.ts'
import type { CountedWork } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { partnersAsked } from './partner-sessions.ts'

/** The most sessions of this work for one person in a week. */
export function promisedMost(
  problem: Problem,
  { person, week, work }: { readonly person: Person; readonly week: number; readonly work: CountedWork },
): number {
  const own = problem.availability.get(person.id)
  const most = Math.floor((own?.most[week] ?? 0) + 1e-9)
  const asked = partnersAsked(problem).filter(({ people }) => people.includes(person.id))
  const promised = work === 'training' ? (own?.protected[week] ?? 0) : wholeSessions(asked)
  return Math.min(promised, most)
}

/** Sessions of this work promised to or by these people together in a week. */
export interface Promised {
  readonly people: readonly string[]
  readonly week: number
  readonly work: CountedWork
  readonly most: number
}

/** For training, one entry per person; for outside time, one per group of promises that share people, with their total. */
export function promisedTogether(problem: Problem): Promised[] {
  const asked = partnersAsked(problem)
  const groups = asked.map(({ people }) => ({
    people,
    most: wholeSessions(asked.filter((other) => other.people.some((id) => people.includes(id)))),
  }))
  return Array.from({ length: problem.horizon.weeks }, (_, week) => week).flatMap((week) => [
    ...problem.people.map((person): Promised => {
      const most = promisedMost(problem, { person, week, work: 'training' })
      return { people: [person.id], week, work: 'training', most }
    }),
    ...groups.map((group): Promised => ({ ...group, week, work: 'outside' })),
  ])
}

/** Each promise rounded up: half a session can only be kept by a whole one. */
function wholeSessions(asked: readonly { readonly sessions: number }[]): number {
  return asked.reduce((sum, { sessions }) => sum + Math.ceil(sessions), 0)
}
