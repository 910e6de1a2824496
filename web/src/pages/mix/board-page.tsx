import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMayLook } from '../../parts/access/use-caller.ts'
import { addDays, longDay, mondayOf, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { percent, pounds, whole } from '../../parts/week/figures.ts'
import { type KnownWeek, useKnownWeek } from '../../parts/week/week-queries.ts'
import { costsOf } from './costs.ts'
import { type MixSearch, readMixSearch } from './mix-view.ts'
import { SOURCE_WORDS } from './outcomes.ts'
import { DayChart, endsOf, NeedChart, type Shown } from './results.tsx'
import { scenarioWords } from './scenarios.tsx'
import { useMix } from './use-mix.ts'

const route = getRouteApi('/networks/$ods/mix/board')

/** `/networks/{ods}/mix/board`: one page for a board, with three figures, two charts and the assumptions. */
export function BoardPage() {
  const { ods } = route.useParams()
  const view = readMixSearch(route.useSearch())
  const from = view.week ?? addDays(mondayOf(today()), 7)
  const mayLook = useMayLook(ods)
  const week = useKnownWeek(useMemo(() => ({ ods, from }), [ods, from]))
  usePageTitle('Staffing mix for a board')
  if (!mayLook) return <p>Your role does not include this page.</p>
  if (week.isPending) return <p role="status">Loading the week…</p>
  if (week.isError)
    return <FaultNotice what="The week could not be read" error={week.error} again={() => void week.refetch()} />
  return <Board {...{ ods, from, view }} known={week.data} />
}

interface BoardProps {
  readonly ods: string
  readonly from: string
  readonly view: MixSearch
  readonly known: KnownWeek
}

function Board({ ods, from, view, known: { document } }: BoardProps) {
  const { shown, current, isChecking, mixes } = useMix(document, view, 'mix')
  if (shown === null) return <p role="status">Working out the week…</p>
  return (
    <article className="rota-sheet">
      <p className="rota-sheet__tools">
        <Link to="/networks/$ods/mix" params={{ ods }} search={view}>
          Back to the sliders
        </Link>{' '}
        <button
          type="button"
          className="rota-button"
          disabled={isChecking && !mixes.isError}
          onClick={() => window.print()}
        >
          {isChecking && !mixes.isError ? 'Checking…' : 'Print'}
        </button>
      </p>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-m">{document.network.name}</span> Staffing mix:{' '}
        {scenarioWords(current, document)}
      </h1>
      <ThreeFigures shown={shown} />
      <div className="rota-sheet__pictures">
        <div>
          <NeedChart shown={shown} isPrinted />
        </div>
        <div>
          <DayChart shown={shown} isPrinted />
        </div>
      </div>
      <Assumptions {...{ from, shown }} isSynthetic={document.synthetic === true} />
    </article>
  )
}

function ThreeFigures({ shown }: { readonly shown: Shown }) {
  const { now, after, nowSketch, thenSketch, more } = shown
  const change = costsOf(thenSketch, more).net - costsOf(nowSketch, {}).net
  return (
    <dl className="rota-sheet__figures">
      <div>
        <dt>Urgent need met on the day</dt>
        <dd>
          {percent(now.urgent)} → {percent(after.urgent)}
        </dd>
      </div>
      <div>
        <dt>Contacts left for later weeks</dt>
        <dd>
          {whole(now.waiting)} → {whole(after.waiting)}
        </dd>
      </div>
      <div>
        <dt>Cost a week, after reimbursement</dt>
        <dd>
          {change < 0 ? '−' : '+'}
          {pounds(Math.abs(change))}
        </dd>
      </div>
    </dl>
  )
}

function Assumptions({
  from,
  shown,
  isSynthetic,
}: {
  readonly from: string
  readonly shown: Shown
  readonly isSynthetic: boolean
}) {
  const ends = endsOf(shown)
  return (
    <section className="rota-sheet__assumed" aria-labelledby="sheet-assumed">
      <h2 className="nhsuk-heading-s" id="sheet-assumed">
        What this rests on
      </h2>
      <ul>
        {isSynthetic && <li>The people are made up, from published totals: no such person exists.</li>}
        <li>The week from {longDay(from)}, with its leave and its demand. Other weeks differ.</li>
        <li>
          {SOURCE_WORDS[shown.after.source]}:{' '}
          {shown.after.source === 'estimate' ? 'all practices taken as one' : 'a staffing mix, practice by practice'}. A
          rota can’t do better; it may do worse. Urgent need by weekday is an estimate.
        </li>
        <li>
          That other roles replace minutes of a GP is an assumption. With 1.3 times their minutes and twice the returns
          and supervision
          {ends === null ? '' : `, ${whole(ends.low.waiting)} contacts are left`}; with 0.9 times, 0.3 times and half
          {ends === null ? '' : `, ${whole(ends.high.waiting)}`}. Sources: docs/mix.md.
        </li>
        <li>Sessions cost what the network pays for them; ARRS pays for its roles up to its allowance.</li>
      </ul>
    </section>
  )
}
