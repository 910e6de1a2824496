import { WaitingLine } from '../../../parts/waiting-line.tsx'
import { plural } from '../../../parts/week/figures.ts'
import type { SingleAbsences } from './use-single-absences.ts'

export interface AbsencesProps {
  readonly absences: SingleAbsences
}

interface AbsencesButtonProps extends AbsencesProps {
  /** True if there is a rota to test. */
  readonly isOffered: boolean
}

/** Tests whose absence breaks the week. */
export function AbsencesButton({ absences: { ask, query, answer }, isOffered }: AbsencesButtonProps) {
  if (!isOffered || answer !== undefined || query.isFetching) return null
  return (
    <button type="button" className="rota-button" onClick={ask}>
      Whose absence breaks the week?
    </button>
  )
}

/** How many absences break the week, and how. The same people are marked in the table. */
export function AbsenceLines({ absences: { isAsked, isOfThisRota, query, answer, breaking } }: AbsencesProps) {
  if (!isAsked) return null
  if (!isOfThisRota)
    return (
      <p role="status" className="rota-week__absences">
        The rota has changed since absences were tried: nobody is marked.
      </p>
    )
  const all = answer?.absences.length ?? 0
  return (
    <div className="rota-week__absences">
      <WaitingLine query={query} doing="Trying every single absence…" />
      {answer !== undefined && (
        <p role="status">
          {breaking.size === 0
            ? `None of ${plural(all, 'single absence')} breaks the week.`
            : `${breaking.size} of ${plural(all, 'single absence')} would break the week. These people are marked ▲ in the table.`}
        </p>
      )}
      {breaking.size > 0 && (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">What would be missing</span>
          </summary>
          <ul className="nhsuk-details__text">
            {[...breaking].map(([person, sentence]) => (
              <li key={person}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
