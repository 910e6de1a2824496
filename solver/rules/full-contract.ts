/**
 * Everybody is given the sessions of their contract.
 * For each person and week: Σ sessions ≥ sessions due after leave; and Σ sessions in evenings and at weekends ≤ those in the contract +
 * agreed flexibility, so that no contract is filled up with evenings while core hours have room.
 */

import { count, figureWords, personName, when } from '../../src/wording/names.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

/** Weight of a session outside core hours beyond those agreed: above 1, so that filling a contract with one does not pay. */
const OUTSIDE = 1.25

export const fullContract: Rule = {
  id: 'full-contract',
  title: 'Everybody is given the sessions of their contract.',
  level: 'wish',
  why: 'People are paid for their sessions in any case, so time that nobody has a use for is given only where nothing else is the worse for it; the rest is reported as unassigned.',
  unit: 'sessions',
  // Weighs less than a person's wish.
  weight: 0.5,
  assumes: ['one-place', 'contracted-sessions'],

  add(draft, problem) {
    for (const person of problem.people) {
      const own = problem.availability.get(person.id)
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const placed = draft.of(person.id).flatMap((p) => {
          const session = problem.horizon.sessions[p.session]
          const term: Term = [p.column, session?.counts ?? 1]
          return session?.week === week ? [{ term, isOutside: session.enhancedAccess }] : []
        })
        const terms = placed.map(({ term }) => term)
        draft.atLeast([...terms, ...draft.countedIn(person.id, week)], own?.due[week] ?? 0)
        const outside = placed.flatMap(({ term, isOutside }) => (isOutside ? [term] : []))
        const agreed = (own?.dueOutside[week] ?? 0) + person.contract.flex
        draft.atMost(outside, agreed, OUTSIDE)
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const mine = rota.assignments.filter((a) => a.person === person.id)
      const { due = [], dueOutside = [] } = problem.availability.get(person.id) ?? {}
      return due.flatMap((sessionsDue, week) => {
        const inWeek = mine.flatMap((a) => problem.horizon.sessions[a.session] ?? []).filter((s) => s.week === week)
        const outside = inWeek.reduce((sum, s) => sum + (s.enhancedAccess ? s.counts : 0), 0)
        const short = sessionsDue - inWeek.reduce((sum, s) => sum + s.counts, 0)
        const over = outside - (dueOutside[week] ?? 0) - person.contract.flex
        const place = { people: [person.id], week }
        return [
          ...(short > 1e-9 ? [{ amount: short, ...place, figures: { due: sessionsDue } }] : []),
          ...(over > 1e-9 ? [{ amount: over, weight: OUTSIDE, ...place, figures: { outside } }] : []),
        ]
      })
    })
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    const { due = 0, outside } = breach.figures ?? {}
    if (outside !== undefined)
      return `${who} works ${count(outside, 'session')} in evenings or at weekends in ${when(breach, problem)}, ${figureWords(breach.amount)} more than the contract has there.`
    return `${who} is given ${count(due - breach.amount, 'session')} in ${when(breach, problem)}, where ${figureWords(due)} are due.`
  },
}
