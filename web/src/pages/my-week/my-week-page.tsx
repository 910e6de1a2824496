import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { addDays, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { DayCard } from './day-card.tsx'
import { MyCalendar } from './my-calendar.tsx'
import { OwnWeekCard } from './own-week-card.tsx'

/** Weeks ahead that somebody looks at on a telephone. */
const WEEKS = 4

/** `/my-week`: where am I today and tomorrow, and the weeks after. */
export function MyWeekPage() {
  usePageTitle('My week')
  const query = useQuery({
    queryKey: ['me', 'weeks'],
    queryFn: () => answered(api.GET('/v1/me/weeks', { params: { query: { weeks: WEEKS } } })),
  })
  if (query.isPending) return <p role="status">Reading your week…</p>
  if (query.isError) return <FaultNotice what="Your week could not be read" again={() => void query.refetch()} />
  const { people } = query.data
  if (people.length === 0) return <NotKnown />
  const now = today()
  return (
    <div className="rota-mine">
      <h1 className="nhsuk-heading-l">My week</h1>
      {people.map((own) => (
        <section key={own.network} aria-label={own.networkName}>
          {people.length > 1 && <h2 className="nhsuk-heading-m">{own.networkName}</h2>}
          <DayCard heading="Today" day={now} weeks={own.weeks} />
          <DayCard heading="Tomorrow" day={addDays(now, 1)} weeks={own.weeks} />
          {own.weeks.map((week) => (
            <OwnWeekCard key={week.from} week={week} />
          ))}
          <MyCalendar network={own.network} />
        </section>
      ))}
    </div>
  )
}

function NotKnown() {
  return (
    <>
      <h1>My week</h1>
      <p>
        Your sessions will be here once a manager of your network has said who you are in its team, and has published a
        week. On a single machine without sign-in nobody has a week of their own.
      </p>
    </>
  )
}
