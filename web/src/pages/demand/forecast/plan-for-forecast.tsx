import { plainDay } from '../../../parts/dates.ts'
import { StoredLine } from '../../../parts/record/stored-line.tsx'
import { useRecordChanges } from '../../../parts/record/use-record-changes.ts'
import { type ForecastOfWeek, forecastEvents, withEvents } from './forecast-events.ts'

export interface PlanForForecastProps extends ForecastOfWeek {
  readonly ods: string
  /** True if the week's document is stored, so that the record no longer affects it. */
  readonly isBegun: boolean
}

/** Plans the week at its forecast, as long as nobody has started planning it. */
export function PlanForForecast({ ods, isBegun, ...week }: PlanForForecastProps) {
  const changes = useRecordChanges(ods)
  const events = forecastEvents(week)
  const plan = (added: NonNullable<typeof events>) =>
    changes.make({
      what: `The week from ${plainDay(week.from)} is planned for the forecast`,
      apply: (now) => ({
        ...now,
        demand: { ...now.demand, events: [...withEvents(now.demand?.events ?? [], added)] },
      }),
    })
  return (
    <>
      <StoredLine changes={changes} />
      {events !== null && isBegun && (
        <p>This week is being planned already, for the figures under “Planned for”. The forecast does not change it.</p>
      )}
      {events !== null && !isBegun && events.length === 0 && <p>This week is planned for the forecast.</p>}
      {events !== null && !isBegun && events.length > 0 && (
        <p>
          <button type="button" className="rota-button" onClick={() => plan(events)}>
            Plan this week for the forecast
          </button>
        </p>
      )}
    </>
  )
}
