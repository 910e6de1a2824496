/** Forecasts: what they learn from series made to a pattern, and how they compare with naive ones on a real series. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { backtest } from '../../../../src/intake/forecast/backtest.ts'
import { type DayCount, dayCounts } from '../../../../src/intake/forecast/day-counts.ts'
import { expected, fitForecast } from '../../../../src/intake/forecast/forecast.ts'
import { forecastStreams } from '../../../../src/intake/forecast/forecast-streams.ts'
import { SEASON } from '../../../../src/intake/network/arrival-shape.ts'
import { addDays, weekdayOf } from '../../../../src/time.ts'
import { sharedFile } from '../../../shared-folder.ts'

const WEEKDAYS: Readonly<Record<string, number>> = { mon: 1.3, tue: 1, wed: 0.9, thu: 0.9, fri: 0.9 }

/** Working days from a Monday, to a pattern of weekdays and England's months; `level` by position. */
function made(days: number, level: (n: number) => number): DayCount[] {
  return Array.from({ length: days }, (_, n) => addDays('2025-01-06', n))
    .filter((date) => weekdayOf(date) in WEEKDAYS)
    .map((date, n) => ({
      date,
      contacts: level(n) * (WEEKDAYS[weekdayOf(date)] ?? 0) * (SEASON[Number(date.slice(5, 7)) - 1] ?? 1),
    }))
}

const total = (days: readonly { readonly mean: number }[]) => days.reduce((sum, { mean }) => sum + mean, 0)

describe('a series made to a pattern', () => {
  it('is forecast exactly, weekday by weekday', () => {
    const counts = dayCounts(
      made(200, () => 100),
      new Set(),
    )
    const fitted = fitForecast(counts)
    const week = ['2025-07-28', '2025-07-29', '2025-07-30', '2025-07-31'].map((date) =>
      expected(date, 'ordinary', fitted),
    )
    for (const [n, factor] of [1.3, 1, 0.9, 0.9].entries())
      expect(week[n]).toBeCloseTo(100 * factor * (SEASON[6] ?? 1), 0)
    expect(fitted.change).toBeNull()
  })

  it('that has fallen by a tenth for two weeks is followed, and the change told', () => {
    const fallen = made(196, (n) => (n >= 130 ? 90 : 100))
    const { change } = fitForecast(dayCounts(fallen, new Set()))
    expect(change?.factor).toBeCloseTo(0.9, 1)
    expect(change?.date).toBe(fallen[130]?.date)
  })

  it('gives nothing on a closed day, and learns what the day after one brings', () => {
    const holidays = new Set([
      '2025-02-03',
      '2025-03-03',
      '2025-04-07',
      '2025-05-05',
      '2025-06-02',
      '2025-07-07',
      '2025-07-28',
    ])
    const counts = dayCounts(
      made(200, () => 100)
        .filter(({ date }) => !holidays.has(date))
        .map(({ date, contacts }) => ({ date, contacts: holidays.has(addDays(date, -1)) ? contacts * 1.4 : contacts })),
      holidays,
    )
    const fitted = fitForecast(counts)
    expect(expected('2025-07-28', counts.kindOf('2025-07-28'), fitted)).toBe(0)
    expect(counts.kindOf('2025-07-29')).toBe('after')
    expect(fitted.factors.kind.after).toBeGreaterThan(0.15)
  })
})

it('streams are forecast on their own, split into halves of the day; short ones say so', () => {
  const rows = (need: string, counts: readonly DayCount[]) =>
    counts.map((count) => ({ ...count, site: 'A', need, type: need }))
  const series = [
    ...rows(
      'routine',
      made(120, () => 50),
    ),
    ...rows(
      'urgent',
      made(40, () => 20),
    ),
  ]
  const request = { holidays: [], profile: [], weeks: 2, backtest: 0 }
  const [routine, urgent] = forecastStreams(series, request)
  expect(routine?.days).toHaveLength(10)
  const day = routine?.days[0]
  expect((day?.parts.am.mean ?? 0) + (day?.parts.pm.mean ?? 0)).toBeCloseTo(day?.mean ?? 0, 1)
  expect(total(routine?.days ?? [])).toBeGreaterThan(400)
  expect(urgent?.remark).toBe('There are 30 open days; a forecast needs 60.')
})

describe('the real series of Wakefield, where it is present', () => {
  const path = sharedFile('data/open/gp-appointments-daily-wakefield.csv')
  const rows =
    path === null
      ? []
      : readFileSync(path, 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(','))

  it('is forecast better than by both naive forecasts at 1, 2 and 4 weeks ahead, over the last 52 weeks', () => {
    const counts = rows
      .filter(([, count]) => count !== '')
      .map(([date = '', count]) => ({ date, contacts: Number(count) }))
    const holidays = new Set(rows.filter(([, , holiday]) => holiday === '1').map(([date = '']) => date))
    const tested = backtest(dayCounts(counts, holidays), 52)
    expect(tested.map(({ weeksAhead }) => weeksAhead)).toEqual(path === null ? [] : [1, 2, 4])
    for (const { mape, lastWeek, lastYear, bias, coverage } of tested) {
      expect(mape).toBeLessThan(lastWeek)
      expect(mape).toBeLessThan(lastYear ?? 0)
      expect(Math.abs(bias)).toBeLessThan(0.05)
      expect(coverage).toBeGreaterThan(0.75)
      expect(coverage).toBeLessThan(0.88)
    }
  })
})
