import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useMayLook } from '../../parts/access/use-caller.ts'
import { addDays, longDay, mondayOf, plainDay, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { NetworkHead } from '../../parts/network/network-head.tsx'
import { useRested } from '../../parts/use-rested.ts'
import { type KnownWeek, useKnownWeek } from '../../parts/week/week-queries.ts'
import { MixBody } from './mix-body.tsx'
import { changedView, type MixSearch, readMixSearch } from './mix-view.ts'

const route = getRouteApi('/networks/$ods/mix')

/** `/networks/{ods}/mix`: the effect of a different staffing mix on patients and cost. */
export function MixPage() {
  const { ods } = route.useParams()
  const search: MixSearch = readMixSearch(route.useSearch())
  const from = search.week ?? addDays(mondayOf(today()), 7)
  const mayLook = useMayLook(ods)
  const week = useKnownWeek(useMemo(() => ({ ods, from }), [ods, from]))
  return (
    <div className="rota-mix">
      <NetworkHead ods={ods} name={week.data?.document.network.name} title="Staffing mix" />
      {!mayLook && <p>Your role does not include this page.</p>}
      {mayLook && week.isPending && <p role="status">Loading the week…</p>}
      {mayLook && week.isError && (
        <FaultNotice what="The week could not be read" error={week.error} again={() => void week.refetch()} />
      )}
      {mayLook && week.data !== undefined && (
        <Mix key={`${ods} ${from}`} {...{ ods, from, search }} known={week.data} />
      )}
    </div>
  )
}

interface MixProps {
  readonly ods: string
  readonly from: string
  readonly search: MixSearch
  readonly known: KnownWeek
}

/** Updates the URL after a delay, because sliders move faster than browsers allow the URL to change. */
function Mix({ ods, from, search, known }: MixProps) {
  // With its week, so that a link shows the same next week.
  const [view, setView] = useState<MixSearch>({ ...search, week: from })
  const rested = useRested(view, 400)
  const navigate = useNavigate()
  useEffect(() => {
    const params = { ods }
    void navigate({ to: '/networks/$ods/mix', params, search: rested, replace: true, resetScroll: false })
  }, [navigate, ods, rested])
  const change = useCallback((changed: MixSearch) => setView((before) => changedView(before, changed)), [])
  // Deferred until the sliders are drawn: serialising links takes longer than drawing.
  const linked = useDeferredValue(view)
  const { document } = known
  return (
    <>
      <p className="rota-mix__week">
        Measured on the week from {longDay(from)}.{' '}
        {document.synthetic === true && <strong>These people are made up, from published totals. </strong>}
        <WeekLinks {...{ ods, from }} view={linked} />
      </p>
      <MixBody {...{ ods, known, view, change }} />
    </>
  )
}

interface WeekLinksProps {
  readonly ods: string
  readonly from: string
  readonly view: MixSearch
}

const WeekLinks = memo(function WeekLinks({ ods, from, view }: WeekLinksProps) {
  const to = (days: number) => readMixSearch({ ...view, week: addDays(from, days) })
  return (
    <>
      {[-7, 7].map((days) => (
        <Link key={days} to="/networks/$ods/mix" params={{ ods }} search={to(days)} className="rota-mix__step">
          {days < 0 ? '‹ ' : ''}
          {plainDay(addDays(from, days))}
          {days > 0 ? ' ›' : ''}
        </Link>
      ))}
      <Link to="/networks/$ods/mix/board" params={{ ods }} search={readMixSearch({ ...view, week: from })}>
        A page to print for a board
      </Link>
    </>
  )
})
