/**
 * Everybody is given the sessions of their contract.
 * For each person and week: Σ sessions ≥ sessions due after leave.
 */
import type { Term } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { count, figureWords, personName, when } from '../words.ts'

export const fullContract: Rule = {
  id: 'full-contract',
  title: 'Everybody is given the sessions of their contract.',
  level: 'wellbeing',
  why: 'People are paid for their sessions, and nobody should be left out of the rota.',
  unit: 'sessions',
  assumes: ['one-place', 'contracted-sessions'],

  add(draft, problem) {
    for (const person of problem.people) {
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const placed = draft.of(person.id).flatMap((p): Term[] => {
          const session = problem.horizon.sessions[p.session]
          return session?.week === week ? [[p.column, session.counts]] : []
        })
        draft.atLeast(
          [...placed, ...draft.countedIn(person, week)],
          problem.availability.get(person.id)?.due[week] ?? 0,
        )
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const mine = rota.assignments.filter((a) => a.person === person.id)
      const due = problem.availability.get(person.id)?.due ?? []
      return due.flatMap((sessionsDue, week) => {
        const inWeek = mine.map((a) => problem.horizon.sessions[a.session]).filter((s) => s?.week === week)
        const short = sessionsDue - inWeek.reduce((sum, s) => sum + (s?.counts ?? 1), 0)
        return short > 1e-9 ? [{ amount: short, people: [person.id], week, figures: { due: sessionsDue } }] : []
      })
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const due = breach.figures?.due ?? 0
    return `${who} is given ${count(due - breach.amount, 'session')} in ${when(breach, problem)}, where ${figureWords(due)} are due.`
  },
}
