/** Who shares with whom the sessions that nobody wants most, and how much of them is whose share: facts of the document. */
import { grouped } from '../src/grouped.ts'
import type { History, Problem } from '../src/problem.ts'
import type { Person } from '../src/staff.ts'
import type { Session } from '../src/time.ts'

/** The kinds of session that are shared, by the name that history has for them. */
export const SHARED_KINDS = ['mondays', 'fridays', 'duties', 'evenings', 'saturdays'] as const
export type SharedKind = (typeof SHARED_KINDS)[number]

export interface Peer {
  readonly id: string
  /** Part of all the peers' sessions of the kind that is this person's, 0 to 1. */
  readonly share: number
  /** Sessions of the kind over the past weeks. */
  readonly past: number
}

/** People of one role (for duties also of one usual practice), two at least, who can all work sessions of the kind. */
export interface Peers {
  readonly kind: SharedKind
  readonly people: readonly Peer[]
  /** Indices of the sessions that can be of the kind. */
  readonly sessions: ReadonlySet<number>
}

/** `eveningFrom`: a part that starts at or after this time, `HH:mm`, is an evening. */
export function peersOf(problem: Problem, eveningFrom: string): Peers[] {
  return SHARED_KINDS.flatMap((kind) => {
    const sessions = problem.horizon.sessions.filter((s) => couldBe(kind, s, { problem, eveningFrom }))
    const able = problem.people.filter((p) => isAble(p, kind, { problem, sessions }))
    const groups = grouped(able, (p) => (kind === 'duties' ? `${p.role} ${p.home}` : p.role))
    return groups.flatMap((people): Peers[] => {
      const weights = people.map((p) => sessionsOf(p, problem))
      const total = weights.reduce((sum, w) => sum + w, 0)
      if (people.length < 2) return []
      return [
        {
          kind,
          sessions: new Set(sessions.map((s) => s.index)),
          people: people.map(({ id }, k) => ({
            id,
            // Where nobody has a contract or a past, all are alike.
            share: total > 0 ? (weights[k] ?? 0) / total : 1 / people.length,
            past: pastOf(problem.history.get(id), kind),
          })),
        },
      ]
    })
  })
}

function couldBe(kind: SharedKind, session: Session, given: { problem: Problem; eveningFrom: string }): boolean {
  switch (kind) {
    case 'mondays':
      return session.weekday === 'mon'
    case 'fridays':
      return session.weekday === 'fri'
    case 'saturdays':
      return session.weekday === 'sat'
    case 'duties':
      return !session.enhancedAccess
    case 'evenings': {
      const part = given.problem.horizon.parts.find((p) => p.id === session.part)
      return part !== undefined && part.starts >= given.eveningFrom
    }
  }
}

/** Free, and with a site of their own open, in one of these sessions. */
function isAble(
  person: Person,
  kind: SharedKind,
  { problem, sessions }: { problem: Problem; sessions: readonly Session[] },
): boolean {
  if (kind === 'duties' && problem.roleById.get(person.role)?.duty !== true) return false
  const free = problem.availability.get(person.id)?.free
  return sessions.some(
    ({ index }) => free?.[index] === true && person.sites.some((id) => problem.siteById.get(id)?.open[index] === true),
  )
}

/** Worked in the past, and contracted for this rota: leave now is no reason to be asked less often in the long run. */
function sessionsOf(person: Person, { history, horizon }: Problem): number {
  return (history.get(person.id)?.sessions ?? 0) + person.contract.sessions * horizon.weeks
}

function pastOf(history: History | undefined, kind: SharedKind): number {
  return history?.[kind] ?? 0
}
