/**
 * Nobody works too many weekends.
 * For each person: weekends of the rota with work of any kind on Saturday or Sunday ≤ the most.
 */
import type { Session } from '../../src/time.ts'
import { count, personName } from '../../src/wording/names.ts'
import { freeSessionsOf, halfDaysOf } from '../facts/half-days.ts'
import { figureFor } from '../facts/rule-settings.ts'
import type { Term } from '../model/draft.ts'
import type { Rule } from './rule.ts'

export const weekends: Rule = {
  id: 'weekends',
  title: 'Nobody works too many weekends.',
  level: 'wellbeing',
  why: 'Family life happens at weekends; how many are reasonable depends on what was agreed.',
  unit: 'weekends',
  assumes: ['availability', 'one-place'],
  numbers: {
    atMost: {
      default: 13,
      shape: 'by-role',
      meaning: 'weekends with work in the whole rota; 13 asks for nothing, since no rota is longer',
      source: 'the network; fair shares spread Saturdays in any case',
    },
  },

  minds(person, problem) {
    const weeks = new Set(
      freeSessionsOf(person, problem)
        .filter(isWeekend)
        .map((session) => session.week),
    )
    return (
      halfDaysOf(person, problem).some(isWeekend) && weeks.size > figureFor(weekends, problem, 'atMost', person.role)
    )
  },

  add(draft, problem) {
    for (const person of problem.people) {
      const weeks = Array.from({ length: problem.horizon.weeks }, (_, week) =>
        [7 * week + 5, 7 * week + 6].filter((day) => draft.days.possible(person.id, day)),
      ).filter((days) => days.length > 0)
      const most = figureFor(weekends, problem, 'atMost', person.role)
      if (weeks.length <= most) continue
      const worked = weeks.flatMap((days): readonly Term[] => {
        const [only] = days
        if (only !== undefined && days.length === 1) return draft.days.worked(person.id, only)
        const either = draft.column(0, 1)
        for (const day of days) {
          const worked = draft.days.worked(person.id, day)
          draft.define([[either, 1], ...worked.map(([column, c]): Term => [column, -c])], 0, 1)
        }
        return [[either, 1]]
      })
      draft.atMost(worked, most)
    }
  },

  check(rota, problem) {
    return problem.people.flatMap((person) => {
      const weeks = new Set<number>()
      for (const a of rota.assignments) {
        const session = problem.horizon.sessions[a.session]
        if (a.person === person.id && (session?.weekday === 'sat' || session?.weekday === 'sun'))
          weeks.add(session.week)
      }
      const over = weeks.size - figureFor(weekends, problem, 'atMost', person.role)
      return over > 0 ? [{ amount: over, people: [person.id], figures: { weekends: weeks.size } }] : []
    })
  },

  say(breach, problem) {
    const worked = breach.figures?.weekends ?? 0
    return `${personName(breach.people?.[0], problem)} works ${count(worked, 'weekend')}, ${breach.amount} more than is reasonable.`
  },
}

function isWeekend({ weekday }: Session): boolean {
  return weekday === 'sat' || weekday === 'sun'
}
