/**
 * Partner organisations get the time that they were promised.
 * For each promise and week: sessions of outside work by the role or person that it names ≥ sessions promised.
 */

import { count, figureWords, lowerFirst, personName, roleTitle, when } from '../../src/wording/names.ts'
import { partnersAsked } from '../facts/partner-sessions.ts'
import type { Rule } from './rule.ts'

export const partnerTime: Rule = {
  id: 'partner-time',
  title: 'Partner organisations get the time that they were promised.',
  level: 'service',
  why: 'Neighbourhood teams, care homes and hospitals plan around it; urgent patients alone come before a promise.',
  unit: 'sessions',
  // About as much as all contacts of a session that are overdue for a week.
  weight: 100,
  assumes: ['one-place', 'contracted-sessions'],
  numbers: {
    sessions: {
      default: [],
      shape: 'wanted',
      meaning: 'sessions of outside work a week, by role, by person, or by anybody',
      source: 'the network',
    },
  },

  add(draft, problem) {
    for (const { people, sessions } of partnersAsked(problem)) {
      for (let week = 0; week < problem.horizon.weeks; week++) {
        draft.atLeast(
          people.flatMap((person) => draft.promisedIn(person, week, 'outside')),
          sessions,
        )
      }
    }
  },

  check(rota, problem) {
    const outside = rota.assignments.filter((a) => a.work === 'outside')
    return partnersAsked(problem).flatMap(({ role, person, sessions }) =>
      Array.from({ length: problem.horizon.weeks }, (_, week) => week).flatMap((week) => {
        const given = outside.filter((a) => {
          const fits = (person ?? a.person) === a.person
          const has = role === null || problem.personById.get(a.person)?.role === role
          return fits && has && problem.horizon.sessions[a.session]?.week === week
        }).length
        const who = { ...(role === null ? {} : { role }), people: person === null ? [] : [person] }
        return given < sessions ? [{ amount: sessions - given, ...who, week, figures: { given, sessions } }] : []
      }),
    )
  },

  say(breach, problem) {
    const { given = 0, sessions = 0 } = breach.figures ?? {}
    const [person] = breach.people ?? []
    const role = breach.role === undefined ? 'staff' : lowerFirst(roleTitle(breach.role, problem))
    const time = person === undefined ? `${role} time` : `${personName(person, problem)}’s time`
    return `Partner organisations get ${figureWords(given)} of the ${count(sessions, 'session')} of ${time} promised for ${when(breach, problem)}.`
  },
}
