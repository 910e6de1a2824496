/** Manual changes, in words and as steps. */
import type { Assignment, Person } from '../../api.ts'
import { type Placings, workWords } from './cells.ts'
import type { Session } from './sessions.ts'
import { type Placing, type Step, stepOf, toOf } from './steps.ts'
import type { WeekPlan } from './week-plan.ts'

/** A cell of the board: person and session. */
export interface Place {
  readonly person: Person
  readonly session: Session
}

/** By cell key: see `placeKey`. Null if there is no such cell. */
export function placeOf({ person, sessions }: WeekPlan, key: string): Place | null {
  const session = sessions.find((one) => key.endsWith(` ${one.key}`))
  const who = session === undefined ? undefined : person.get(key.slice(0, -session.key.length - 1))
  return session === undefined || who === undefined ? null : { person: who, session }
}

export function choiceStep(plan: WeekPlan, assignments: readonly Assignment[], { placing, place }: ChoiceMade): Step {
  const { person, session } = place
  const what = placing.to === null ? 'kept free' : workWords(plan, placing.to)
  return stepOf(`${person.name}, ${session.long}: ${what}`, assignments, [placing])
}

export interface ChoiceMade {
  readonly placing: Placing
  readonly place: Place
}

/** Swaps the contents of two cells. Null if there is nothing to move. */
export function moveStep(
  assignments: readonly Assignment[],
  placings: Placings,
  { from, to }: { readonly from: Place; readonly to: Place },
): Step | null {
  const [moved, met] = [from, to].map(({ person, session }) => placings.get(`${person.id} ${session.key}`))
  if (moved === undefined || (from.person === to.person && from.session === to.session)) return null
  const say =
    from.person === to.person
      ? `${from.person.name} moved to ${to.session.long}`
      : met === undefined
        ? `${to.person.name} instead of ${from.person.name}, ${to.session.long}`
        : `${from.person.name} and ${to.person.name} swapped, ${to.session.long}`
  return stepOf(say, assignments, [placing(from, toOf(met)), placing(to, toOf(moved))])
}

function placing({ person, session }: Place, to: Placing['to']): Placing {
  return { person: person.id, date: session.date, part: session.part, to }
}
