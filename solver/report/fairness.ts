/** Whether the sessions that people would rather not have are shared fairly among those of one role. */
import type { Problem } from '../../src/problem.ts'
import type { Assignment } from '../../src/rota.ts'
import type { Part, Session } from '../../src/time.ts'
import { round } from './round.ts'

/** A part that starts at or after this local time is an evening. */
const EVENING = '17:00'

type Test = (session: Session, assignment: Assignment, part: Part | undefined) => boolean

const KINDS: Readonly<Record<string, Test>> = {
  mondays: (session) => session.weekday === 'mon',
  fridays: (session) => session.weekday === 'fri',
  duties: (_, assignment) => assignment.work === 'duty',
  evenings: (_, __, part) => part !== undefined && part.starts >= EVENING,
  saturdays: (session) => session.weekday === 'sat',
}

/**
 * By person: sessions of each kind, over the share of the role's that the person's contract would bring (1 = exactly
 * that share). A kind that nobody of the role works, and a person without contracted sessions, have no share to tell.
 */
export function fairnessOf(problem: Problem, assignments: readonly Assignment[]): Map<string, Record<string, number>> {
  const counts = countKinds(problem, assignments)
  const fairness = new Map<string, Record<string, number>>(problem.people.map((person) => [person.id, {}]))
  for (const role of problem.roles) {
    const peers = problem.people.filter((person) => person.role === role.id)
    const contracted = peers.reduce((sum, person) => sum + person.contract.sessions, 0)
    for (const kind of Object.keys(KINDS)) {
      const all = peers.reduce((sum, person) => sum + (counts.get(person.id)?.[kind] ?? 0), 0)
      if (all === 0) continue
      for (const { id, contract } of peers) {
        const fair = (all * contract.sessions) / contracted
        const mine = fairness.get(id)
        if (mine && contract.sessions > 0) mine[kind] = round((counts.get(id)?.[kind] ?? 0) / fair)
      }
    }
  }
  return fairness
}

function countKinds(problem: Problem, assignments: readonly Assignment[]): Map<string, Record<string, number>> {
  const parts = new Map(problem.horizon.parts.map((part) => [part.id, part]))
  const counts = new Map<string, Record<string, number>>()
  for (const a of assignments) {
    const session = problem.horizon.sessions[a.session]
    if (!session) continue
    const mine = counts.get(a.person) ?? {}
    for (const [kind, holds] of Object.entries(KINDS)) {
      if (holds(session, a, parts.get(session.part))) mine[kind] = (mine[kind] ?? 0) + 1
    }
    counts.set(a.person, mine)
  }
  return counts
}
