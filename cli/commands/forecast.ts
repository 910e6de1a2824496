import { ruleBook } from '../../solver/rules/index.ts'
import { BadInput } from '../../src/errors.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { FILE_LIMITS } from '../../src/intake/cells/file-limits.ts'
import type { BacktestRow } from '../../src/intake/forecast/backtest.ts'
import { type ForecastStream, forecastStreams } from '../../src/intake/forecast/forecast-streams.ts'
import { importContext } from '../../src/intake/imports/import-context.ts'
import { importFile } from '../../src/intake/imports/import-file.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { longDay } from '../../src/time.ts'
import { flag, numberOption, textOption } from '../call.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { fromFile, jsonText, readBytes, readJson, writeFileOf } from '../files.ts'
import { importWords } from '../import-words.ts'

/** `rota forecast FILES …`: forecasts demand from daily counts. */
export const forecast: Command = {
  name: 'forecast',
  does: 'Forecasts demand by site, need, day and part from counts by day, published or your own, and says how wrong it would have been.',
  arguments: [
    { name: 'FILE', help: 'counts by day: a spreadsheet, separated text, or a daily publication', several: true },
  ],
  options: [
    { name: 'weeks', kind: 'whole', value: 'N', most: 26, help: 'weeks to forecast (default: 4)' },
    {
      name: 'backtest',
      kind: 'whole',
      value: 'N',
      most: 104,
      help: 'latest weeks to hold back and forecast, to see past errors (default: 26)',
    },
    {
      name: 'record',
      kind: 'text',
      value: 'RECORD',
      help: "the network's record, whose sites and needs the counts are matched to",
    },
    { name: 'json', kind: 'flag', help: 'print everything as JSON' },
    { name: 'output', short: 'o', kind: 'text', value: 'FILE', help: 'write everything as JSON to a file' },
  ],

  async run(call, world) {
    const recordFile = textOption(call, 'record')
    const given = recordFile === undefined ? null : await readJson(recordFile, world)
    const record = recordFile === undefined ? null : await fromFile(recordFile, () => checkRecord(given, ruleBook()))
    const context = importContext(record, { today: world.today() })
    const series = []
    for (const file of call.arguments) {
      const bytes = await readBytes(file, FILE_LIMITS.textBytes)
      const answer = await fromFile(file, () => importFile(bytes, 'demand', context))
      if (answer.problems.length > 0) {
        for (const line of importWords(file, answer).trimEnd().split('\n')) world.say(line)
        return EXIT.badInput
      }
      if ((answer.result?.series ?? []).length === 0)
        throw new BadInput([
          {
            pointer: file,
            detail: 'There are no counts by day in this file.',
            maybe: 'columns Date and Count, or the daily file of a publication',
          },
        ])
      series.push(...(answer.result?.series ?? []))
    }
    const { holidays, profile } = readAtlas()
    const request = {
      holidays,
      profile,
      weeks: numberOption(call, 'weeks') ?? 4,
      backtest: numberOption(call, 'backtest') ?? 26,
    }
    const streams = forecastStreams(series, request)
    const output = textOption(call, 'output')
    if (output !== undefined) await writeFileOf(output, jsonText({ streams }))
    world.write(flag(call, 'json') ? jsonText({ streams }) : streams.map(streamWords).join('\n'))
    return EXIT.answered
  },
}

function streamWords({ site, need, counted, levelChange, days, backtest, remark }: ForecastStream): string {
  const name = [need ?? 'all contacts', site].filter((text) => text !== null).join(', ')
  return [
    `${name}: counted on ${counted.days} days, ${counted.from} to ${counted.to}.`,
    ...(remark === null ? [] : [remark]),
    ...(levelChange === null
      ? []
      : [`The level has changed since ${levelChange.date}: ${percent(levelChange.factor)} of what it was.`]),
    ...days.map(
      ({ date, mean, p80 }) =>
        `  ${longDay(date).padEnd(28)} ${mean.toFixed(1).padStart(8)}, four days in five within ${p80.toFixed(1)}`,
    ),
    ...backtest.map(backtestWords),
    '',
  ].join('\n')
}

function backtestWords({ weeksAhead, days, mape, lastWeek, lastYear, bias, coverage }: BacktestRow): string {
  const naive = [lastWeek, ...(lastYear === null ? [] : [lastYear])]
  const better = naive.every((one) => mape < one) ? '' : ' A naive forecast would have been better.'
  const year = lastYear === null ? '' : `, same week last year ${percent(lastYear)}`
  return `${weeksAhead} week${weeksAhead === 1 ? '' : 's'} ahead, ${days} days held back: wrong by ${percent(mape)} (last week ${percent(lastWeek)}${year}); bias ${percent(bias)}; ${percent(coverage)} of days within the 80th percentile.${better}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
