import { momentWords } from '../../parts/dates.ts'
import type { KnownWeek } from '../../parts/week/week-queries.ts'
import type { EditState } from './session/edit-state.ts'

export interface WeekStateProps {
  readonly known: Pick<KnownWeek, 'rota' | 'published'>
  readonly edits: Pick<EditState, 'isUnsent' | 'trouble'>
  /** A rota is being made now. */
  readonly isMaking: boolean
}

/** "Draft" or "published", made hard to confuse. */
export function WeekState({ known, edits, isMaking }: WeekStateProps) {
  const { rota, published } = known
  if (edits.isUnsent)
    return <State tag="Draft" colour="yellow" words={edits.trouble === 'none' ? 'saving…' : 'not saved yet'} />
  if (isMaking)
    return (
      <State
        tag="Being planned"
        colour="yellow"
        words={published === null ? '' : 'everybody still sees the one published'}
      />
    )
  if (rota === null) return <State tag="Not planned" colour="grey" words="" />
  const made = `${rota.source === 'hand' ? 'changed and saved' : 'made'} ${momentWords(rota.madeAt)}`
  if (published === null) return <State tag="Draft" colour="yellow" words={`${made}; not published yet`} />
  if (published.version === rota.version)
    return <State tag="Published" colour="green" words={`since ${momentWords(published.at)}`} />
  return (
    <State
      tag="Draft"
      colour="yellow"
      words={`${made}; the rota that counts is still the one published ${momentWords(published.at)}`}
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
