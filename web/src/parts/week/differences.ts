/** Differences between two rotas, by person. */
import type { Assignment } from '../../api.ts'
import { isSamePlace, placingsOf, workWords } from './cells.ts'
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
  const words = (placed: Assignment | undefined) => (placed === undefined ? 'nothing planned' : workWords(plan, placed))
  return plan.document.people
    .map(({ id, name }) => {
      const sentences = plan.sessions.flatMap((session) => {
        const key = placeKey(id, session)
        const [old, now] = [was.get(key), is.get(key)]
        return isSamePlace(old, now) ? [] : [`${session.long}: ${words(now)} (was ${words(old)})`]
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
  const words = (placed: Assignment | undefined) => (placed === undefined ? 'nothing planned' : workWords(plan, placed))
  return plan.document.people.flatMap(({ id, name }) =>
    plan.sessions.flatMap((session) => {
      const [old, now] = [was.get(placeKey(id, session)), is.get(placeKey(id, session))]
      return isSamePlace(old, now) ? [] : [{ person: name, when: session.long, was: words(old), is: words(now) }]
    }),
  )
}
