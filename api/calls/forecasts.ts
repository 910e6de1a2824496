/** Forecasts demand from daily counts. */
import { z } from 'zod'
import { IN_QUERY, LOOK } from '../access/permissions.ts'
import { forecastQuery, forecastResponse } from '../contract/forecasts.ts'
import { whoOf } from '../protection.ts'
import { call } from './call.ts'
import { FILE_TYPES, recordOf } from './imports.ts'
import { networkIn } from './week-of.ts'

/** Timeout in seconds; years of a large practice's counts take a few. */
const SECONDS = 60

export const forecastDemand = call({
  method: 'post',
  path: '/v1/forecasts',
  name: 'forecastDemand',
  tag: 'Planning',
  summary: 'Forecast demand from counts by day',
  description:
    'The body is a file of counts by day, as `POST /v1/imports?as=demand` reads it. Each need is forecast on its own, with the error that such forecasts would have had in weeks held back, beside “as last week” and “as in the same week last year”. Nothing is kept.',
  permission: { by: LOOK, of: IN_QUERY },
  query: forecastQuery,
  body: { kind: 'file', schema: z.unknown(), example: 'Date,Type,Count', types: FILE_TYPES },
  answers: { 200: { does: 'The forecasts, or what was not understood.', schema: forecastResponse } },
  handle:
    (deps) =>
    async ({ body, query: { network, site, weeks = '4', backtest = '26' } }, response) => {
      const tenant = network === undefined ? null : networkIn({ ods: network }, response)
      const asked = {
        today: deps.today(),
        record: tenant === null ? null : await recordOf(tenant.network, deps),
        site: site ?? null,
        weeks: Number(weeks),
        backtest: Number(backtest),
      }
      const who = whoOf(response)
      const answer = await body.lend((file) =>
        deps.ask('forecastUpload', { ...asked, ...file }, { who, seconds: SECONDS }),
      )
      response.type('json').send(answer)
    },
})
