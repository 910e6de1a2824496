import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMayLook } from '../../parts/access/use-caller.ts'
import { addDays, longDay, mondayOf, today } from '../../parts/dates.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { usePageTitle } from '../../parts/page-title.ts'
import { percent, pounds, whole } from '../../parts/week/figures.ts'
import { type KnownWeek, useKnownWeek } from '../../parts/week/week-queries.ts'
import { costsOf } from './costs.ts'
import { useComparison } from './mix-queries.ts'
import { type MixSearch, readMixSearch } from './mix-view.ts'
import { NowThen } from './now-then.tsx'
import { SOURCE_WORDS } from './outcomes.ts'
import { DayChart, endsOf, NeedChart, type Shown } from './results.tsx'
import { scenarioAnswer } from './scenario-answer.ts'
import { scenarioWords } from './scenarios.tsx'
import { signed } from './sliders.tsx'
import { useMix } from './use-mix.ts'
import { isAsItIs, type Scenario } from './what-ifs.ts'

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
  const beside = view.beside ?? []
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
        {titleWords(current, beside, document)}
      </h1>
      {shown.after.source === 'estimate' && <p>These figures are an estimate that has not been checked yet.</p>}
      <ThreeFigures shown={shown} />
      <div className="rota-sheet__pictures">
        <div>
          <NeedChart shown={shown} isPrinted />
        </div>
        <div>
          <DayChart shown={shown} isPrinted />
          {beside.length > 0 && <BesideAnswer document={document} beside={beside} isFree={!isChecking} />}
        </div>
      </div>
      <Assumptions {...{ from, shown }} isSynthetic={document.synthetic === true} />
    </article>
  )
}

/** The sliders' change, if any, and the names of the scenarios beside it. */
function titleWords(current: Scenario, beside: readonly Scenario[], document: KnownWeek['document']): string {
  const names = beside.map(({ name }) => name)
  return isAsItIs(current) && names.length > 0
    ? names.join(', ')
    : [scenarioWords(current, document), ...names].join(', ')
}

interface BesideAnswerProps {
  readonly document: KnownWeek['document']
  readonly beside: readonly Scenario[]
  readonly isFree: boolean
}

/** What each scenario beside the sliders changes, in a sentence. */
function BesideAnswer({ document, beside, isFree }: BesideAnswerProps) {
  const comparison = useComparison({ document, scenarios: beside, depth: 'mix', isWanted: isFree })
  return (
    <section aria-labelledby="sheet-beside" className="rota-sheet__beside">
      <h2 className="nhsuk-heading-s" id="sheet-beside">
        Against the week as it is
      </h2>
      {comparison.data === undefined ? (
        <p role="status">{comparison.isError ? 'The scenarios could not be compared.' : 'Not compared yet.'}</p>
      ) : (
        <ul>
          {scenarioAnswer(comparison.data, document.week.weeks ?? 1).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
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
          <NowThen of={[percent(now.urgent), percent(after.urgent)]} />
        </dd>
      </div>
      <div>
        <dt>Contacts left for later weeks</dt>
        <dd>
          <NowThen of={[whole(now.waiting), whole(after.waiting)]} />
        </dd>
      </div>
      <div>
        <dt>Cost {nowSketch.weeks === 1 ? 'a week' : `in ${nowSketch.weeks} weeks`}, after reimbursement</dt>
        <dd>{Math.abs(change) < 0.5 ? pounds(costsOf(nowSketch, {}).net) : signed(change)}</dd>
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
          real rota can’t do better, and usually leaves more waiting. Urgent need by weekday is an estimate.
        </li>
        <li>
          That other roles replace minutes of a GP is an assumption. With 1.3 times their minutes and twice the returns
          and supervision
          {ends === null ? '' : `, ${whole(ends.low.waiting)} contacts are left`}; with 0.9 times, 0.3 times and half
          {ends === null ? '' : `, ${whole(ends.high.waiting)}`}. Sources: a Cochrane review of nurses’ consultations
          (2018), published figures on physiotherapists’ and physician associates’ patients who come back; for
          supervision, our own assumption.
        </li>
        <li>Sessions cost what the network pays for them; ARRS pays for its roles up to its allowance.</li>
      </ul>
    </section>
  )
}
