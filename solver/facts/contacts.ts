/** Counts of contacts: those that arrive (from the document) and those that a rota plans to meet. Independent of the model. */
import type { Waiting } from '../../src/demand.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'

const arrivalsOf = new WeakMap<Problem, Map<string, number>>()

/** Contacts of a need that arrive at a practice in a session, without returns. */
export function arrivedIn(problem: Problem, need: string, site: string, session: number): number {
  let book = arrivalsOf.get(problem)
  if (book === undefined) {
    book = new Map()
    for (const a of problem.arrivals) {
      const key = `${a.need} ${a.site} ${a.session}`
      book.set(key, (book.get(key) ?? 0) + a.contacts)
    }
    arrivalsOf.set(problem, book)
  }
  return book.get(`${need} ${site} ${session}`) ?? 0
}

/** The same for a whole day of the horizon. */
export function arrivedOn(problem: Problem, place: { need: string; site: string }, day: number): number {
  return problem.horizon.sessions
    .filter((s) => s.day === day)
    .reduce((sum, s) => sum + arrivedIn(problem, place.need, place.site, s.index), 0)
}

const backlogOf = new WeakMap<Problem, Map<string, readonly Waiting[]>>()

/** Contacts of a need waiting at a practice when the horizon starts. */
export function backlogAt(problem: Problem, need: string, site: string): readonly Waiting[] {
  let book = backlogOf.get(problem)
  if (book === undefined) {
    book = new Map()
    for (const w of problem.waiting) {
      const key = `${w.need} ${w.site}`
      book.set(key, [...(book.get(key) ?? []), w])
    }
    backlogOf.set(problem, book)
  }
  return book.get(`${need} ${site}`) ?? []
}

/** Contacts met, keyed by `need practice session`, wherever in the network they are met. */
export function contactsMet(rota: Rota): Map<string, number> {
  const met = new Map<string, number>()
  for (const c of rota.clinics) {
    const key = `${c.need} ${c.patientsOf} ${c.session}`
    met.set(key, (met.get(key) ?? 0) + c.contacts)
  }
  return met
}

/** Contacts that return to a GP, keyed by `practice session` of their arrival: the session after they were met. */
export function returnsInto(rota: Rota, problem: Problem): Map<string, number> {
  const returns = new Map<string, number>()
  for (const c of rota.clinics) {
    const share = problem.cadreById.get(c.cadre)?.meets.get(c.need)?.returns ?? 0
    const key = `${c.patientsOf} ${c.session + 1}`
    if (share > 0) returns.set(key, (returns.get(key) ?? 0) + share * c.contacts)
  }
  return returns
}
