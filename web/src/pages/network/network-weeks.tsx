import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { addDays, longDay, momentWords, mondayOf, today } from '../../parts/dates.ts'

const STATES = {
  open: 'Not planned',
  planned: 'Draft',
  published: 'Published',
  superseded: 'Published, newer draft',
} as const
const COLOURS = { open: 'grey', planned: 'yellow', published: 'green', superseded: 'orange' } as const

export function useStoredWeeks(ods: string) {
  return useQuery({
    queryKey: ['weeks', ods],
    queryFn: () => answered(api.GET('/v1/networks/{ods}/weeks', { params: { path: { ods } } })),
  })
}

/** The network's weeks, next week first, because most visits are for that one. */
export function NetworkWeeks({ ods }: { readonly ods: string }) {
  const query = useStoredWeeks(ods)
  const next = addDays(mondayOf(today()), 7)
  const weeks = query.data?.weeks ?? []
  const isBegun = weeks.some(({ from }) => from === next)
  return (
    <>
      <p>
        <Link
          className="nhsuk-button nhsuk-u-margin-bottom-2"
          to="/networks/$ods/weeks/$from"
          params={{ ods, from: next }}
        >
          {isBegun ? 'Continue with next week' : 'Plan next week'}
        </Link>
        <span className="rota-weeks__next">From {longDay(next)}</span>
      </p>
      {weeks.length > 0 && (
        <table className="nhsuk-table rota-weeks">
          <caption className="nhsuk-table__caption nhsuk-table__caption--m">Weeks</caption>
          <thead>
            <tr>
              <th scope="col">Week from</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <WeekRow key={week.from} ods={ods} week={week} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

type StoredWeek = NonNullable<ReturnType<typeof useStoredWeeks>['data']>['weeks'][number]

function WeekRow({ ods, week: { from, state, published } }: { readonly ods: string; readonly week: StoredWeek }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/networks/$ods/weeks/$from" params={{ ods, from }}>
          {longDay(from)}
        </Link>
      </th>
      <td>
        <strong className={`nhsuk-tag nhsuk-tag--${COLOURS[state]}`}>{STATES[state]}</strong>
        {published !== undefined && <span className="rota-weeks__more">published {momentWords(published.at)}</span>}
        {state !== 'open' && (
          <Link className="rota-weeks__more" to="/networks/$ods/weeks/$from/print" params={{ ods, from }}>
            Print or download
            <span className="nhsuk-u-visually-hidden"> the week from {longDay(from)}</span>
          </Link>
        )}
      </td>
    </tr>
  )
}
