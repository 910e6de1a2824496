/**
 * Nobody works at a site that is closed.
 * For each site and session in which the site is closed: placements = 0.
 */

import { personName, siteName, when } from '../../src/wording/names.ts'
import type { Rule } from './rule.ts'

export const openSites: Rule = {
  id: 'open-sites',
  title: 'Nobody works at a site that is closed.',
  level: 'never',
  why: 'On a bank holiday or a learning afternoon the doors are locked.',
  unit: 'sessions',

  add(draft, problem) {
    for (const placement of draft.placements) {
      if (problem.siteById.get(placement.site)?.open[placement.session] !== true) draft.forbid(placement)
    }
  },

  check(rota, problem) {
    return rota.assignments
      .filter((a) => !problem.siteById.get(a.site)?.open.at(a.session))
      .map((a) => ({ amount: 1, people: [a.person], session: a.session, site: a.site }))
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return `${when(breach, problem)}: ${siteName(breach.site, problem)} is closed, but ${who} is down to work there.`
  },
}
