import { shortDay } from '../../parts/dates.ts'
import { percent } from '../../parts/week/figures.ts'
import type { NeedWeek, WeekDemand } from './need-days.ts'

/** A small picture for each need, all drawn to its own busiest day: what arrives beside what is seen. */
export function DemandChart({ demand: { needs } }: { readonly demand: WeekDemand }) {
  return (
    <figure className="rota-needs">
      <figcaption>
        <span className="rota-needs__key" data-of="arrives" /> arrives{' '}
        <span className="rota-needs__key" data-of="seen" /> seen, contacts a day
      </figcaption>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <h3>
              {need.title} <span>{needWords(need)}</span>
            </h3>
            <NeedBars need={need} />
          </li>
        ))}
      </ul>
    </figure>
  )
}

function needWords({ arrives, inTime }: NeedWeek): string {
  return [`${Math.round(arrives)} a week`, ...(inTime === null ? [] : [`${percent(inTime)} in time`])].join(', ')
}

function NeedBars({ need }: { readonly need: NeedWeek }) {
  const most = Math.max(1, ...need.days.flatMap(({ arrives, seen }) => [arrives, seen ?? 0]))
  return (
    <ol>
      {need.days.map(({ day, arrives, seen }) => (
        <li key={day}>
          <span className="rota-needs__pair" aria-hidden="true">
            <span data-of="arrives" style={{ height: `${(arrives / most) * 100}%` }} />
            {seen !== null && <span data-of="seen" style={{ height: `${(seen / most) * 100}%` }} />}
          </span>
          <span className="nhsuk-u-visually-hidden">
            {shortDay(day)}: {Math.round(arrives)} arrive{seen === null ? '' : `, ${Math.round(seen)} seen`}
          </span>
          <span aria-hidden="true">{shortDay(day).slice(0, 3)}</span>
        </li>
      ))}
    </ol>
  )
}
