/** Whether the sessions that people would rather not have are shared fairly: the rota's part in what `fair-shares` asks for. */
import type { Problem } from '../../src/problem.ts'
import { type Assignment, isCounted } from '../../src/rota.ts'
import { peersOf } from '../facts/peer-groups.ts'
import { setting } from '../facts/rule-settings.ts'
import { fairShares } from '../rules/fair-shares.ts'
import { round } from './round.ts'

/**
 * By person: sessions of each kind in this rota, over the person's fair share of those that their peers work in it (1 = exactly
 * that share). Peers and shares are those of the rule: people of a role (for duties, of one practice) who could work such a
 * session, by the sessions that are due of them, so that leave and joining late count. Whoever has no peers, or no share, is
 * compared with nobody; so is a kind that nobody works.
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

/** Learning, paperwork and partners' time are nobody's burden. */
function countsAs(kind: string, work: Assignment['work']): boolean {
  return kind === 'duties' ? work === 'duty' : !isCounted(work) && work !== 'admin'
}
