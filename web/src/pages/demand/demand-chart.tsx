import { shortDay } from '../../parts/dates.ts'
import { percent } from '../../parts/week/figures.ts'
import { type Expected, expectedKey } from './forecast/forecast-words.ts'
import type { NeedWeek, WeekDemand } from './need-days.ts'

export interface DemandChartProps {
  readonly demand: WeekDemand
  readonly expected: Expected
}

/** A small chart per need, scaled to its own busiest day: arrivals next to contacts seen, and the forecast. */
export function DemandChart({ demand: { needs }, expected }: DemandChartProps) {
  return (
    <figure className="rota-needs">
      <figcaption>
        <span className="rota-needs__key" data-of="arrives" /> arrives{' '}
        <span className="rota-needs__key" data-of="seen" /> seen
        {expected.size > 0 && (
          <>
            {' '}
            <span className="rota-needs__key" data-of="forecast" /> forecast
          </>
        )}
        , contacts a day
      </figcaption>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <h3>
              {need.title} <span>{needWords(need)}</span>
            </h3>
            <NeedBars {...{ need, expected }} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

function needWords({ arrives, inTime }: NeedWeek): string {
  return [`${Math.round(arrives)} a week`, ...(inTime === null ? [] : [`${percent(inTime)} in time`])].join(', ')
}

function NeedBars({ need, expected }: { readonly need: NeedWeek; readonly expected: Expected }) {
  const forecastOn = (day: string) => expected.get(expectedKey(need.id, day))
  const most = Math.max(1, ...need.days.flatMap(({ day, arrives, seen }) => [arrives, seen ?? 0, forecastOn(day) ?? 0]))
  return (
    <ol>
      {need.days.map(({ day, arrives, seen }) => (
        <li key={day}>
          <span className="rota-needs__pair" aria-hidden="true">
            <span data-of="arrives" style={{ height: `${(arrives / most) * 100}%` }} />
            {seen !== null && <span data-of="seen" style={{ height: `${(seen / most) * 100}%` }} />}
            {forecastOn(day) !== undefined && (
              <span data-of="forecast" style={{ height: `${((forecastOn(day) ?? 0) / most) * 100}%` }} />
            )}
          </span>
          <span className="nhsuk-u-visually-hidden">
            {shortDay(day)}: {Math.round(arrives)} arrive{seen === null ? '' : `, ${Math.round(seen)} seen`}
            {forecastOn(day) !== undefined && `, ${Math.round(forecastOn(day) ?? 0)} forecast`}
          </span>
          <span aria-hidden="true">{shortDay(day).slice(0, 3)}</span>
        </li>
      ))}
    </ol>
  )
}
