/**
 * Nobody works while they are away, or outside the sessions they usually work.
 * For each person and session in which the person is not free: placements = 0.
 */

import { personName, siteName, when } from '../../src/wording/names.ts'
import type { Rule } from './rule.ts'

export const availability: Rule = {
  id: 'availability',
  title: 'Nobody works while they are away, or outside the sessions they usually work.',
  level: 'never',
  why: 'Leave that is granted and days that are not worked are facts, not wishes.',
  unit: 'sessions',

  add(draft, problem) {
    for (const placement of draft.placements) {
      if (problem.availability.get(placement.person)?.free[placement.session] !== true) draft.forbid(placement)
    }
  },

  check(rota, problem) {
    return rota.assignments
      .filter((a) => !problem.availability.get(a.person)?.free.at(a.session))
      .map((a) => ({ amount: 1, people: [a.person], session: a.session, site: a.site }))
  },

  say(breach, problem) {
    const [person = ''] = breach.people ?? []
    const away = problem.availability.get(person)?.away[breach.session ?? -1] === true
    const reason = away ? 'is away' : 'does not usually work then'
    return `${when(breach, problem)}: ${personName(person, problem)} ${reason}, but is down to work at ${siteName(breach.site, problem)}.`
  },
}
