/** Reads "Appointments in General Practice" as published (regional, daily and practice-level files), streaming row by row. */

import { delimiterOf, eachCsvRowOf } from '../../cells/csv-sheet.ts'
import { decodedText } from '../../cells/decoded-text.ts'
import { addressOf } from '../../cells/sheet.ts'
import { Account, type ImportAnswer, type ImportContext } from '../import-answer.ts'
import { categoryDemand } from './category-demand.ts'
import { type GpadColumn, gpadColumns, gpadDate, gpadValue, rejoined } from './gpad-columns.ts'
import type { PublishedFigures, PublishedPractice } from './published-figures.ts'

/** True if the text begins with the headings of such a file. */
export function isGpad(start: string): boolean {
  const [line = ''] = start.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  return gpadColumns(line.split(',').map((text) => text.replace(/^"|"$/g, ''))) !== null
}

/** Number of leading bytes in which to detect the delimiter. */
const START = 20_000

const DIMENSIONS = {
  status: 'status',
  professional: 'professional',
  mode: 'mode',
  wait: 'time from booking',
  category: 'category',
} as const

interface Tally {
  rows: number
  total: number
  readonly sums: Map<string, Map<string, number>>
  readonly areas: Map<string, number>
  readonly dates: Map<string, number>
  readonly practices: Map<string, { name: string; total: number; readonly by: Map<string, number> }>
}

export function importGpad(bytes: Uint8Array, context: ImportContext): ImportAnswer {
  const account = new Account()
  const tally: Tally = { rows: 0, total: 0, sums: new Map(), areas: new Map(), dates: new Map(), practices: new Map() }
  const wanted = new Set(context.sites.map(({ id }) => id.toUpperCase()))
  let columns: readonly (GpadColumn | null)[] | null = null
  let row = 0
  eachCsvRowOf(bytes, delimiterOf(decodedText(bytes.subarray(0, START)).text), (fields) => {
    row += 1
    if (columns === null) columns = gpadColumns(fields)
    else if (fields.length > 1 || (fields[0] ?? '').trim() !== '')
      take(fields, { columns, row, wanted }, tally, account)
  })
  const figures = figuresOf(tally)
  const foreign = wanted.size > 0 && figures.practices.length === 0 && tally.practices.size > 0
  if (foreign)
    account.problem(
      {},
      [...wanted].slice(0, 6).join(', '),
      'None of the network’s practices is in this file.',
      'the file of the practices’ own area',
    )
  const demand = categoryDemand(figures, context, account)
  return account.answer(
    {
      as: 'demand',
      file: 'Appointments in General Practice (NHS England)',
      sentence: `${tally.total.toLocaleString('en-GB')} appointments in ${tally.rows.toLocaleString('en-GB')} rows, ${figures.from} to ${figures.to}. They are what was held, not what was asked for.`,
      counts: { rows: tally.rows, appointments: tally.total, practices: figures.practices.length },
    },
    { figures, ...(demand === null ? {} : { demand }), ...seriesOf(figures) },
  )
}

interface RowContext {
  readonly columns: readonly (GpadColumn | null)[]
  readonly row: number
  readonly wanted: ReadonlySet<string>
}

function take(given: readonly string[], { columns, row, wanted }: RowContext, tally: Tally, account: Account): void {
  const fields = rejoined(given, columns)
  const at = (column: GpadColumn) => (fields === null ? '' : (fields[columns.indexOf(column)] ?? '').trim())
  if (fields === null) {
    account.problem(
      { row },
      given.join(','),
      `This row has ${given.length} fields where the headings have ${columns.length}.`,
      'the file downloaded again, and not saved by a spreadsheet program',
    )
    return
  }
  const count = Number(at('count'))
  const date = gpadDate(at('date'))
  if (!/^\d+$/.test(at('count')) || !Number.isSafeInteger(count)) {
    account.problem(
      { ...addressOf(row - 1, columns.indexOf('count')) },
      at('count'),
      'The number of appointments is not a whole number.',
      'the file downloaded again',
    )
    return
  }
  if (date === null) {
    account.problem(
      { ...addressOf(row - 1, columns.indexOf('date')) },
      at('date'),
      'This is no date of the publication.',
      'MAR2019, 01APR2024 or 2024-04-01',
    )
    return
  }
  tally.rows += 1
  tally.total += count
  add(tally.dates, date, count)
  if (columns.includes('area')) add(tally.areas, at('area'), count)
  for (const [column, name] of Object.entries(DIMENSIONS))
    if (columns.includes(column as GpadColumn)) {
      const sums = tally.sums.get(name) ?? new Map<string, number>()
      tally.sums.set(name, sums)
      add(sums, gpadValue(at(column as GpadColumn)), count)
    }
  if (columns.includes('practice'))
    addPractice(
      at('practice').toUpperCase(),
      { name: at('practiceName'), category: gpadValue(at('category')), count },
      wanted,
      tally,
    )
}

function addPractice(
  ods: string,
  { name, category, count }: { name: string; category: string; count: number },
  wanted: ReadonlySet<string>,
  { practices }: Tally,
): void {
  const kept = wanted.size === 0 || wanted.has(ods)
  const practice = practices.get(ods) ?? { name, total: 0, by: new Map<string, number>() }
  practices.set(ods, practice)
  practice.total += count
  if (kept) add(practice.by, category, count)
}

function add(map: Map<string, number>, key: string, count: number): void {
  map.set(key, (map.get(key) ?? 0) + count)
}

function figuresOf({ rows, total, sums, areas, dates, practices }: Tally): PublishedFigures {
  const sorted = [...dates.keys()].sort()
  const daily =
    sorted.length > 0 && sorted.every((date) => date.length === 10) && sorted.some((date) => !date.endsWith('-01'))
  const months = (date: string | undefined) => (date === undefined ? null : daily ? date : date.slice(0, 7))
  return {
    publication: 'Appointments in General Practice',
    from: months(sorted[0]),
    to: months(sorted.at(-1)),
    rows,
    total,
    sums: Object.fromEntries([...sums].map(([name, by]) => [name, Object.fromEntries(by)])),
    areas: Object.fromEntries(areas),
    days: daily ? Object.fromEntries([...dates].sort(([a], [b]) => (a < b ? -1 : 1))) : {},
    practices: [...practices].flatMap(([ods, { name, total: all, by }]): PublishedPractice[] =>
      by.size === 0 ? [] : [{ ods, name, total: all, by: Object.fromEntries(by) }],
    ),
  }
}

function seriesOf({ days }: PublishedFigures) {
  const series = Object.entries(days).map(([date, contacts]) => ({
    date,
    site: null,
    need: null,
    type: 'appointments',
    contacts,
  }))
  return series.length === 0 ? {} : { series }
}
