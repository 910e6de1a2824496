import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import type { StressTest } from '../../api.ts'
import { useMayEdit } from '../../parts/access/use-caller.ts'
import { plainDay } from '../../parts/dates.ts'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import { assignmentsIn, percent, plural, toTenth } from '../../parts/week/figures.ts'
import { useStress } from '../../parts/week/use-stress.ts'
import { type KnownWeek, useAwaitedRota } from '../../parts/week/week-queries.ts'

/** Number of sampled weeks of illness. */
const SAMPLES = 50

export interface SingleAbsencesProps {
  readonly ods: string
  readonly known: KnownWeek
}

/** Whose absence breaks the week, and how likely each day is to meet its urgent need. */
export const SingleAbsences = memo(function SingleAbsences({ ods, known }: SingleAbsencesProps) {
  const [isWanted, setIsWanted] = useState(false)
  const mayEdit = useMayEdit(ods)
  const assignments = assignmentsIn(known.rota)
  const { document } = known
  const query = useStress(isWanted && assignments.length > 0 ? { document, assignments, samples: SAMPLES } : null)
  const { from } = document.week
  useAwaitedRota({ ods, from }, assignments.length === 0)
  return (
    <section aria-labelledby="mix-absences">
      <h2 className="nhsuk-heading-m" id="mix-absences">
        Which single absence breaks the week
      </h2>
      {assignments.length === 0 ? (
        <p>
          This needs a rota, and the week from {plainDay(from)} has none.{' '}
          <Link to="/networks/$ods/weeks/$from" params={{ ods, from }}>
            {mayEdit ? 'Plan the week' : 'Look at the week'}
          </Link>
        </p>
      ) : (
        !isWanted && (
          <button type="button" className="rota-button" onClick={() => setIsWanted(true)}>
            Try every absence, and 50 weeks of illness
          </button>
        )
      )}
      <WaitingLine query={query} doing="Trying every absence, up to a minute…" />
      {query.data !== undefined && <Stressed answer={query.data} />}
    </section>
  )
})

function Stressed({ answer }: { readonly answer: StressTest }) {
  const breaking = answer.absences.filter(({ breaks }) => breaks)
  return (
    <>
      <p>
        Urgent need is met on every day in {percent(answer.everyDay.value)} of weeks ({percent(answer.everyDay.low)} to{' '}
        {percent(answer.everyDay.high)}).{' '}
        {breaking.length === 0
          ? 'No single absence breaks the week.'
          : `${plural(breaking.length, 'absence breaks', 'absences break')} the week:`}
      </p>
      <ul>
        {breaking.slice(0, 10).map(({ person, sentence }) => (
          <li key={person}>{sentence}</li>
        ))}
      </ul>
      <DayChances days={answer.days} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">What is assumed</span>
        </summary>
        <ul className="nhsuk-details__text">
          {answer.assumptions.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

function DayChances({ days }: { readonly days: StressTest['days'] }) {
  return (
    <table className="rota-table">
      <caption className="nhsuk-u-visually-hidden">Chance that urgent need is met, by day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Urgent need met in</th>
          <th scope="col">People ill, on average</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, met, ill }) => (
          <tr key={date}>
            <th scope="row">{plainDay(date)}</th>
            <td data-label="Urgent need met in">
              {percent(met.value)} of weeks ({percent(met.low)} to {percent(met.high)})
            </td>
            <td data-label="People ill">{toTenth(ill)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
