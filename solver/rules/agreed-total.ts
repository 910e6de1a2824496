/**
 * Everybody works as much over the whole rota as was agreed.
 * For each person: least ≤ Σ sessions (short parts count less) over all weeks ≤ most.
 */

import { count, figureWords, personName } from '../../src/wording/names.ts'
import { halfDaysOf } from '../facts/half-days.ts'
import { figureFor } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const agreedTotal: Rule = {
  id: 'agreed-total',
  title: 'Everybody works as much over the whole rota as was agreed.',
  level: 'wellbeing',
  why: 'Some contracts count hours over a month or a quarter, and leave the weeks open.',
  unit: 'sessions',
  assumes: ['one-place'],
  numbers: {
    atLeast: {
      default: 0,
      shape: 'amount-by-role',
      meaning: 'sessions over the whole rota; 0 asks for nothing',
      source: 'the network; a week at a time is the rule of full contracts',
    },
    atMost: {
      default: 364,
      shape: 'amount-by-role',
      meaning: 'sessions over the whole rota; 364 asks for nothing, since no document has more',
      source: 'the network; a week at a time is the rule of contracted sessions',
    },
  },

  // Counted work counts as one session.
  minds: (person, problem) => halfDaysOf(person, problem).some((s) => s.counts !== 1),

  add(draft, problem) {
    for (const person of problem.people) {
      const placed = draft
        .of(person.id)
        .filter((p) => draft.allowed(p))
        .map((p): Term => [p.column, problem.horizon.sessions[p.session]?.counts ?? 1])
      const counted = Array.from({ length: problem.horizon.weeks }, (_, week) => draft.countedIn(person.id, week))
      const worked = [...placed, ...counted.flat()]
      draft.atLeast(worked, figureFor(agreedTotal, problem, 'atLeast', person.role))
      draft.atMost(worked, figureFor(agreedTotal, problem, 'atMost', person.role))
    }
  },

  check(rota, problem) {
    const totals = new Map<string, number>()
    for (const { person, session } of rota.assignments)
      totals.set(person, (totals.get(person) ?? 0) + (problem.horizon.sessions[session]?.counts ?? 1))
    return problem.people.flatMap((person) => {
      const sessions = totals.get(person.id) ?? 0
      const least = figureFor(agreedTotal, problem, 'atLeast', person.role)
      const most = figureFor(agreedTotal, problem, 'atMost', person.role)
      const breach = (amount: number, agreed: number) => ({
        amount,
        people: [person.id],
        figures: { sessions, agreed },
      })
      return [
        ...(least - sessions > 1e-9 ? [breach(least - sessions, least)] : []),
        ...(sessions - most > 1e-9 ? [breach(sessions - most, most)] : []),
      ]
    })
  },

  say(breach, problem) {
    const { sessions = 0, agreed = 0 } = breach.figures ?? {}
    const limit = sessions < agreed ? 'at least' : 'at most'
    return `${personName(breach.people?.[0], problem)} works ${count(sessions, 'session')} in the whole rota, where ${limit} ${figureWords(agreed)} were agreed.`
  },
}
