import { momentWords } from '../../parts/dates.ts'
import type { KnownWeek } from './session/week-queries.ts'

/** Draft or published, in words: never to be mistaken for each other. */
export function WeekState({ known }: { readonly known: Pick<KnownWeek, 'rota' | 'published'> }) {
  const { rota, published } = known
  if (rota === null) return <State tag="Not planned" colour="grey" words="" />
  const made = `${rota.source === 'hand' ? 'changed' : 'made'} ${momentWords(rota.madeAt)}`
  if (published === null) return <State tag="Draft" colour="yellow" words={`${made}; nobody else sees it yet`} />
  if (published.version === rota.version)
    return <State tag="Published" colour="green" words={`since ${momentWords(published.at)}`} />
  return (
    <State
      tag="Draft"
      colour="yellow"
      words={`${made}; everybody still sees the one published ${momentWords(published.at)}`}
    />
  )
}

interface StateProps {
  readonly tag: string
  readonly colour: 'grey' | 'yellow' | 'green'
  readonly words: string
}

function State({ tag, colour, words }: StateProps) {
  return (
    <p className="rota-week__state">
      <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{tag}</strong> {words}
    </p>
  )
}
