/**
 * The sessions that people would rather not have are shared fairly.
 * For each role, and Mondays, Fridays, evenings, Saturdays and (within a practice) duties: a person’s sessions of the kind, past and
 * planned, − the person’s fair share of both ≤ one session + excess. The largest excess and the mean excess count. Shares of planned
 * sessions go by the sessions due in this rota, among those who can work such a session now; shares of the past by the sessions worked in
 * it, among those who were there: somebody who joined since is compared from the day they joined. Training, admin and outside time are left
 * out: people do not mind having those.
 */
import type { Breach } from '../../src/breach.ts'
import type { Problem, SharedKind } from '../../src/problem.ts'
import { type Assignment, isCounted, type Work } from '../../src/rota.ts'
import { count, personName } from '../../src/wording/names.ts'
import { type Peers, peersOf } from '../facts/peer-groups.ts'
import { figure, setting } from '../facts/rule-settings.ts'
import type { Draft, Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const fairShares: Rule = {
  id: 'fair-shares',
  title: 'The sessions that people would rather not have are shared fairly.',
  level: 'wellbeing',
  why: 'Nothing sours a team more than Mondays and evenings that always fall to the same people.',
  unit: 'sessions above a fair share',
  // The largest and the mean excess together have a weight of 1.
  weight: 0.5,
  assumes: ['one-place'],
  numbers: {
    allowance: {
      default: 1,
      shape: 'amount',
      meaning: 'sessions above a fair share that do not count yet, since a session cannot be split',
      source: 'a default of this project; what is allowed this week is history in the next',
    },
    eveningFrom: {
      default: '17:00',
      shape: 'clock',
      meaning: 'a part that starts at this time or later is an evening',
      source: 'a default of this project',
    },
  },

  add(draft, problem) {
    for (const peers of peersOf(problem, eveningFrom(problem))) holdExcess(draft, peers)
  },

  check(rota, problem) {
    const work = rota.assignments.filter((a) => isShared(a.work))
    return peersOf(problem, eveningFrom(problem)).flatMap(({ kind, people }): Breach[] => {
      const planned = people.map(({ id }) => work.filter((a) => a.person === id && isOf(kind, a, problem)).length)
      const all = planned.reduce((sum, sessions) => sum + sessions, 0)
      const over = people.map(({ id, past, fairPast, share }, k) => {
        const [sessions, fair] = [past + (planned[k] ?? 0), fairPast + all * share]
        return { id, sessions, fair, excess: Math.max(0, sessions - fair - figure(fairShares, problem, 'allowance')) }
      })
      const [most] = [...over].sort((a, b) => b.excess - a.excess)
      if (most === undefined || most.excess <= 1e-6) return []
      const mean = over.reduce((sum, { excess }) => sum + excess, 0) / people.length
      const figures = { [kind]: most.sessions, fair: most.fair }
      return [{ amount: most.excess + mean, people: [most.id], figures }]
    })
  },

  say(breach, problem) {
    const { fair = 0, ...kinds } = breach.figures ?? {}
    const [kind = '', sessions = 0] = Object.entries(kinds)[0] ?? []
    const who = personName(breach.people?.[0], problem)
    return `${who} has ${count(sessions, 'session')} ${WORDS[kind] ?? ''}${isAfterPast(problem) ? ', past weeks included,' : ''} where ${count(fair, 'session')} would be a fair share.`
  },
}

/** A network's first week has no past to include. */
function isAfterPast({ history }: Problem): boolean {
  return [...history.values()].some(({ sessions }) => sessions > 0)
}

const WORDS: Readonly<Record<string, string>> = {
  mondays: 'on Mondays',
  fridays: 'on Fridays',
  duties: 'of duty',
  evenings: 'in the evening',
  saturdays: 'on Saturdays',
}

/** Training, admin and outside time are no burden on a Monday. */
function isShared(work: Work): boolean {
  return !isCounted(work) && work !== 'admin'
}

function isOfKind(work: Work, kind: SharedKind): boolean {
  return kind === 'duties' ? work === 'duty' : isShared(work)
}

function eveningFrom(problem: Problem): string {
  return setting(fairShares, problem, 'eveningFrom') as string
}

/** The same kinds, for `check`: from an assignment's day, time and work. */
function isOf(kind: SharedKind, { session: index, work }: Assignment, problem: Problem): boolean {
  const session = problem.horizon.sessions[index]
  if (kind === 'duties') return work === 'duty' && session?.enhancedAccess === false
  if (kind === 'mondays') return session?.weekday === 'mon'
  if (kind === 'fridays') return session?.weekday === 'fri'
  if (kind === 'saturdays') return session?.weekday === 'sat'
  const part = problem.horizon.parts.find(({ id }) => id === session?.part)
  return part !== undefined && part.starts >= eveningFrom(problem)
}

/** Columns: the peers' total sessions of the kind, each person's excess if they can have any, and the largest of these. */
function holdExcess(draft: Draft, { kind, people, sessions }: Peers): void {
  const allowance = figure(fairShares, draft.problem, 'allowance')
  const own = people.map((peer) => {
    const placements = draft
      .of(peer.id)
      .filter((p) => sessions.has(p.session) && isOfKind(p.work, kind) && draft.allowed(p))
    const most = new Set(placements.map((p) => p.session)).size
    // The maximum excess: this person works all sessions of the kind.
    const before = peer.past - peer.fairPast - allowance
    return { ...peer, placements, most, before, excess: before + most - peer.share * most }
  })
  const over = own.filter(({ excess }) => excess > 1e-9)
  if (over.length === 0) return
  const total = draft.column(
    0,
    own.reduce((sum, { most }) => sum + most, 0),
  )
  draft.define([[total, 1], ...own.flatMap(({ placements }) => placements.map((p): Term => [p.column, -1]))], 0)
  const largest = draft.column(0, Math.max(...over.map(({ excess }) => excess)))
  draft.charge(largest, 1)
  for (const { share, before, placements, excess } of over) {
    const above = draft.column(0, excess)
    const sessionsOf = placements.map((p): Term => [p.column, -1])
    draft.define([[above, 1], [total, share], ...sessionsOf], before, Number.POSITIVE_INFINITY)
    draft.define(
      [
        [largest, 1],
        [above, -1],
      ],
      0,
      Number.POSITIVE_INFINITY,
    )
    draft.charge(above, 1 / people.length)
  }
}
