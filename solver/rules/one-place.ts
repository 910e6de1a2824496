/**
 * Nobody is in two places, or does two kinds of work, at one time.
 * For each person and session: Σ placements ≤ 1. For each person and week: core sessions with a placement + sessions of
 * training, admin and partners' time that still want a half day ≤ free core sessions.
 */
import type { Term } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { personName, siteName, when } from '../words.ts'

export const onePlace: Rule = {
  id: 'one-place',
  title: 'Nobody is in two places, or does two kinds of work, at one time.',
  level: 'never',
  why: 'A person is one person.',
  unit: 'sessions',

  add(draft, problem) {
    for (const person of problem.people) {
      const keptFree = new Set(
        problem.pins.filter((p) => p.person === person.id && p.work === 'off').map((p) => p.session),
      )
      const home = problem.siteById.get(person.home)
      const free = problem.availability.get(person.id)?.free
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const core = problem.horizon.sessions.filter(
          (s) =>
            s.week === week && !s.enhancedAccess && free?.[s.index] && home?.open[s.index] && !keptFree.has(s.index),
        )
        const placed = core.flatMap((s) => draft.inSession(person.id, s.index).map((p): Term => [p.column, 1]))
        draft.atMost([...placed, ...draft.countedIn(person, week)], core.length)
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
