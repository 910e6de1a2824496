/** Differences between two rotas, by person. */
import type { Assignment, Person } from '../../api.ts'
import { isSamePlace, placingsOf, workWords } from './cells.ts'
import type { Session } from './sessions.ts'
import { placeKey, type WeekPlan } from './week-plan.ts'

export interface PersonDifference {
  readonly id: string
  readonly name: string
  /** "Tuesday 1 December, morning: duty doctor at Elm Park, before: clinic at Alder Road." */
  readonly sentences: readonly string[]
}

/** People with changes only, in the document's order. */
export function differencesByPerson(
  plan: WeekPlan,
  before: readonly Assignment[],
  after: readonly Assignment[],
): readonly PersonDifference[] {
  const [was, is] = [placingsOf(before), placingsOf(after)]
  return plan.document.people
    .map((person) => {
      const { id, name } = person
      const sentences = plan.sessions.flatMap((session) => {
        const key = placeKey(id, session)
        const [old, now] = [was.get(key), is.get(key)]
        return isSamePlace(old, now)
          ? []
          : [
              `${session.long}: ${wordsFor(plan, { person, session, placed: now })} (was ${old === undefined ? 'nothing planned' : workWords(plan, old)})`,
            ]
      })
      return { id, name, sentences }
    })
    .filter(({ sentences }) => sentences.length > 0)
}

export interface ChangedPlace {
  readonly person: string
  readonly when: string
  readonly was: string
  readonly is: string
}

/** The same as rows, one per session that differs, in the document's order. */
export function changedPlaces(
  plan: WeekPlan,
  before: readonly Assignment[],
  after: readonly Assignment[],
): readonly ChangedPlace[] {
  const [was, is] = [placingsOf(before), placingsOf(after)]
  return plan.document.people.flatMap((person) =>
    plan.sessions.flatMap((session) => {
      const [old, now] = [was.get(placeKey(person.id, session)), is.get(placeKey(person.id, session))]
      if (isSamePlace(old, now)) return []
      const words = (placed: Assignment | undefined) => wordsFor(plan, { person, session, placed })
      return [{ person: person.name, when: session.long, was: words(old), is: words(now) }]
    }),
  )
}

interface Placed {
  readonly person: Person
  readonly session: Session
  readonly placed: Assignment | undefined
}

/** As on the board: somebody on leave or ill isn't merely without work. */
function wordsFor(plan: WeekPlan, { person, session, placed }: Placed): string {
  if (placed !== undefined) return workWords(plan, placed)
  return plan.isAway(person, session) ? 'away' : 'nothing planned'
}
