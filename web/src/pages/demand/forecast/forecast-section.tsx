import { useId } from 'react'
import { useMayEdit } from '../../../parts/access/use-caller.ts'
import { addDays, longDay } from '../../../parts/dates.ts'
import { importFault } from '../../../parts/import/use-import.ts'
import type { KnownWeek } from '../../../parts/week/week-queries.ts'
import type { WeekDemand } from '../need-days.ts'
import { errorWords, type Forecast, forecastOfWeek } from './forecast-words.ts'
import { PlanForForecast } from './plan-for-forecast.tsx'
import { NotUnderstood, type useForecast } from './use-forecast.ts'

export interface ForecastSectionProps {
  readonly ods: string
  readonly from: string
  /** The practice being viewed; null for all. */
  readonly site: string | null
  readonly week: Pick<KnownWeek, 'etag'>
  readonly demand: WeekDemand
  readonly forecast: ReturnType<typeof useForecast>
}

/** Forecast contacts next to planned ones, and the accuracy of past forecasts. */
export function ForecastSection({ ods, from, site, week: { etag }, demand, forecast }: ForecastSectionProps) {
  const { known, fault, isBusy } = forecast
  const mayEdit = useMayEdit(ods)
  return (
    <section>
      <h2 className="nhsuk-heading-m">Forecast</h2>
      {known === null ? (
        <p>
          From your own counts by day, of three months or more: a row for each date, with the type of appointment and
          how many. It says how wrong it would have been in weeks that have passed.
        </p>
      ) : (
        <>
          <ForecastTable {...{ from, demand }} forecasts={known.forecasts} />
          {mayEdit && (
            <PlanForForecast {...{ ods, from, site, demand }} forecasts={known.forecasts} isBegun={etag !== null} />
          )}
          <p className="rota-basis__when">
            From {known.fileName}, remembered in this browser only.{' '}
            <button type="button" className="rota-link" onClick={forecast.forget}>
              Remove it
            </button>
          </p>
        </>
      )}
      <CountsFile name={known === null ? 'Counts by day' : 'Different counts'} isBusy={isBusy} choose={forecast.make} />
      {isBusy && <p role="status">Reading the counts…</p>}
      {fault !== null && (
        <p className="rota-dialog__fault" role="alert">
          {fault instanceof NotUnderstood ? fault.message : importFault(fault)}
        </p>
      )}
    </section>
  )
}

interface CountsFileProps {
  readonly name: string
  readonly isBusy: boolean
  readonly choose: (file: File) => void
}

function CountsFile({ name, isBusy, choose }: CountsFileProps) {
  const id = useId()
  return (
    <p>
      <label className="nhsuk-label" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        type="file"
        className="nhsuk-file-upload"
        accept=".csv,.txt,.xlsx,.xls,.xlsm,.zip"
        disabled={isBusy}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file !== undefined) choose(file)
          // Allows the same file to be chosen again after it has been corrected.
          target.value = ''
        }}
      />
    </p>
  )
}

interface ForecastTableProps {
  readonly from: string
  readonly demand: WeekDemand
  readonly forecasts: readonly Forecast[]
}

function ForecastTable({ from, demand, forecasts }: ForecastTableProps) {
  const week = Array.from({ length: 7 }, (_, n) => addDays(from, n))
  const titles = new Map(demand.needs.map((need) => [need.id, need]))
  const end = forecasts
    .flatMap(({ days }) => days.at(-1)?.date ?? [])
    .sort()
    .at(-1)
  const start = forecasts.flatMap(({ days }) => days[0]?.date ?? []).sort()[0]
  return (
    <>
      {start !== undefined && end !== undefined && forecasts.every((one) => forecastOfWeek(one, week) === null) && (
        <p>
          It covers {longDay(start)} to {longDay(end)}: choose a week of these above.
        </p>
      )}
      <table className="rota-table">
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">Contacts in this week</caption>
        <thead>
          <tr>
            <th scope="col">Need</th>
            <th scope="col" className="rota-table__number">
              Planned for
            </th>
            <th scope="col" className="rota-table__number">
              Forecast
            </th>
            <th scope="col" className="rota-table__number">
              If every day is busy
            </th>
            <th scope="col">A week ahead, it was</th>
          </tr>
        </thead>
        <tbody>
          {forecasts.map((forecast) => (
            <ForecastRow
              key={forecast.need ?? ''}
              {...{ forecast, week }}
              name={forecast.need === null ? 'Other contacts' : (titles.get(forecast.need)?.title ?? forecast.need)}
              planned={forecast.need === null ? null : (titles.get(forecast.need)?.arrives ?? null)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface ForecastRowProps {
  readonly forecast: Forecast
  readonly week: readonly string[]
  readonly name: string
  /** Null if nothing is planned for it. */
  readonly planned: number | null
}

function ForecastRow({ forecast, week, name, planned }: ForecastRowProps) {
  const own = forecastOfWeek(forecast, week)
  const change = forecast.levelChange
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="rota-table__number" data-label="Planned for">
        {planned === null ? '–' : Math.round(planned)}
      </td>
      <td className="rota-table__number" data-label="Forecast">
        {own === null ? '–' : Math.round(own.mean)}
      </td>
      <td className="rota-table__number" data-label="If every day is busy">
        {own === null ? '–' : Math.round(own.p80)}
      </td>
      <td data-label="A week ahead, it was">
        {forecast.remark ?? errorWords(forecast)}
        {change !== null &&
          ` Since ${longDay(change.date)}, ${Math.round(Math.abs(1 - change.factor) * 100)}% ${change.factor < 1 ? 'fewer' : 'more'} come than before.`}
      </td>
    </tr>
  )
}
