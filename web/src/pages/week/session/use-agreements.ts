/** An agreement is entered in the week's document, and the rota is judged again by it. */
import { useQueryClient } from '@tanstack/react-query'
import { wordsOf } from '../../../api.ts'
import { withAgreement } from '../../../parts/week/agreements.ts'
import type { Place } from '../../../parts/week/moves.ts'
import { stepOf } from '../../../parts/week/steps.ts'
import type { WeekKey } from '../../../parts/week/week-queries.ts'
import { keepDocument, keptDocument } from './keep-document.ts'
import type { Edits } from './use-edits.ts'

export function useAgreements(week: WeekKey, edits: Edits) {
  const queries = useQueryClient()
  return {
    agree: async ({ person, session }: Place) => {
      const { assignments, figures } = edits.state
      const placed = assignments.find(
        (one) => one.person === person.id && one.date === session.date && one.part === session.part,
      )
      if (placed === undefined) return
      try {
        const { document, etag } = await keptDocument(queries, week)
        await keepDocument(queries, week, {
          document: withAgreement(document, { placed, session, findings: figures?.findings ?? [] }),
          etag,
        })
        // Nobody moves; storing the rota has it judged by the document as it now is.
        edits.make(stepOf(`Agreed with ${person.name} for ${session.long}, this week only`, assignments, []))
      } catch (error) {
        edits.decline(`The agreement was not stored: ${wordsOf(error).replace(/\.$/, '')}`)
      }
    },
  }
}
