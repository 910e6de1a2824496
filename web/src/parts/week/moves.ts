/** Manual changes, in words and as steps. */
import type { Assignment, Person } from '../../api.ts'
import { isSamePlace, type Placings, workWords } from './cells.ts'
import type { Session } from './sessions.ts'
import { type Placing, type Step, stepOf, toOf } from './steps.ts'
import { placeKey, type WeekPlan } from './week-plan.ts'

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

/** The result of a drag: a change, or the reason why nothing can change. */
export type Move = { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'declined'; readonly why: string }

/** The rota, and the cells at both ends of a drag. */
export interface MoveMade {
  readonly assignments: readonly Assignment[]
  readonly placings: Placings
  readonly from: Place
  readonly to: Place
}

/**
 * Moves a session to another cell. Within a person's row, or within a half-day, two sessions swap places; between different people and
 * half-days each person takes the other's session, so both must be free then. Null if there is nothing to move.
 */
export function moveStep(plan: WeekPlan, move: MoveMade): Move | null {
  const { placings, from, to } = move
  const [moved, met] = [from, to].map((place) => placings.get(keyOf(place)))
  if (moved === undefined || (from.person === to.person && from.session === to.session)) return null
  const why = whyNot(plan, move, { moved, met })
  return why === null ? { kind: 'step', step: stepFor(move, { moved, met }) } : { kind: 'declined', why }
}

interface Dragged {
  readonly moved: Assignment
  /** The previous contents of the other cell. */
  readonly met: Assignment | undefined
}

function whyNot(plan: WeekPlan, { placings, from, to }: MoveMade, { moved, met }: Dragged): string | null {
  const crossed = [
    { person: from.person, session: to.session },
    { person: to.person, session: from.session },
  ]
  const pinned = [from, to].find((place) => plan.pins.has(keyOf(place)))
  if (pinned !== undefined) return `${placeWords(pinned)} is pinned. Unpin it first`
  const away = [to, ...(met === undefined ? [] : crossed)].find(({ person, session }) => plan.isAway(person, session))
  if (away !== undefined) return `${away.person.name} is away on ${away.session.long}`
  if (isSamePlace(moved, met) && (from.person === to.person || from.session === to.session))
    return `Both are ${workWords(plan, moved)}, so there is nothing to swap`
  if (met === undefined || from.person === to.person || from.session === to.session) return null
  const busy = crossed.find((place) => placings.has(keyOf(place)))
  const held = busy === undefined ? undefined : placings.get(keyOf(busy))
  return busy === undefined || held === undefined
    ? null
    : `${busy.person.name} already has ${workWords(plan, held)} on ${busy.session.long}`
}

function stepFor({ assignments, from, to }: MoveMade, { moved, met }: Dragged): Step {
  const [given, taken] = [toOf(moved), toOf(met)]
  if (from.person === to.person) {
    const say =
      met === undefined
        ? `${from.person.name} moved from ${from.session.long} to ${to.session.long}`
        : `${from.person.name}: ${from.session.long} and ${to.session.long} swapped`
    return stepOf(say, assignments, [placing(from, taken), placing(to, given)])
  }
  if (from.session === to.session || met === undefined) {
    const say =
      met !== undefined
        ? `${from.person.name} and ${to.person.name} swapped on ${to.session.long}`
        : from.session === to.session
          ? `${to.person.name} instead of ${from.person.name} on ${to.session.long}`
          : `${to.person.name} on ${to.session.long}, instead of ${from.person.name} on ${from.session.long}`
    return stepOf(say, assignments, [placing(from, taken), placing(to, given)])
  }
  const say = `${to.person.name} works ${from.session.long}, and ${from.person.name} works ${to.session.long}`
  return stepOf(say, assignments, [
    placing(from, null),
    placing(to, null),
    placing({ person: from.person, session: to.session }, taken),
    placing({ person: to.person, session: from.session }, given),
  ])
}

function placing({ person, session }: Place, to: Placing['to']): Placing {
  return { person: person.id, date: session.date, part: session.part, to }
}

const keyOf = ({ person, session }: Place) => placeKey(person.id, session)

const placeWords = ({ person, session }: Place) => `${person.name} on ${session.long}`
