/** Events that a record needs for a week to be planned at its forecast. */
import type { NetworkRecord } from '../../../api.ts'
import { addDays } from '../../../parts/dates.ts'
import type { WeekDemand } from '../need-days.ts'
import type { Forecast } from './forecast-words.ts'

type DemandEvent = NonNullable<NonNullable<NetworkRecord['demand']>['events']>[number]

export interface ForecastOfWeek {
  /** A Monday. */
  readonly from: string
  /** Null for all practices. */
  readonly site: string | null
  readonly demand: Pick<WeekDemand, 'needs'>
  readonly forecasts: readonly Pick<Forecast, 'need' | 'days'>[]
}

/** Smaller differences are ignored. */
const SAME = 0.01

/**
 * The ratio of forecast to planned arrivals for each need, as events; empty if they agree. Null if the forecast doesn't cover every day
 * on which a need arises, or covers none of the week's needs.
 */
export function forecastEvents({ from, site, demand, forecasts }: ForecastOfWeek): readonly DemandEvent[] | null {
  const factors = forecasts.flatMap(({ need: id, days }) => {
    const need = demand.needs.find((one) => one.id === id)
    if (need === undefined || need.arrives <= 0) return []
    const means = new Map(days.map(({ date, mean }) => [date, mean]))
    const open = need.days.filter(({ arrives }) => arrives > 0)
    const expected = open.reduce((sum, { day }) => sum + (means.get(day) ?? Number.NaN), 0)
    return [{ need: need.id, factor: expected / need.arrives }]
  })
  if (factors.length === 0 || factors.some(({ factor }) => Number.isNaN(factor))) return null
  const when = { from, to: addDays(from, 6), ...(site === null ? {} : { site }) }
  return factors
    .filter(({ factor }) => Math.abs(factor - 1) >= SAME)
    .map(({ need, factor }) => ({ ...when, need, factor: Math.round(factor * 1000) / 1000 }))
}

/** Overlapping events multiply, so an event for the same week, need and practice is combined with the new one. */
export function withEvents(before: readonly DemandEvent[], added: readonly DemandEvent[]): readonly DemandEvent[] {
  const keyOf = ({ factor: _, ...rest }: DemandEvent) => JSON.stringify(Object.entries(rest).sort())
  const known = new Map(before.map((event) => [keyOf(event), event]))
  for (const event of added) {
    const factor = Math.round((known.get(keyOf(event))?.factor ?? 1) * event.factor * 1000) / 1000
    known.set(keyOf(event), { ...event, factor })
  }
  return [...known.values()]
}
