import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { isDay, longDay, mondayOf } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { useKnownWeek } from '../../parts/week/week-queries.ts'
import { searchOf, type View, viewOf } from './view.ts'
import { Week } from './week.tsx'

const route = getRouteApi('/networks/$ods/weeks/$from')

/** `/networks/{ods}/weeks/{from}`: the board. */
export function WeekPage() {
  const { ods, from } = route.useParams()
  if (!isDay(from)) return <NoSuchWeek ods={ods} from={from} />
  if (mondayOf(from) !== from) return <NotAMonday ods={ods} from={from} />
  return <OneWeek key={`${ods} ${from}`} ods={ods} from={from} />
}

function OneWeek({ ods, from }: { readonly ods: string; readonly from: string }) {
  const week = useMemo(() => ({ ods, from }), [ods, from])
  const query = useKnownWeek(week)
  const view = viewOf(route.useSearch())
  const navigate = useNavigate()
  usePageTitle(`Week from ${longDay(from)}${query.data === undefined ? '' : `, ${query.data.document.network.name}`}`)
  const change = (changed: Partial<View>) =>
    void navigate({
      to: '/networks/$ods/weeks/$from',
      params: { ods, from },
      search: searchOf({ ...view, ...changed }),
      replace: true,
      resetScroll: false,
    })
  if (query.isPending) return <Loading from={from} />
  if (query.isError)
    return <FaultNotice what="This week could not be read" error={query.error} again={() => void query.refetch()} />
  return <Week week={week} known={query.data} view={view} change={change} />
}

/** Renders what is known so far, in its final position. */
function Loading({ from }: { readonly from: string }) {
  return (
    <div className="rota-week" aria-busy="true">
      <h1 className="nhsuk-heading-l">Week from {longDay(from)}</h1>
      <p role="status">Loading the week…</p>
      <div className="rota-skeleton" />
    </div>
  )
}

function NoSuchWeek({ ods, from }: { readonly ods: string; readonly from: string }) {
  return (
    <>
      <h1>“{from}” is not a date</h1>
      <p>
        The address of a week ends with the date of its Monday, like 2026-12-07.{' '}
        <Link to="/networks/$ods" params={{ ods }}>
          See the weeks of this network
        </Link>
        .
      </p>
    </>
  )
}

function NotAMonday({ ods, from }: { readonly ods: string; readonly from: string }) {
  const monday = mondayOf(from)
  return (
    <>
      <h1>{longDay(from)} is not a Monday</h1>
      <p>
        Weeks begin on Mondays.{' '}
        <Link to="/networks/$ods/weeks/$from" params={{ ods, from: monday }}>
          Go to the week from {longDay(monday)}
        </Link>
        .
      </p>
    </>
  )
}
