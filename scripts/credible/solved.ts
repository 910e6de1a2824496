/**
 * Figures of a solved week for comparison with England's. A rota is planned for busy days but England's figures are means, so of
 * same-day contacts only the expected share is counted.
 */
import type { Problem } from '../../src/problem.ts'
import type { ClinicReport, Report } from '../../src/report.ts'

export interface SolvedFigures {
  /** Contacts per 1,000 patients: expected, and planned for. */
  readonly appointments: number
  readonly planned: number
  readonly gpShare: number
  /** Contacts per clinic session of a GP. */
  readonly gpContactsPerSession: number
  readonly routineInTime: number
  readonly visitsInTime: number
  readonly urgentSameDay: number
}

/** Registrars count as GPs too. */
const TRAINEE = 'gp-registrar'

export function solvedFigures(report: Report, problem: Problem): SolvedFigures {
  const patients = problem.sites.reduce((sum, site) => sum + site.patients, 0)
  const expected = expectedShares(problem)
  const count = (clinics: readonly ClinicReport[], share: (c: ClinicReport) => number = expected) =>
    clinics.reduce((sum, clinic) => sum + clinic.contacts * share(clinic), 0)
  const isGp = (role: string | undefined) => problem.roleById.get(role ?? '')?.duty === true
  const core = new Set(problem.horizon.sessions.filter((s) => !s.enhancedAccess).map((s) => s.part))
  const inClinic = ({ work, part }: { readonly work: string; readonly part: string }) =>
    work === 'clinic' && core.has(part)
  const sessions = report.assignments.filter((a) => inClinic(a) && isGp(problem.personById.get(a.person)?.role))
  return {
    appointments: (count(report.clinics) * 1000) / patients,
    planned: (count(report.clinics, () => 1) * 1000) / patients,
    gpShare: count(report.clinics.filter(({ role }) => isGp(role) || role === TRAINEE)) / count(report.clinics),
    gpContactsPerSession: count(report.clinics.filter((c) => inClinic(c) && isGp(c.role))) / sessions.length,
    routineInTime: report.service.routine.share,
    visitsInTime: visitsInTime(report, problem),
    urgentSameDay: report.service.urgent.share,
  }
}

/** Expected share of the contacts planned for, by practice, need and day. */
function expectedShares({ arrivals, horizon, needById }: Problem): (clinic: ClinicReport) => number {
  const sums = new Map<string, { mean: number; contacts: number }>()
  for (const { site, need, session, mean, contacts } of arrivals) {
    if (needById.get(need)?.withinDays !== 0) continue
    const key = `${site} ${need} ${horizon.sessions[session]?.date}`
    const before = sums.get(key) ?? { mean: 0, contacts: 0 }
    sums.set(key, { mean: before.mean + mean, contacts: before.contacts + contacts })
  }
  return ({ patientsOf, need, date }) => {
    const { mean, contacts } = sums.get(`${patientsOf} ${need} ${date}`) ?? { mean: 1, contacts: 1 }
    return mean / contacts
  }
}

function visitsInTime({ service }: Report, { needById }: Problem): number {
  const visits = service.byNeed.filter(({ need }) => needById.get(need)?.visit === true)
  const due = visits.reduce((sum, row) => sum + row.due, 0)
  return due > 0 ? visits.reduce((sum, row) => sum + row.inTime, 0) / due : 1
}
