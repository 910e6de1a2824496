/** Forecasts the coming weeks from uploaded daily counts; stores nothing. */

import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import type { CountOfDay } from '../../src/intake/imports/import-answer.ts'
import { importContext } from '../../src/intake/imports/import-context.ts'
import { parseJson } from '../../src/intake/json/parse-json.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { OpenFile } from '../sent-file.ts'
import { bytesOf } from './importing.ts'

export interface Forecasting extends OpenFile {
  readonly today: string
  /** JSON of the network's record, stored or proposed; null if no network is given or the network is unknown. */
  readonly record: string | null
  /** Null for all practices together. */
  readonly site: string | null
  readonly weeks: number
  /** Number of weeks held out. */
  readonly backtest: number
}

/** Returns the forecast as JSON. */
export async function forecastUpload({ fd, size, ...asked }: Forecasting): Promise<string> {
  const { today, record, site, weeks, backtest } = asked
  // Loaded on demand, as for imports.
  const { importFile } = await import('../../src/intake/imports/import-file.ts')
  const { forecastStreams } = await import('../../src/intake/forecast/forecast-streams.ts')
  const known = record === null ? null : (parseJson(record) as NetworkRecord)
  const { problems, result } = importFile(bytesOf({ fd, size }), 'demand', importContext(known, { today }))
  if (problems.length > 0) return JSON.stringify({ forecasts: [], problems })
  const series = ofOneSite(result?.series ?? [], site)
  const { holidays, profile } = readAtlas()
  const streams = forecastStreams(series, { holidays, profile, weeks, backtest })
  const forecasts = streams.map(({ site: _, counted, ...stream }) => ({
    ...stream,
    counted: counted.days === 0 ? null : counted,
  }))
  return JSON.stringify({ forecasts, problems })
}

/** The series of one practice, or the sum of all. */
function ofOneSite(series: readonly CountOfDay[], site: string | null): readonly CountOfDay[] {
  const own = series.filter((count) => site === null || count.site === site)
  if (own.length > 0) return own.map((count) => ({ ...count, site: null }))
  const detail = `There are no counts by day ${site === null ? 'in this file' : 'of this practice in this file'}.`
  throw new BadInput([
    { pointer: '', detail, maybe: 'columns Date, Type and Count, or the daily file of a publication' },
  ])
}
