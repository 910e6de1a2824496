/** Contracted sessions for which the rota has no use. */
import type { Problem } from '../../src/problem.ts'
import type { UnassignedReport } from '../../src/report.ts'
import type { Assignment } from '../../src/rota.ts'
import { addDays } from '../../src/time.ts'
import { round } from './round.ts'
import { sessionsByWeek } from './sessions-by-week.ts'

/** Sessions due after leave, less those given; people with all of theirs are omitted. */
export function unassignedOf(problem: Problem, assignments: readonly Assignment[]): UnassignedReport[] {
  return sessionsByWeek(problem, assignments).flatMap(({ person, week, given, due }) => {
    const sessions = round(due - given)
    if (sessions <= 0) return []
    const monday = problem.horizon.weeks > 1 ? { week: addDays(problem.horizon.from, 7 * week) } : {}
    return [{ person: person.id, sessions, ...monday }]
  })
}
