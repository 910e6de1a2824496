/** Which half days unpinned training and outside time may take. Read from the document. */
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** Core sessions in which the person is free and their usual practice is open, in chronological order. */
export function halfDaysOf(person: Person, problem: Problem): readonly Session[] {
  const home = problem.siteById.get(person.home)
  return freeSessionsOf(person, problem).filter((s) => !s.enhancedAccess && home?.open[s.index] === true)
}

/** Sessions in which the person is available, in chronological order. */
export function freeSessionsOf(person: Person, problem: Problem): readonly Session[] {
  const free = problem.availability.get(person.id)?.free
  return problem.horizon.sessions.filter((s) => free?.[s.index] === true)
}

/** Indices of the sessions in which the person is pinned to be off. */
export function keptFree(person: Person, problem: Problem): ReadonlySet<number> {
  return new Set(problem.pins.filter((p) => p.person === person.id && p.work === 'off').map((p) => p.session))
}

/** Whether the document allows the person to be at a site other than the usual practice. */
export function mayBeElsewhere(person: Person, problem: Problem): boolean {
  const decided = [...problem.pins, ...(problem.published ?? [])].filter((one) => one.person === person.id)
  return person.sites.length > 1 || decided.some(({ site }) => site !== null && site !== person.home)
}
