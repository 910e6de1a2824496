/** Who shares the unpopular sessions with whom, and each person's fair share of them. Read from the document. */
import { grouped } from '../../src/grouped.ts'
import { type Problem, SHARED_KINDS, type SharedKind } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { fairPastOf, sharesOf } from './fair-past.ts'

export interface Peer {
  readonly id: string
  /** Fair share of the peers' sessions of the kind in this rota, 0 to 1. */
  readonly share: number
  /** Past sessions of the kind in the weeks in which the person was there. */
  readonly past: number
  /** The person's fair share of the peers' sessions in those weeks. */
  readonly fairPast: number
}

/** At least two people of one role (for duties, also of one usual practice) who can all work sessions of the kind. */
export interface Peers {
  readonly kind: SharedKind
  readonly people: readonly Peer[]
  /** Indices of the sessions that can be of the kind. */
  readonly sessions: ReadonlySet<number>
}

/** `eveningFrom`: parts that start at or after this time, `HH:mm`, count as evening. */
export function peersOf(problem: Problem, eveningFrom: string): Peers[] {
  return SHARED_KINDS.flatMap((kind) => {
    const sessions = problem.horizon.sessions.filter((s) => couldBe(kind, s, { problem, eveningFrom }))
    const able = problem.people.filter((p) => isAble(p, kind, { problem, sessions }))
    const groups = grouped(able, (p) => (kind === 'duties' ? `${p.role} ${p.home}` : p.role))
    return groups.flatMap((people): Peers[] => {
      if (people.length < 2) return []
      const shares = sharesOf(people.map((p) => expectedOf(p, problem)))
      const rows = people.map((p) => problem.history.get(p.id))
      const fairPast = fairPastOf(rows, kind)
      return [
        {
          kind,
          sessions: new Set(sessions.map((s) => s.index)),
          people: people.map(({ id }, k) => ({
            id,
            share: shares[k] ?? 0,
            past: rows[k]?.[kind] ?? 0,
            fairPast: fairPast[k] ?? 0,
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

/** Free in one of these sessions, with one of their sites open. */
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

/** The person's expected sessions in this rota: the contract's less leave; without a contract, the agreed flexibility. */
function expectedOf({ id, contract }: Person, { availability, horizon }: Problem): number {
  if (contract.sessions === 0) return contract.flex * horizon.weeks
  return (availability.get(id)?.due ?? []).reduce((sum, due) => sum + due, 0)
}
