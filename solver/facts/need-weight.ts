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
  return figuresIn(problem).get(need.id)?.weight ?? 1
}

/** How long a contact of the need is, relative to the mean need of the document. */
export function needLength(need: Need, problem: Problem): number {
  return figuresIn(problem).get(need.id)?.length ?? 1
}

interface Figures {
  readonly weight: number
  readonly length: number
}

/** By needs and roles, on which alone they depend: checks ask for every need again and again while causes are looked for. */
const KNOWN = new WeakMap<Problem['roles'], WeakMap<Problem['needs'], ReadonlyMap<string, Figures>>>()

function figuresIn({ needs, roles }: Problem): ReadonlyMap<string, Figures> {
  const ofRoles = KNOWN.get(roles) ?? new WeakMap<Problem['needs'], ReadonlyMap<string, Figures>>()
  KNOWN.set(roles, ofRoles)
  const known = ofRoles.get(needs) ?? figuresOf(needs, roles)
  ofRoles.set(needs, known)
  return known
}

function figuresOf(needs: Problem['needs'], roles: Problem['roles']): ReadonlyMap<string, Figures> {
  const minutes = new Map(needs.map(({ id }) => [id, minutesOf(id, roles)]))
  const lengthAmong = (among: readonly Need[], { id }: Need) => {
    const own = minutes.get(id)
    const all = among.flatMap((n) => minutes.get(n.id) ?? [])
    return own === undefined ? 1 : (own * all.length) / all.reduce((sum, each) => sum + each, 0)
  }
  return new Map(
    needs.map((need) => {
      const kind = needs.filter((n) => (n.withinDays === 0) === (need.withinDays === 0))
      const heaviest = Math.max(...kind.map((n) => n.weight))
      const weight = (heaviest > 0 ? need.weight / heaviest : 1) * lengthAmong(kind, need)
      return [need.id, { weight, length: lengthAmong(needs, need) }]
    }),
  )
}

/**
 * Minutes in which the quickest role meets it, so that nobody gains by being slow, and a role is worth most in what it is as
 * quick at as any other; none where no role meets it. By the document's roles, not its people: who joins or leaves changes no weight.
 */
function minutesOf(need: string, roles: Problem['roles']): number | undefined {
  const minutes = roles.flatMap((role) => role.meets.get(need)?.minutes ?? [])
  return minutes.length === 0 ? undefined : Math.min(...minutes)
}
