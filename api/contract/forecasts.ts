/** Schemas of demand forecasts. */
import { z } from 'zod'
import { importResponse } from './imports.ts'
import { named } from './named.ts'
import { networkCode } from './network-code.ts'
import { day, sentence, word } from './strings.ts'

const upTo = (most: number, does: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number.')
    .refine((text) => Number(text) <= most, `must be ${most} or fewer.`)
    .exactOptional()
    .describe(does)

export const forecastQuery = z.strictObject({
  network: networkCode
    .exactOptional()
    .describe('The network’s ODS code: practices and types of appointment are matched to its record.'),
  site: z.string().max(64).exactOptional().describe('One practice alone; default: all of them together.'),
  weeks: upTo(26, 'Weeks to forecast after the last day counted; default: 4.'),
  backtest: upTo(104, 'Latest weeks that are held back and forecast, to see past errors; default: 26.'),
})

const share = z.number().describe('A share of what came: 0.05 is five per cent.')
const expectedCount = { mean: z.number(), p80: z.number().describe('What four days in five stay within.') }

const backtestRow = z.strictObject({
  weeksAhead: z.int(),
  days: z.int().describe('Open days held back.'),
  mape: share.describe('Mean absolute error as a share of what came.'),
  lastWeek: share.describe('The same of “as last week”.'),
  lastYear: share
    .nullable()
    .describe('The same of “as in the same week last year”; null with less than a year of counts.'),
  bias: share.describe('Mean error: above zero, too much was expected.'),
  coverage: z.number().describe('Share of days on which no more came than the 80th percentile.'),
})

const forecast = z.strictObject({
  need: word.nullable().describe('Null for counts that are no need.'),
  counted: z.strictObject({ from: day, to: day, days: z.int() }).nullable(),
  levelChange: z
    .strictObject({ date: day, factor: z.number().describe('Of the level before: 0.91 is nine per cent less.') })
    .nullable()
    .describe('A lasting change that the forecast follows.'),
  days: z.array(
    z.strictObject({
      date: day,
      ...expectedCount,
      parts: z.strictObject({ am: z.strictObject(expectedCount), pm: z.strictObject(expectedCount) }),
    }),
  ),
  backtest: z.array(backtestRow),
  remark: sentence.nullable().describe('Why there is no forecast, if there is none.'),
})

export const forecastResponse = z.strictObject({
  forecasts: z.array(forecast).describe('One for each need, and one for counts that are no need.'),
  problems: importResponse.shape.problems.describe('Every cell that was not understood; then there are no forecasts.'),
})
named('Forecasts', forecastResponse)
