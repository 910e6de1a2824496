import { expect, test } from 'vitest'
import { forecastEvents, withEvents } from '../../web/src/pages/demand/forecast/forecast-events.ts'
import { errorWords, forecastOfWeek } from '../../web/src/pages/demand/forecast/forecast-words.ts'

const row = { weeksAhead: 1, days: 130, mape: 0.062, lastWeek: 0.094, lastYear: null, bias: 0.004, coverage: 0.8 }

test('a forecast says how far off it was, which way, and what anybody would have done without it', () => {
  expect(errorWords({ backtest: [row] })).toBe(
    '6.2% off on an average day, neither too high nor too low overall. Assuming “as last week” would have been 9.4% off.',
  )
})

test('a forecast that is too high says so', () => {
  expect(errorWords({ backtest: [{ ...row, bias: 0.031 }] })).toContain('3.1% too high overall')
  expect(errorWords({ backtest: [{ ...row, bias: -0.12 }] })).toContain('12% too low overall')
})

test('a forecast that the same week of last year beats says to believe that', () => {
  expect(errorWords({ backtest: [{ ...row, lastYear: 0.05 }] })).toContain(
    'Assuming “as this week last year” would have been closer: 5.0% off.',
  )
})

test('of several distances the nearest is told', () => {
  expect(errorWords({ backtest: [{ ...row, weeksAhead: 4, mape: 0.2 }, row] })).toContain('6.2% off')
})

test('a week counts the days that are forecast in it, and none before or after', () => {
  const parts = { am: { mean: 1, p80: 1 }, pm: { mean: 1, p80: 1 } }
  const day = (date: string, mean: number) => ({ date, mean, p80: mean + 1, parts })
  const days = [day('2026-12-06', 50), day('2026-12-07', 10), day('2026-12-08', 20), day('2026-12-14', 50)]
  expect(forecastOfWeek({ days }, ['2026-12-07', '2026-12-08', '2026-12-09'])).toEqual({ mean: 30, p80: 32, days: 2 })
  expect(forecastOfWeek({ days }, ['2026-11-30'])).toBeNull()
})

const FROM = '2026-12-07'
const parts = { am: { mean: 1, p80: 1 }, pm: { mean: 1, p80: 1 } }
const forecast = (need: string, means: readonly number[]) => ({
  need,
  days: means.map((mean, n) => ({ date: `2026-12-0${7 + n}`, mean, p80: mean, parts })),
})
const planned = (id: string, arrives: readonly number[]) => ({
  ...{ id, title: id, isSameDay: false, seen: null, inTime: null },
  days: arrives.map((one, n) => ({ day: `2026-12-0${7 + n}`, arrives: one, seen: null })),
  arrives: arrives.reduce((sum, one) => sum + one, 0),
})
const weekOf = (forecasts: readonly ReturnType<typeof forecast>[], needs: readonly ReturnType<typeof planned>[]) =>
  forecastEvents({ from: FROM, site: 'fern', forecasts, demand: { needs } })

test('a week is planned for a forecast by how many times as much of each need comes, where that differs', () => {
  const needs = [planned('urgent', [20, 20, 0]), planned('routine', [10, 10])]
  expect(weekOf([forecast('urgent', [30, 20, 9]), forecast('routine', [10, 10])], needs)).toEqual([
    { from: FROM, to: '2026-12-13', site: 'fern', need: 'urgent', factor: 1.25 },
  ])
})

test('a forecast that ends within the week, or knows none of its needs, plans nothing', () => {
  expect(weekOf([forecast('urgent', [30])], [planned('urgent', [20, 20])])).toBeNull()
  expect(weekOf([forecast('social', [30])], [planned('urgent', [20])])).toBeNull()
})

test('planned for a second forecast, a week has one event of each need', () => {
  const event = { from: FROM, to: '2026-12-13', need: 'urgent', factor: 1.25 }
  const flu = { from: FROM, to: '2026-12-08', factor: 2 }
  expect(withEvents([flu, event], [{ ...event, factor: 0.8 }])).toEqual([flu, { ...event, factor: 1 }])
})
