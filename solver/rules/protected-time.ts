/**
 * Everybody has their protected time for learning.
 * For each person and week: sessions of training ≥ protected sessions of the contract. Fractions are carried from week to
 * week until they make a whole session.
 */

import { count, personName, when } from '../../src/wording/names.ts'
import type { Rule } from './rule.ts'

export const protectedTime: Rule = {
  id: 'protected-time',
  title: 'Everybody has their protected time for learning.',
  level: 'safety',
  why: 'Learning is part of the model contract (one session a week full time). Below the needs of patients it would never be kept where staff are short, so it stands beside cover, and gives way to that alone.',
  unit: 'sessions',
  weight: 0.5,
  assumes: ['one-place', 'contracted-sessions'],

  add(draft, problem) {
    for (const person of problem.people) {
      for (let week = 0; week < problem.horizon.weeks; week++) {
        const promised = problem.availability.get(person.id)?.protected[week] ?? 0
        if (promised > 0) draft.atLeast(draft.promisedIn(person.id, week, 'training'), promised)
      }
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) =>
      (problem.availability.get(person.id)?.protected ?? []).flatMap((promised, week) => {
        const kept = rota.assignments.filter(
          (a) => a.person === person.id && a.work === 'training' && problem.horizon.sessions[a.session]?.week === week,
        ).length
        return promised > kept ? [{ amount: promised - kept, people: [person.id], week }] : []
      }),
    )
  },

  say(breach, problem) {
    const who = personName(breach.people?.[0], problem)
    return `${who} loses ${count(breach.amount, 'session')} of protected learning time in ${when(breach, problem)}.`
  },
}
