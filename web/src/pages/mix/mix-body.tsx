import { memo, useMemo, useState } from 'react'
import type { WeekDocument } from '../../api.ts'
import { FaultNotice } from '../../parts/fault-notice.tsx'
import { WaitingLine } from '../../parts/waiting-line.tsx'
import type { KnownWeek } from '../../parts/week/week-queries.ts'
import { BestPosts } from './best-posts.tsx'
import { CurveChart } from './curve-chart.tsx'
import { Headline, HeadlineReason } from './headline.tsx'
import { type Depth, useMixAnswer } from './mix-queries.ts'
import type { MixSearch } from './mix-view.ts'
import { lateIn } from './outcomes.ts'
import { Questions } from './questions.tsx'
import { endsOf, Results } from './results.tsx'
import { Scenarios } from './scenarios.tsx'
import { SessionValues } from './session-values.tsx'
import { SingleAbsences } from './single-absences.tsx'
import { Sliders } from './sliders.tsx'
import { NO_WHAT_IF, NOTHING, useMix } from './use-mix.ts'
import { WhatIfFields } from './what-if-fields.tsx'
import type { Scenario } from './what-ifs.ts'

export interface MixBodyProps {
  readonly ods: string
  readonly known: KnownWeek
  readonly view: MixSearch
  readonly change: (view: MixSearch) => void
}

const NOTHING_BESIDE: readonly Scenario[] = []

/** The sliders and their effects; below, the questions that the service answers. */
export const MixBody = memo(function MixBody({ ods, known, view, change }: MixBodyProps) {
  const { document } = known
  const { more = NOTHING, also = NO_WHAT_IF } = view
  const [depth, setDepth] = useState<Depth>('mix')
  const { shown, rested, isChecking, isChecked, mixes, rotas, nowSketch, thenSketch } = useMix(document, view, depth)
  const ends = useMemo(() => (shown === null ? null : endsOf(shown)), [shown])
  // The check of the sliders takes priority: the service answers a network's questions one at a time.
  const isFree = isChecked || mixes.isError || mixes.isStopped
  const again = () => void Promise.all([nowSketch.refetch(), thenSketch.refetch()])
  const failed = nowSketch.error ?? thenSketch.error
  if (document.people.length === 0) {
    return (
      <p>
        Here you will see what other staff would do for patients, and cost. Nobody works here yet: add people to the
        team first.
      </p>
    )
  }
  if (failed !== null) return <FaultNotice what="The week could not be summed up" error={failed} again={again} />
  if (shown === null) return <p role="status">Working out the week…</p>
  return (
    <>
      <Questions document={document} ask={change} />
      <div id="mix-results" />
      <Headline now={shown.now} after={shown.after} ends={ends} best={shown.best} isChecking={isChecking} />
      <HeadlineReason source={shown.after.source} />
      <div className="rota-mix__sides">
        <div>
          <Sliders sketch={shown.thenSketch} more={more} step={view.step ?? 1} change={change} />
          <WhatIfFields document={document} also={also} change={change} />
        </div>
        <div>
          <Results shown={shown} />
          <div className="rota-mix__tools">
            {depth === 'mix' && (
              <button type="button" className="rota-button" onClick={() => setDepth('rota')}>
                Check with a full rota
              </button>
            )}
          </div>
          <WaitingLine query={mixes} doing="Being checked by the service…" />
          {depth === 'rota' && <WaitingLine query={rotas} doing="Planning two complete rotas, half a minute each…" />}
        </div>
      </div>
      <NextSession document={document} curveOf={view.curve} change={change} isFree={isFree} />
      <BestPosts
        {...{ document, change, isFree }}
        spend={view.spend ?? 0}
        payer={view.payer}
        isNobodyLate={lateIn(shown.now) < 0.5}
      />
      <Scenarios {...{ ods, document, change }} beside={view.beside ?? NOTHING_BESIDE} current={rested} />
      <SingleAbsences ods={ods} known={known} />
    </>
  )
})

interface NextSessionProps extends Pick<MixBodyProps, 'change'> {
  readonly document: WeekDocument
  /** The role whose curve is shown. */
  readonly curveOf: string | undefined
  /** False while the sliders are being checked, which takes priority. */
  readonly isFree: boolean
}

const NextSession = memo(function NextSession({ document, curveOf, change, isFree }: NextSessionProps) {
  const values = useMixAnswer(document, {}, isFree)
  const curve = useMixAnswer(document, { curve: curveOf ?? '' }, isFree && curveOf !== undefined)
  return (
    <section aria-labelledby="mix-next">
      <h2 className="nhsuk-heading-m" id="mix-next">
        What the next session is worth
      </h2>
      <WaitingLine query={values} doing="Trying one more session of every role at every practice…" />
      {values.data !== undefined && (
        <SessionValues answer={values.data} curve={curveOf ?? null} draw={(role) => change({ curve: role })} />
      )}
      <WaitingLine query={curve} doing="Trying from ten sessions fewer to ten more…" />
      {curve.data?.curve !== undefined && curve.data.curveOf !== undefined && (
        <CurveChart points={curve.data.curve} of={curve.data.curveOf} />
      )}
    </section>
  )
})
