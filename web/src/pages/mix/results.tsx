import { memo, useCallback, useMemo, useState } from 'react'
import type { MixSketch } from '../../api.ts'
import { Chart } from '../../parts/chart/chart.tsx'
import { percent } from '../../parts/week/figures.ts'
import { costsOf } from './costs.ts'
import type { Band } from './estimates.ts'
import {
  dayPicture,
  dayRows,
  dayTable,
  type Measure,
  needPicture,
  needRows,
  needTable,
  payPicture,
  payRows,
  payTable,
} from './mix-charts.ts'
import { type Outcome, outcomeOf } from './outcomes.ts'
import type { Scenario } from './what-ifs.ts'

/** Before and after, as far as known. */
export interface Shown {
  readonly nowSketch: MixSketch
  readonly thenSketch: MixSketch
  readonly nowBand: Band
  readonly thenBand: Band
  /** The checked outcome if there is one, otherwise an estimate. */
  readonly now: Outcome
  readonly after: Outcome
  /** What the mix allows, if the outcome is that of full rotas. */
  readonly best: { readonly now: Outcome; readonly after: Outcome } | null
  readonly more: Scenario['more']
}

interface Ends {
  readonly low: Outcome
  readonly high: Outcome
}

/** The range is one of mixes: null under the figures of a full rota. */
export function endsOf({ thenBand, thenSketch, after }: Shown): Ends | null {
  const { low, high } = thenBand
  return low === null || high === null || after.source === 'rota'
    ? null
    : { low: outcomeOf(low, thenSketch), high: outcomeOf(high, thenSketch) }
}

/** Effects of the sliders: each need, urgent need by weekday, and who pays. */
export const Results = memo(function Results({ shown }: ShownProps) {
  return (
    <section aria-label="What that comes to" className="rota-mix__results">
      <NeedChart shown={shown} />
      <DayChart shown={shown} />
      <PayChart shown={shown} />
    </section>
  )
})

export interface ShownProps {
  readonly shown: Shown
  readonly isPrinted?: boolean
}

/** If nearly everything is met in time, the share of all arrivals seen is more informative. */
function usualMeasure({ now, after }: Shown): Measure {
  return [now, after].every(({ urgent, routine }) => urgent > 0.985 && routine > 0.985) ? 'seen' : 'in-time'
}

export function NeedChart({ shown, isPrinted = false }: ShownProps) {
  const [chosen, setChosen] = useState<Measure | null>(null)
  const measure = chosen ?? usualMeasure(shown)
  const rows = useMemo(() => {
    const { nowBand, thenBand, nowSketch, thenSketch } = shown
    return needRows(measure, shown, { now: nowBand, after: thenBand, nowSketch, thenSketch })
  }, [shown, measure])
  const options = useCallback((width: number) => needPicture(rows, width), [rows])
  return (
    <>
      {!isPrinted && (
        <div className="rota-tabs rota-mix__measures">
          {(['in-time', 'seen'] as const).map((one) => (
            <button key={one} type="button" aria-current={one === measure} onClick={() => setChosen(one)}>
              {one === 'in-time' ? 'Met in time' : 'Seen this week'}
            </button>
          ))}
        </div>
      )}
      <Chart
        title={
          measure === 'in-time'
            ? 'Need met in time, of what falls due'
            : 'Seen this week, out of everyone asking or waiting'
        }
        says={
          <>
            <span className="rota-mix__key" data-of="now" /> now <span className="rota-mix__key" data-of="then" /> then{' '}
            <span className="rota-mix__key" data-of="band" /> low to high evidence
            {measure === 'seen' && '. An estimate: needs that are not due yet compete for the time that is left.'}
          </>
        }
        options={options}
        table={needTable(rows)}
        isPrinted={isPrinted}
      />
    </>
  )
}

export function DayChart({ shown, isPrinted = false }: ShownProps) {
  const [before, after] = [shown.nowBand.middle, shown.thenBand.middle]
  const rows = useMemo(() => dayRows(before, after), [before, after])
  const options = useCallback(() => dayPicture(rows), [rows])
  const worst = [...rows].sort((a, b) => a.after / Math.max(1, a.due) - b.after / Math.max(1, b.due))[0]
  return (
    <Chart
      title="Urgent need by weekday (estimate)"
      says={
        worst === undefined
          ? 'There is none.'
          : worst.after >= worst.due - 0.5
            ? 'All of it is met on the day, every day.'
            : `${worst.day} is the tightest day: ${percent(worst.after / worst.due)} met on the day.`
      }
      options={options}
      table={dayTable(rows)}
      isPrinted={isPrinted}
    />
  )
}

function PayChart({ shown: { nowSketch, thenSketch, more } }: ShownProps) {
  const rows = useMemo(() => payRows(costsOf(nowSketch, {}), costsOf(thenSketch, more)), [nowSketch, thenSketch, more])
  const options = useCallback((width: number) => payPicture(rows, width), [rows])
  return <Chart title="Pay by who pays" says={<PayKey />} options={options} table={payTable(rows)} />
}

function PayKey() {
  return (
    <>
      <span className="rota-mix__key" data-of="pay-now" /> now <span className="rota-mix__key" data-of="then" /> then,
      by sessions worked. ARRS claims are another sum: the note under the sliders says why.
    </>
  )
}
