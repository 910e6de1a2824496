import { Link } from '@tanstack/react-router'
import { addDays, momentWords, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { DayCard } from './day-card.tsx'
import { MyCalendar } from './my-calendar.tsx'
import { MySwaps } from './my-swaps.tsx'
import { MyWishes } from './my-wishes.tsx'
import { type OwnData, type ReadOwnData, useOwnData } from './own-data.ts'
import { OwnWeekCard } from './own-week-card.tsx'

/** `/my-week`: today and tomorrow, the following weeks, swaps and wishes. */
export function MyWeekPage() {
  usePageTitle('My week')
  const query = useOwnData()
  if (query.isPending) return <p role="status">Loading your week…</p>
  if (query.isError)
    return <FaultNotice what="Your week could not be read" error={query.error} again={() => void query.refetch()} />
  const { data, isOld } = query.data
  if (data.people.length === 0) return <NotKnown />
  return (
    <div className="rota-mine">
      <h1 className="nhsuk-heading-l">My week</h1>
      <AsOf read={query.data} again={() => void query.refetch()} />
      {data.people.map((own) => (
        <OneNetwork key={own.network} {...{ own, data, isOld }} />
      ))}
    </div>
  )
}

interface OneNetworkProps {
  readonly own: OwnData['people'][number]
  readonly data: OwnData
  /** True if offline data is shown, so nothing can be sent. */
  readonly isOld: boolean
}

function OneNetwork({ own, data, isOld }: OneNetworkProps) {
  const { network, weeks } = own
  const now = today()
  const published = data.published.filter((week) => week.network === network)
  const swaps = data.swaps.filter((swap) => swap.network === network)
  const wishes = data.wishes.find((one) => one.network === network)?.wishes ?? []
  return (
    <section aria-label={own.networkName}>
      {data.people.length > 1 && <h2 className="nhsuk-heading-m">{own.networkName}</h2>}
      <DayCard heading="Today" day={now} {...{ weeks, published }} />
      <DayCard heading="Tomorrow" day={addDays(now, 1)} {...{ weeks, published }} />
      <MySwaps {...{ own, published, swaps, isOld }} />
      {weeks.map((week) => (
        <OwnWeekCard key={week.from} week={week} />
      ))}
      <MyWishes {...{ network, wishes, isOld }} parts={published[0]?.parts ?? []} />
      {!isOld && <MyCalendar network={network} />}
    </section>
  )
}

/** Makes clear when the data is from, so that nobody mistakes old data for current. */
function AsOf({ read: { at, isOld }, again }: { readonly read: ReadOwnData; readonly again: () => void }) {
  return (
    <div role="status" className={isOld ? 'rota-notice' : undefined}>
      {isOld && (
        <p>
          <strong>No connection.</strong> Last loaded {atWords(at)}. Anything changed since then is not shown, and
          nothing can be sent.{' '}
          <button type="button" className="rota-link" onClick={again}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}

/** "at 8:40am", or "on Sunday 29 November, 8:40am" */
function atWords(moment: string): string {
  const words = momentWords(moment)
  return `${words.includes(',') ? 'on' : 'at'} ${words}`
}

function NotKnown() {
  return (
    <>
      <h1>My week</h1>
      <p>
        Your sessions will appear here once a manager of your network has linked your account to your name in the team
        and published a week. On a single machine without sign-in nobody has a week of their own: print each person’s
        week, or give them their calendar, from the board.
      </p>
      <p>
        <Link to="/">Back to your network</Link>
      </p>
    </>
  )
}
