/**
 * What is pinned stays as it is.
 * For each pin: its placement = 1; for each session kept free: Σ placements = 0.
 */

import { personName, siteName, when } from '../../src/wording/names.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const pinned: Rule = {
  id: 'pinned',
  title: 'What is pinned stays as it is.',
  level: 'never',
  why: 'A pin is a decision that a manager has already taken.',
  unit: 'sessions',

  add(draft, problem) {
    for (const pin of problem.pins) {
      if (pin.work === 'off' || pin.site === null) {
        for (const placement of draft.inSession(pin.person, pin.session)) draft.atMost([[placement.column, 1]], 0)
        continue
      }
      const placement = draft.find(pin.person, pin.session, pin.site, pin.work)
      const terms: Term[] = placement === undefined ? [] : [[placement.column, 1]]
      draft.atLeast(terms, 1)
    }
  },

  check(rota, problem) {
    return problem.pins.flatMap((pin) => {
      const there = rota.assignments.filter((a) => a.person === pin.person && a.session === pin.session)
      const place = { people: [pin.person], session: pin.session, ...(pin.site === null ? {} : { site: pin.site }) }
      if (pin.work === 'off') return there.map(() => ({ amount: 1, ...place }))
      return there.some((a) => a.site === pin.site && a.work === pin.work) ? [] : [{ amount: 1, ...place }]
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    if (breach.site === undefined) return `${when(breach, problem)}: ${who} was to be kept free, but is down to work.`
    return `${when(breach, problem)}: ${who} was pinned to ${siteName(breach.site, problem)}, but the rota says otherwise.`
  },
}
