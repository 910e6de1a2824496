/** Assignments and clinics with dates and parts instead of session indices, in order of time, place and person. */
import type { Problem } from '../../src/problem.ts'
import type { AssignmentReport, ClinicReport } from '../../src/report.ts'
import type { Assignment, Clinic } from '../../src/rota.ts'
import { byText, placeIn } from './order.ts'
import { round } from './round.ts'

export function assignmentsOf(problem: Problem, assignments: readonly Assignment[]): AssignmentReport[] {
  const site = placeIn(problem.sites)
  const person = placeIn(problem.people)
  return [...assignments]
    .sort((a, b) => a.session - b.session || site(a.site) - site(b.site) || person(a.person) - person(b.person))
    .map((a) => ({
      person: a.person,
      ...when(problem, a.session),
      site: a.site,
      work: a.work,
      ...(a.remote ? { remote: true as const } : {}),
    }))
}

/** Contacts keep six decimals, so that a report that is judged again tells the same. */
export function clinicsOf(problem: Problem, clinics: readonly Clinic[]): ClinicReport[] {
  const site = placeIn(problem.sites)
  const cadre = placeIn(problem.cadres)
  const need = placeIn(problem.needs)
  return [...clinics]
    .sort(
      (a, b) =>
        a.session - b.session ||
        site(a.site) - site(b.site) ||
        cadre(a.cadre) - cadre(b.cadre) ||
        byText(a.work, b.work) ||
        need(a.need) - need(b.need) ||
        site(a.patientsOf) - site(b.patientsOf),
    )
    .map((c) => ({
      ...when(problem, c.session),
      site: c.site,
      ...whoHolds(problem, c.cadre),
      work: c.work,
      need: c.need,
      patientsOf: c.patientsOf,
      contacts: round(c.contacts, 6),
    }))
    .filter((c) => c.contacts > 0)
}

function when(problem: Problem, index: number): { date: string; part: string } {
  const session = problem.horizon.sessions[index]
  return { date: session?.date ?? '', part: session?.part ?? '' }
}

/** A cadre is its role, and the skills that mark it out. */
function whoHolds(problem: Problem, id: string): { role: string; skills?: readonly string[] } {
  const role = problem.cadreById.get(id)?.role ?? id
  const skills = id
    .slice(role.length)
    .split('+')
    .filter((skill) => skill !== '')
  return skills.length === 0 ? { role } : { role, skills }
}
