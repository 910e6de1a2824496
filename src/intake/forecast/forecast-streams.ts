/** Forecasts contacts separately for each site and need, by day and part, with a backtest of each. */
import { grouped } from '../../grouped.ts'
import { addDays, type Day } from '../../time.ts'
import type { CountOfDay } from '../imports/import-answer.ts'
import { askedShape, morningShare, type ShapeContext } from '../network/arrival-shape.ts'
import { NEEDS } from '../network/needs.ts'
import { type BacktestRow, backtest, LEAST_DAYS } from './backtest.ts'
import { type DayCounts, dayCounts } from './day-counts.ts'
import { expected, fitForecast, type LevelChange } from './forecast.ts'

export interface ForecastDay {
  readonly date: Day
  readonly mean: number
  /** The 80th percentile. */
  readonly p80: number
  readonly parts: Readonly<Record<'am' | 'pm', { readonly mean: number; readonly p80: number }>>
}

export interface ForecastStream {
  readonly site: string | null
  /** Null for counts without a need, which are forecast as a total. */
  readonly need: string | null
  readonly counted: { readonly from: Day; readonly to: Day; readonly days: number }
  /** A lasting change of level, which the forecast follows. */
  readonly levelChange: LevelChange | null
  readonly days: readonly ForecastDay[]
  readonly backtest: readonly BacktestRow[]
  /** Why there is no forecast; null if there is one. */
  readonly remark: string | null
}

export interface ForecastRequest {
  readonly holidays: readonly { readonly date: Day }[]
  readonly profile: Parameters<typeof askedShape>[0]
  /** Number of weeks to forecast, and to hold back for the backtest. */
  readonly weeks: number
  readonly backtest: number
}

/** Ordered by site and need. */
export function forecastStreams(series: readonly CountOfDay[], request: ForecastRequest): readonly ForecastStream[] {
  const holidays = new Set(request.holidays.map(({ date }) => date))
  return grouped(series, ({ site, need }) => `${site ?? ''} ${need ?? ''}`).map((rows) => {
    const counts = dayCounts(
      rows.map(({ date, contacts }) => ({ date, contacts })),
      holidays,
    )
    return streamOf(rows[0], counts, request)
  })
}

function streamOf(first: CountOfDay | undefined, counts: DayCounts, request: ForecastRequest): ForecastStream {
  const days = counts.days
  const [from, to] = [days[0]?.date ?? '', days.at(-1)?.date ?? '']
  const { site = null, need = null } = first ?? {}
  const known = { site, need, counted: { from, to, days: days.length } }
  if (days.length < LEAST_DAYS) {
    const remark = `There are ${days.length} open days; a forecast needs ${LEAST_DAYS}.`
    return { ...known, levelChange: null, days: [], backtest: [], remark }
  }
  const fitted = fitForecast(counts)
  const spread = Math.exp(Math.max(0, fitted.p80))
  const shape = NEEDS.find((model) => model.need.id === need)?.shape ?? 'delivered'
  const context: ShapeContext = { asked: askedShape(request.profile), closed: new Set() }
  const ahead = Array.from({ length: 7 * request.weeks }, (_, n) => addDays(to, n + 1))
  return {
    ...known,
    levelChange: fitted.change,
    days: ahead
      .map((date) => ({ date, mean: expected(date, counts.kindOf(date), fitted) }))
      .filter(({ mean }) => mean > 0)
      .map(({ date, mean }) => {
        const morning = morningShare(date, shape, context)
        const part = (share: number) => ({ mean: round(mean * share), p80: round(mean * spread * share) })
        return {
          date,
          mean: round(mean),
          p80: round(mean * spread),
          parts: { am: part(morning), pm: part(1 - morning) },
        }
      }),
    backtest: request.backtest === 0 ? [] : backtest(counts, request.backtest),
    remark: null,
  }
}

function round(contacts: number): number {
  return Math.round(contacts * 100) / 100
}
