/** Enters an absence in the week's document; the chosen answer becomes an undoable manual change. */
import { useQueryClient } from '@tanstack/react-query'
import type { Assignment, WeekDocument } from '../../../api.ts'
import { changesBetween, stepOf } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'
import { keepDocument, keptDocument } from './keep-document.ts'
import type { Edits } from './use-edits.ts'

/** The response to an absence, in words and as a complete rota. */
export interface Answer {
  readonly sentence: string
  readonly rota: { readonly assignments: readonly Assignment[] }
}

export function useAbsences(week: WeekKey, edits: Edits) {
  const queries = useQueryClient()
  return {
    take: async (entered: WeekDocument, { sentence, rota }: Answer) => {
      const { document, etag } = await keptDocument(queries, week)
      // Includes additional people the answer needs, such as a locum. The service's document marks the rota that was sent as published,
      // which a draft isn't, so our own value is kept.
      const { published = null } = document
      await keepDocument(queries, week, { document: { ...entered, published }, etag })
      const { assignments } = edits.state
      edits.make(stepOf(firstOf(sentence), assignments, changesBetween(assignments, rota.assignments)))
    },
  }
}

/** The action only; its effects are judged separately. */
function firstOf(sentences: string): string {
  return (sentences.split(/\. (?=\p{Lu})/u)[0] ?? sentences).replace(/\.$/, '')
}
