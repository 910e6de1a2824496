/** What one contact of a need counts against one of another. */
import type { Need } from '../src/needs.ts'
import type { Problem } from '../src/problem.ts'

/**
 * A need's weight, relative to the heaviest need of its kind (to be met on the same day, or later), so that the amounts of a
 * level still count in contacts.
 */
export function needWeight(need: Need, problem: Problem): number {
  const sameDay = need.withinDays === 0
  const heaviest = Math.max(...problem.needs.filter((n) => (n.withinDays === 0) === sameDay).map((n) => n.weight))
  return heaviest > 0 ? need.weight / heaviest : 1
}
