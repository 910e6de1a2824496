/**
 * People get the sessions that they wish for.
 * For each wish and each session it names: to be off: placements = 0; to be on: placements ≥ 1. Each counts by the
 * weight of the wish. Anything with a time is work.
 */

import { personName, when } from '../../src/wording/names.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const preferences: Rule = {
  id: 'preferences',
  title: 'People get the sessions that they wish for.',
  level: 'wish',
  why: 'A wish is kept where it costs patients, colleagues and the budget nothing.',
  unit: 'wishes',
  assumes: ['one-place'],

  minds(person, problem) {
    const halfDays = halfDaysOf(person, problem)
    return person.wishes.some(({ sessions, weight }) => weight > 0 && halfDays.some((s) => sessions.includes(s.index)))
  },

  add(draft, problem) {
    for (const person of problem.people) {
      for (const { sessions, want, weight } of person.wishes) {
        for (const session of sessions) {
          const work = draft.inSession(person.id, session).filter((p) => draft.allowed(p))
          if (want === 'off') for (const p of work) draft.charge(p.column, 1, weight)
          else
            draft.atLeast(
              work.map((p): Term => [p.column, 1]),
              1,
              weight,
            )
        }
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) =>
      person.wishes.flatMap(({ sessions, want, weight }) =>
        sessions
          .filter((session) => {
            const works = rota.assignments.some((a) => a.person === person.id && a.session === session)
            return weight > 0 && works === (want === 'off')
          })
          .map((session) => ({
            amount: 1,
            weight,
            people: [person.id],
            session,
            figures: { on: want === 'on' ? 1 : 0 },
          })),
      ),
    )
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return breach.figures?.on === 1
      ? `${who} wished to work on ${when(breach, problem)}, and does not.`
      : `${who} wished to be off on ${when(breach, problem)}, and works.`
  },
}
