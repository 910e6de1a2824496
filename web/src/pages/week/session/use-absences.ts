/** An absence is entered in the week's document; the chosen answer is a change by hand that can be undone. */
import { useQueryClient } from '@tanstack/react-query'
import type { Assignment, WeekDocument } from '../../../api.ts'
import { changesBetween, stepOf } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'
import { keepDocument, keptDocument } from './keep-document.ts'
import type { Edits } from './use-edits.ts'

/** What is done about an absence: in words, and as a whole rota. */
export interface Answer {
  readonly sentence: string
  readonly rota: { readonly assignments: readonly Assignment[] }
}

export function useAbsences(week: WeekKey, edits: Edits) {
  const queries = useQueryClient()
  return {
    take: async (entered: WeekDocument, { sentence, rota }: Answer) => {
      const { document, etag } = await keptDocument(queries, week)
      // With whoever else the answer needs, such as a locum. It takes the rota that was sent for published; a draft is not.
      const { published = null } = document
      await keepDocument(queries, week, { document: { ...entered, published }, etag })
      const { assignments } = edits.state
      edits.make(stepOf(firstOf(sentence), assignments, changesBetween(assignments, rota.assignments)))
    },
  }
}

/** What is done; what follows from it is judged again. */
function firstOf(sentences: string): string {
  return (sentences.split(/\. (?=\p{Lu})/u)[0] ?? sentences).replace(/\.$/, '')
}
