/** The unit in which each level counts, and the floor below which a relative gap is meaningless. */
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'

export const UNITS: Readonly<Record<Level, string>> = {
  never: 'breaches',
  safety: 'sessions short (a person, a duty or ten contacts over count as one)',
  urgent: 'contacts missed on their day',
  service: 'contact-days overdue, each contact left waiting counting a tenth',
  wellbeing: 'sessions not as they should be',
  cost: 'pounds',
  wish: 'wishes not kept (two contracted sessions without work count as one)',
}

/** One session for safety; one in a hundred contacts due for urgent and service; one session per person and week for wellbeing. */
export function floorOf(level: Level, problem: Problem): number {
  switch (level) {
    case 'urgent':
      return Math.max(1, 0.01 * contactsOf(problem, true))
    case 'service':
      return Math.max(1, 0.01 * contactsOf(problem, false))
    case 'wellbeing':
    case 'wish':
      return Math.max(1, problem.people.length * problem.horizon.weeks)
    case 'cost':
      return Math.max(1, sessionsDue(problem))
    default:
      return 1
  }
}

function contactsOf(problem: Problem, sameDay: boolean): number {
  return [...problem.arrivals, ...problem.waiting]
    .filter((a) => (problem.needById.get(a.need)?.withinDays === 0) === sameDay)
    .reduce((sum, a) => sum + a.contacts, 0)
}

function sessionsDue(problem: Problem): number {
  return [...problem.availability.values()].flatMap((a) => a.due).reduce((sum, due) => sum + due, 0)
}
