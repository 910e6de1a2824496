/** How fairly unpopular sessions are shared, for this rota's part of `fair-shares`. */
import type { Problem } from '../../src/problem.ts'
import { type Assignment, isCounted } from '../../src/rota.ts'
import { peersOf } from '../facts/peer-groups.ts'
import { setting } from '../facts/rule-settings.ts'
import { fairShares } from '../rules/fair-shares.ts'
import { round } from './round.ts'

/**
 * By person: sessions of each kind in this rota, divided by the person's fair share of their peers' (1 = exactly that share). Peers and
 * shares are those of the rule: people of a role (for duties, of one practice) who could work such a session, in proportion to their due
 * sessions, so that leave and joining late count. Omitted for people without peers or without a share, and for kinds that nobody works.
 */
export function fairnessOf(problem: Problem, assignments: readonly Assignment[]): Map<string, Record<string, number>> {
  const fairness = new Map<string, Record<string, number>>(problem.people.map((person) => [person.id, {}]))
  const eveningFrom = setting(fairShares, problem, 'eveningFrom') as string
  for (const { kind, people, sessions } of peersOf(problem, eveningFrom)) {
    const work = assignments.filter(({ session, work }) => sessions.has(session) && countsAs(kind, work))
    const counts = people.map(({ id }) => work.filter(({ person }) => person === id).length)
    const all = counts.reduce((sum, sessions) => sum + sessions, 0)
    for (const [k, { id, share }] of people.entries()) {
      const mine = fairness.get(id)
      if (mine && all * share > 0) mine[kind] = round((counts[k] ?? 0) / (all * share))
    }
  }
  return fairness
}

/** Training, admin and outside time are no burden. */
function countsAs(kind: string, work: Assignment['work']): boolean {
  return kind === 'duties' ? work === 'duty' : !isCounted(work) && work !== 'admin'
}
