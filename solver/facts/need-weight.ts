/**
 * How much a contact of one need counts against a contact of another. Practices set weights; but at equal weights long contacts would lose
 * to short ones, since the same minutes see more of those. So a contact counts its weight times its length, and a minute well spent counts
 * the weight of its need, whichever need that is (docs/decisions/0075).
 */
import type { Need } from '../../src/needs.ts'
import type { Problem } from '../../src/problem.ts'

/**
 * A need's weight relative to the heaviest need of its kind (same-day or routine), times its length relative to the mean of its kind, so
 * that a level's amounts are still in contacts.
 */
export function needWeight(need: Need, problem: Problem): number {
  return figuresIn(problem).get(need.id)?.weight ?? 1
}

/** Length of a contact of the need, relative to the mean need of the document. */
export function needLength(need: Need, problem: Problem): number {
  return figuresIn(problem).get(need.id)?.length ?? 1
}

interface Figures {
  readonly weight: number
  readonly length: number
}

/** Cached by needs and roles, the only inputs: checks ask for every need again and again while causes are sought. */
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
 * Minutes of the quickest role that meets the need, so that slowness is not rewarded and each role is worth most where it is as quick as
 * any other; undefined if no role meets it. Uses the document's roles, not its people, so that joiners and leavers change no weights.
 */
function minutesOf(need: string, roles: Problem['roles']): number | undefined {
  const minutes = roles.flatMap((role) => role.meets.get(need)?.minutes ?? [])
  return minutes.length === 0 ? undefined : Math.min(...minutes)
}
