/** Assignments and clinics with dates and parts instead of session indices, ordered by time, site and person. */
import { asWritten } from '../../src/as-written.ts'
import type { Problem } from '../../src/problem.ts'
import type { AssignmentReport, ClinicReport } from '../../src/report.ts'
import type { Assignment, Clinic } from '../../src/rota.ts'

export function assignmentsOf(problem: Problem, assignments: readonly Assignment[]): AssignmentReport[] {
  return asWritten(problem, { assignments, clinics: [] }).assignments.map((a) => ({
    person: a.person,
    ...when(problem, a.session),
    site: a.site,
    work: a.work,
    ...(a.remote ? { remote: true as const } : {}),
  }))
}

/** Contacts are rounded as in a report, so that judging the report again gives the same figures. */
export function clinicsOf(problem: Problem, clinics: readonly Clinic[]): ClinicReport[] {
  return asWritten(problem, { assignments: [], clinics }).clinics.map((c) => ({
    ...when(problem, c.session),
    site: c.site,
    ...whoHolds(problem, c.cadre),
    work: c.work,
    need: c.need,
    patientsOf: c.patientsOf,
    contacts: c.contacts,
  }))
}

function when(problem: Problem, index: number): { date: string; part: string } {
  const session = problem.horizon.sessions[index]
  return { date: session?.date ?? '', part: session?.part ?? '' }
}

/** A cadre in terms of its role and the skills that distinguish it. */
function whoHolds(problem: Problem, id: string): { role: string; skills?: readonly string[] } {
  const role = problem.cadreById.get(id)?.role ?? id
  const skills = id
    .slice(role.length)
    .split('+')
    .filter((skill) => skill !== '')
  return skills.length === 0 ? { role } : { role, skills }
}
