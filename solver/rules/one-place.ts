/**
 * Nobody is in two places, or does two kinds of work, at one time.
 * For each person and session: Σ placements ≤ 1. For each person and week: half days with a placement + counted sessions of training and
 * outside time ≤ half days that such sessions could take.
 */

import { personName, siteName, when } from '../../src/wording/names.ts'
import { halfDaysOf, keptFree } from '../facts/half-days.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const onePlace: Rule = {
  id: 'one-place',
  title: 'Nobody is in two places, or does two kinds of work, at one time.',
  level: 'never',
  why: 'A person is one person.',
  unit: 'sessions',

  add(draft, problem) {
    for (const person of problem.people) {
      const off = keptFree(person, problem)
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const counted = draft.countedIn(person.id, week)
        if (counted.length === 0) continue
        const halfDays = halfDaysOf(person, problem).filter((s) => s.week === week && !off.has(s.index))
        const placed = halfDays.flatMap((s) => draft.inSession(person.id, s.index).map((p): Term => [p.column, 1]))
        draft.atMost([...placed, ...counted], halfDays.length)
      }
      for (const session of problem.horizon.sessions) {
        const here = draft.inSession(person.id, session.index).filter((p) => draft.allowed(p))
        if (here.length > 1)
          draft.atMost(
            here.map((p): Term => [p.column, 1]),
            1,
          )
      }
    }
  },

  check(rota) {
    const seen = new Map<string, number>()
    return rota.assignments.flatMap((a) => {
      const key = `${a.person} ${a.session}`
      const times = (seen.get(key) ?? 0) + 1
      seen.set(key, times)
      return times > 1 ? [{ amount: 1, people: [a.person], session: a.session, site: a.site }] : []
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return `${when(breach, problem)}: ${who} is down for two things at once, one of them at ${siteName(breach.site, problem)}.`
  },
}
