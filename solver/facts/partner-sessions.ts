/** Weekly sessions that the network has promised to partner organisations. Read from the document. */
import type { Problem } from '../../src/problem.ts'

/** A number of sessions a week from these people together. */
export interface PartnersAsked {
  /** Ids of the people who may provide the sessions. */
  readonly people: readonly string[]
  /** The role or person that the document names; both null if anybody may go. */
  readonly role: string | null
  readonly person: string | null
  readonly sessions: number
}

interface Wanted {
  readonly role?: string
  readonly person?: string
  readonly sessions: number
}

const known = new WeakMap<Problem, readonly PartnersAsked[]>()

/** Requirements of the rule `partner-time`; empty if it is off or lists nothing. */
export function partnersAsked(problem: Problem): readonly PartnersAsked[] {
  const found = known.get(problem)
  if (found !== undefined) return found
  const setting = problem.rules.get('partner-time')
  const wanted = setting === undefined || setting.off ? [] : ((setting.numbers.sessions ?? []) as readonly Wanted[])
  const asked = wanted.map(({ role = null, person = null, sessions }): PartnersAsked => {
    const fits = problem.people.filter((p) => (role ?? p.role) === p.role && (person ?? p.id) === p.id)
    return { people: fits.map((p) => p.id), role, person, sessions }
  })
  known.set(problem, asked)
  return asked
}
