/** Sessions given to people, against those due by contract. */
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'

/** In contract sessions: short parts of a day count less than one. */
export interface SessionsOfAWeek {
  readonly person: Person
  readonly week: number
  readonly given: number
  readonly due: number
  /** Paid whether or not they are worked: sessions due, and paid absence. */
  readonly paid: number
}

/** A line for each person and week, in document order. */
export function sessionsByWeek(problem: Problem, assignments: readonly Assignment[]): SessionsOfAWeek[] {
  const given = new Map<string, number>()
  for (const a of assignments) {
    const session = problem.horizon.sessions[a.session]
    const key = `${a.person} ${session?.week}`
    given.set(key, (given.get(key) ?? 0) + (session?.counts ?? 0))
  }
  return problem.people.flatMap((person) =>
    Array.from({ length: problem.horizon.weeks }, (_, week) => ({
      person,
      week,
      given: given.get(`${person.id} ${week}`) ?? 0,
      due: problem.availability.get(person.id)?.due[week] ?? 0,
      paid: problem.availability.get(person.id)?.paid[week] ?? 0,
    })),
  )
}
