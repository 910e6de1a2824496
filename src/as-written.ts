/**
 * A rota in canonical form: a fixed order, and contacts to eight decimals. Everything reported about a rota is computed from this form,
 * so that writing a report and reading it back gives identical figures.
 */
import { byText, placeIn } from './order.ts'
import type { Problem } from './problem.ts'
import type { Assignment, Clinic, Rota } from './rota.ts'

/** Finer than the tolerance of any row of the model, so that rounding never looks like a breach. */
const PARTS_OF_A_CONTACT = 1e8

/** Ordered by time, place and person, without empty clinics. Idempotent. */
export function asWritten(problem: Problem, { assignments, clinics }: Rota): Rota {
  return { assignments: inPlace(problem, assignments), clinics: planned(problem, clinics) }
}

function inPlace(problem: Problem, assignments: readonly Assignment[]): Assignment[] {
  const site = placeIn(problem.sites)
  const person = placeIn(problem.people)
  return [...assignments].sort(
    (a, b) =>
      a.session - b.session ||
      site(a.site) - site(b.site) ||
      person(a.person) - person(b.person) ||
      byText(a.work, b.work),
  )
}

function planned(problem: Problem, clinics: readonly Clinic[]): Clinic[] {
  const site = placeIn(problem.sites)
  const cadre = placeIn(problem.cadres)
  const need = placeIn(problem.needs)
  return clinics
    .map((c) => ({ ...c, contacts: Math.round(c.contacts * PARTS_OF_A_CONTACT) / PARTS_OF_A_CONTACT }))
    .filter((c) => c.contacts > 0)
    .sort(
      (a, b) =>
        a.session - b.session ||
        site(a.site) - site(b.site) ||
        cadre(a.cadre) - cadre(b.cadre) ||
        byText(a.work, b.work) ||
        need(a.need) - need(b.need) ||
        site(a.patientsOf) - site(b.patientsOf),
    )
}
