/** Contacts per person and day. */
import type { Problem } from '../../src/problem.ts'
import type { Assignment, Rota, Work } from '../../src/rota.ts'

/** Each person's highest number of contacts in a day; a clinic's contacts are divided equally among the people in it. */
export function busiestDays(problem: Problem, rota: Rota): Map<string, number> {
  const holders = new Map<string, string[]>()
  for (const a of rota.assignments) {
    const key = keyOf(a, problem.personById.get(a.person)?.cadre ?? '')
    holders.set(key, [...(holders.get(key) ?? []), a.person])
  }
  const loads = new Map<string, Map<number, number>>()
  for (const clinic of rota.clinics) {
    const people = holders.get(keyOf(clinic, clinic.cadre)) ?? []
    const day = problem.horizon.sessions[clinic.session]?.day ?? 0
    for (const person of people) {
      const days = loads.get(person) ?? new Map<number, number>()
      loads.set(person, days.set(day, (days.get(day) ?? 0) + clinic.contacts / people.length))
    }
  }
  return new Map([...loads].map(([person, days]) => [person, Math.max(...days.values())]))
}

function keyOf(at: Pick<Assignment, 'session' | 'site'> & { readonly work: Work }, cadre: string): string {
  return JSON.stringify([at.session, at.site, at.work, cadre])
}
