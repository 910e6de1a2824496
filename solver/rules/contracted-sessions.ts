/**
 * Nobody works more sessions than they have agreed.
 * For each person and week: Σ sessions (short parts count less) ≤ sessions due after leave + agreed flexibility.
 */

import { count, figureWords, personName, when } from '../../src/wording/names.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const contractedSessions: Rule = {
  id: 'contracted-sessions',
  title: 'Nobody works more sessions than they have agreed.',
  level: 'never',
  why: 'A contract is a promise, and overwork is what this exists to end.',
  unit: 'sessions',

  // Counted work counts as one session.
  minds: (person, problem) => halfDaysOf(person, problem).some((s) => s.counts !== 1),

  add(draft, problem) {
    for (const person of problem.people) {
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const placed = draft
          .of(person.id)
          .filter((p) => problem.horizon.sessions[p.session]?.week === week)
          .map((p): Term => [p.column, problem.horizon.sessions[p.session]?.counts ?? 1])
        draft.atMost(
          [...placed, ...draft.countedIn(person.id, week)],
          problem.availability.get(person.id)?.most[week] ?? 0,
        )
      }
    }
  },

  check(rota, problem) {
    const worked = new Map<string, number>()
    for (const { person, session } of rota.assignments) {
      const { week = 0, counts = 1 } = problem.horizon.sessions[session] ?? {}
      worked.set(`${week} ${person}`, (worked.get(`${week} ${person}`) ?? 0) + counts)
    }
    return [...worked].flatMap(([key, sessions]) => {
      const week = Number.parseInt(key, 10)
      const person = key.slice(key.indexOf(' ') + 1)
      const agreed = problem.availability.get(person)?.most[week] ?? 0
      const over = sessions - agreed
      return over > 1e-9 ? [{ amount: over, people: [person], week, figures: { sessions, agreed } }] : []
    })
  },

  say(breach, problem) {
    const { sessions = 0, agreed = 0 } = breach.figures ?? {}
    const who = personName(breach.people?.[0], problem)
    return `${who} has ${count(sessions, 'session')} in ${when(breach, problem)}, where ${figureWords(agreed)} are agreed after leave.`
  },
}
