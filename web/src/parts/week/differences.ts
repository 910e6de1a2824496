/** What is different for whom between two rotas. */
import type { Assignment } from '../../api.ts'
import { isSamePlace, placingsOf, workWords } from './cells.ts'
import { placeKey, type WeekPlan } from './week-plan.ts'

export interface PersonDifference {
  readonly id: string
  readonly name: string
  /** "Tuesday 1 December, morning: duty doctor at Elm Park, before: clinic at Alder Road." */
  readonly sentences: readonly string[]
}

/** Only those for whom something changes, in the document's order. */
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
