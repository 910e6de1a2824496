/**
 * Nobody works too many sessions in one day.
 * For each person and day: sessions of any work ≤ the most.
 */
import { grouped } from '../../src/grouped.ts'
import { count, personName, when } from '../../src/wording/names.ts'
import { freeSessionsOf } from '../facts/half-days.ts'
import { figureFor, levelOf } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const sessionsInADay: Rule = {
  id: 'sessions-in-a-day',
  title: 'Nobody works too many sessions in one day.',
  level: 'wellbeing',
  why: 'Some contracts know one shift a day; where they do not, the working week holds long days.',
  unit: 'sessions',
  assumes: ['availability', 'one-place'],
  numbers: {
    atMost: {
      default: 24,
      shape: 'by-role',
      meaning: 'sessions worked in one day; 24 asks for nothing',
      source: 'the network',
    },
  },

  minds(person, problem) {
    const days = grouped(freeSessionsOf(person, problem), (session) => session.date)
    return days.some((sessions) => sessions.length > figureFor(sessionsInADay, problem, 'atMost', person.role))
  },

  add(draft, problem) {
    for (const person of problem.people) {
      const most = figureFor(sessionsInADay, problem, 'atMost', person.role)
      if (most <= 1 && levelOf(sessionsInADay, problem) === 'never') draft.days.holdOneSession(person.id)
      for (const day of problem.horizon.days.keys()) {
        const sessions = problem.horizon.sessions.filter((s) => s.day === day)
        const work = sessions.flatMap((s) => draft.inSession(person.id, s.index).filter((p) => draft.allowed(p)))
        draft.atMost(
          work.map((p): Term => [p.column, 1]),
          most,
        )
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const most = figureFor(sessionsInADay, problem, 'atMost', person.role)
      const days = rota.assignments
        .filter((a) => a.person === person.id)
        .map((a) => problem.horizon.sessions[a.session]?.date)
      return problem.horizon.days.flatMap((date, day) => {
        const sessions = days.filter((worked) => worked === date).length
        return sessions > most ? [{ amount: sessions - most, people: [person.id], day, figures: { sessions } }] : []
      })
    })
  },

  say(breach, problem) {
    const sessions = count(breach.figures?.sessions ?? 0, 'session')
    return `${personName(breach.people?.[0], problem)} works ${sessions} on ${when(breach, problem)}, ${breach.amount} more than was agreed.`
  },
}
