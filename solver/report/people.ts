/** The week's figures for each person. */
import type { Problem } from '../../src/problem.ts'
import type { PersonReport } from '../../src/report.ts'
import type { Assignment, Rota } from '../../src/rota.ts'
import type { Person } from '../../src/staff.ts'
import { busiestDays } from './day-load.ts'
import { fairnessOf } from './fairness.ts'
import { round } from './round.ts'

export function peopleOf(problem: Problem, rota: Rota): PersonReport[] {
  const mine = new Map<string, Assignment[]>()
  for (const a of rota.assignments) mine.set(a.person, [...(mine.get(a.person) ?? []), a])
  const busiest = busiestDays(problem, rota)
  const fairness = fairnessOf(problem, rota.assignments)
  return problem.people.map((person) => ({
    ...personReport(problem, person, mine.get(person.id) ?? []),
    contactsPerDayMax: round(busiest.get(person.id) ?? 0),
    ...protectedOwedOf(problem, person, mine.get(person.id) ?? []),
    fairness: fairness.get(person.id) ?? {},
  }))
}

function personReport(problem: Problem, person: Person, assignments: readonly Assignment[]) {
  const counts = assignments.map((a) => problem.horizon.sessions[a.session]?.counts ?? 0)
  return {
    id: person.id,
    sessions: round(counts.reduce((sum, n) => sum + n, 0)),
    contractSessions: round(person.contract.sessions * problem.horizon.weeks),
    // Remote work does not count as a site.
    sites: new Set(assignments.filter((a) => !a.remote).map((a) => a.site)).size,
  }
}

/** The figure for the next document's `history`, so that fractions of a session are not lost. */
function protectedOwedOf(
  problem: Problem,
  { id, contract }: Person,
  assignments: readonly Assignment[],
): Pick<PersonReport, 'protectedOwed'> {
  const own = problem.availability.get(id)
  const promised = (own?.protected ?? []).reduce((sum, sessions) => sum + sessions, 0)
  if (own === undefined || (contract.protected === 0 && promised === 0)) return {}
  const had = assignments.filter((a) => a.work === 'training').length
  return { protectedOwed: round(Math.max(0, own.protectedOwed + promised - had)) }
}
