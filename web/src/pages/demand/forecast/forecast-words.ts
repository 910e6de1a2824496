/** Describes a forecast's accuracy to readers without statistics. */
import type { components } from '../../../../../client/openapi.ts'

export type Forecast = components['schemas']['Forecasts']['forecasts'][number]
type PastError = Forecast['backtest'][number]

/** Smaller biases aren't worth mentioning. */
const NO_BIAS = 0.01

/** "A week ahead, forecasts were 6% off on average, neither too high nor too low overall; “as last week” was 9% off." */
export function errorWords({ backtest }: Pick<Forecast, 'backtest'>): string {
  const [nearest] = [...backtest].sort((a, b) => a.weeksAhead - b.weeksAhead)
  if (nearest === undefined) return 'Not known: there are too few weeks to hold some back.'
  return `${percent(nearest.mape)} off on an average day, ${biasWords(nearest.bias)}. ${naiveWords(nearest)}`
}

function biasWords(bias: number): string {
  if (Math.abs(bias) < NO_BIAS) return 'neither too high nor too low overall'
  return `${percent(Math.abs(bias))} too ${bias > 0 ? 'high' : 'low'} overall`
}

/** Comparison with naive forecasts. */
function naiveWords({ mape, lastWeek, lastYear }: PastError): string {
  const others = [
    { name: '“as last week”', error: lastWeek },
    ...(lastYear === null ? [] : [{ name: '“as this week last year”', error: lastYear }]),
  ].sort((a, b) => a.error - b.error)
  const [best] = others
  if (best === undefined) return ''
  return best.error < mape
    ? `Assuming ${best.name} would have been closer: ${percent(best.error)} off.`
    : `Assuming ${best.name} would have been ${percent(best.error)} off.`
}

export interface ForecastWeek {
  readonly mean: number
  readonly p80: number
  readonly days: number
}

/** For the seven days from a Monday; null if none is forecast. */
export function forecastOfWeek({ days }: Pick<Forecast, 'days'>, week: readonly string[]): ForecastWeek | null {
  const own = days.filter(({ date }) => week.includes(date))
  if (own.length === 0) return null
  const sum = (of: 'mean' | 'p80') => own.reduce((all, one) => all + one[of], 0)
  return { mean: sum('mean'), p80: sum('p80'), days: own.length }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`
}

/** Forecast contacts by need and day: see `expectedKey`. */
export type Expected = ReadonlyMap<string, number>

export function expectedKey(need: string, day: string): string {
  return `${need} ${day}`
}

export function forecastedOf(forecasts: readonly Forecast[]): Expected {
  return new Map(
    forecasts.flatMap(({ need, days }) =>
      need === null ? [] : days.map(({ date, mean }) => [expectedKey(need, date), mean] as const),
    ),
  )
}
