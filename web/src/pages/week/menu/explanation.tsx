import { useQuery } from '@tanstack/react-query'
import { type Assignment, answered, api, type WeekDocument, wordsOf } from '../../../api.ts'

export interface ExplanationProps {
  readonly document: WeekDocument
  readonly assignments: readonly Assignment[]
  /** In the form that `POST /v1/explanations` accepts. */
  readonly question: string
  readonly back: () => void
}

/** What another choice would cost, based on the nearest good rota that includes it. */
export function Explanation({ document, assignments, question, back }: ExplanationProps) {
  const query = useQuery({
    queryKey: ['explanation', question, assignments],
    queryFn: ({ signal }) =>
      answered(
        api.POST('/v1/explanations', { body: { document, rota: { assignments: [...assignments] }, question }, signal }),
      ),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="rota-menu__why" aria-live="polite">
      {query.isPending && <p>Working out the week with that change. This takes a few seconds…</p>}
      {query.isError && <p>{wordsOf(query.error)}</p>}
      {query.data?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <button type="button" className="rota-button" onClick={back}>
        Back
      </button>
    </div>
  )
}
