/**
 * What one contact of a need counts against one of another. A practice sets weights; a long contact would still lose to a short
 * one of the same weight, as its minutes see more of those. So a contact counts its weight times its length, and a minute
 * that is spent well counts the weight of its need, whichever that is (docs/decisions/0075).
 */
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'

/**
 * A need's weight, relative to the heaviest need of its kind (to be met on the same day, or later), times its length relative to
 * the mean need of its kind, so that the amounts of a level still count in contacts.
 */
export function needWeight(need: Need, problem: Problem): number {
  const kind = problem.needs.filter((n) => (n.withinDays === 0) === (need.withinDays === 0))
  const heaviest = Math.max(...kind.map((n) => n.weight))
  return (heaviest > 0 ? need.weight / heaviest : 1) * lengthAmong(kind, need, problem)
}

/** How long a contact of the need is, relative to the mean need of the document. */
export function needLength(need: Need, problem: Problem): number {
  return lengthAmong(problem.needs, need, problem)
}

function lengthAmong(needs: readonly Need[], need: Need, problem: Problem): number {
  const own = minutesOf(need, problem)
  const all = needs.flatMap((n) => minutesOf(n, problem) ?? [])
  return own === undefined ? 1 : (own * all.length) / all.reduce((sum, minutes) => sum + minutes, 0)
}

/**
 * Minutes in which the quickest role meets it, so that nobody gains by being slow, and a role is worth most in what it is as
 * quick at as any; none where no role meets it. By the document's roles, not its people: who joins or leaves changes no weight.
 */
function minutesOf(need: Need, { roles }: Problem): number | undefined {
  const minutes = roles.flatMap((role) => role.meets.get(need.id)?.minutes ?? [])
  return minutes.length === 0 ? undefined : Math.min(...minutes)
}
