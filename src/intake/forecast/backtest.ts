/** Backtests forecasts: each of the last weeks is forecast from the data known before it, and compared with two naive forecasts. */
import { addDays, type Day } from '../../time.ts'
import { type DayCounts, until, weekdayOn } from './day-counts.ts'
import { average, expected, fitForecast } from './forecast.ts'

export interface BacktestRow {
  readonly weeksAhead: number
  /** Open days that all three methods forecast. */
  readonly days: number
  /** Mean absolute percentage error, as a share. */
  readonly mape: number
  /** The same for "as last week" and "as in the same week last year". */
  readonly lastWeek: number
  readonly lastYear: number | null
  /** Mean error as a share of actual contacts; positive means too high. */
  readonly bias: number
  /** Share of days on which actual contacts didn't exceed the 80th percentile. */
  readonly coverage: number
}

/** Minimum number of days needed for a forecast. */
export const LEAST_DAYS = 60

/** Holds back `weeks` weeks, and forecasts each at these distances. */
export function backtest(
  counts: DayCounts,
  weeks: number,
  distances: readonly number[] = [1, 2, 4],
): readonly BacktestRow[] {
  const last = counts.days.at(-1)?.date
  if (last === undefined) return []
  const mondays = Array.from({ length: weeks }, (_, n) => addDays(mondayOf(last), -7 * n))
  return distances.flatMap((weeksAhead) => {
    const misses = mondays.flatMap((monday) => weekOf(monday, weeksAhead, counts))
    return misses.length === 0 ? [] : [rowOf(weeksAhead, misses)]
  })
}

interface Miss {
  readonly actual: number
  readonly mean: number
  readonly p80: number
  readonly lastWeek: number
  readonly lastYear: number | null
}

function weekOf(monday: Day, weeksAhead: number, counts: DayCounts): Miss[] {
  const origin = addDays(monday, 7 - 7 * weeksAhead - 1)
  const known = until(counts, origin)
  if (known.days.length < LEAST_DAYS) return []
  const fitted = fitForecast(known)
  return Array.from({ length: 5 }, (_, n) => addDays(monday, n)).flatMap((date) => {
    const actual = counts.byDate.get(date) ?? 0
    const kind = counts.kindOf(date)
    const lastWeek = naive(date, { step: 7, from: 7 * weeksAhead }, counts)
    const lastYear = naive(date, { step: 7, from: 364 }, counts)
    if (kind === 'closed' || actual === 0 || lastWeek === null) return []
    const mean = expected(date, kind, fitted)
    return [{ actual, mean, p80: mean * Math.exp(Math.max(0, fitted.p80)), lastWeek, lastYear }]
  })
}

/** The same weekday that long ago, or a week earlier if that day was closed. */
function naive(
  date: Day,
  { step, from }: { readonly step: number; readonly from: number },
  counts: DayCounts,
): number | null {
  for (let n = 0; n < 3; n += 1) {
    const found = counts.byDate.get(addDays(date, -from - step * n)) ?? 0
    if (found > 0) return found
  }
  return null
}

function rowOf(weeksAhead: number, misses: readonly Miss[]): BacktestRow {
  const yearly = misses.filter(({ lastYear }) => lastYear !== null)
  const used = yearly.length * 2 >= misses.length ? yearly : misses
  const error = (of: (miss: Miss) => number) =>
    round(average(used.map((miss) => Math.abs(of(miss) - miss.actual) / miss.actual)))
  return {
    weeksAhead,
    days: used.length,
    mape: error(({ mean }) => mean),
    lastWeek: error((miss) => miss.lastWeek),
    lastYear: used === yearly ? error(({ lastYear }) => lastYear ?? 0) : null,
    bias: round(average(used.map(({ mean, actual }) => (mean - actual) / actual))),
    coverage: round(average(used.map(({ p80, actual }) => (actual <= p80 ? 1 : 0)))),
  }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

function mondayOf(date: Day): Day {
  const days = Array.from({ length: 7 }, (_, n) => addDays(date, -n))
  return days.find((day) => weekdayOn(day) === 'mon') ?? date
}
