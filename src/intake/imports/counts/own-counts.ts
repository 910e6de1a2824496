/** A practice's own counts: one row per date and type, or a grid of dates by types, by clinicians or by nothing. */
import type { Day } from '../../../time.ts'
import type { SheetFile } from '../../cells/cell-file.ts'
import { addressOf, type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import { siteNamed } from '../cell-words.ts'
import { columnPlace, datedLines, datesAmong } from '../dated/date-axis.ts'
import { Account, type Correction, type CountOfDay, type ImportAnswer, type ImportContext } from '../import-answer.ts'
import { leaveOutOf, visibleSheets } from '../sheet-notes.ts'
import { needNamed } from './need-words.ts'
import { ordinaryWeek } from './ordinary-week.ts'

type Kind = 'date' | 'type' | 'count' | 'unused' | 'site'

const HEADINGS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^(appointment )?(date|day)$/i, 'date'],
  [/^((appointment |appt |slot |contact )?(type|category|name|need|kind)|reason)$/i, 'type'],
  [/^(unused|free|unbooked|empty|available)( slots?| appointments?)?$/i, 'unused'],
  [
    /^(count|number|no\.?|total|contacts?|appointments?|appts?|booked|seen|value|n|slots?|gp_attended_per_1000|requests?|calls?)$|^(number|count|total) of /i,
    'count',
  ],
  [/^(site|practice|surgery|branch|location)$/i, 'site'],
]

interface Head {
  readonly row: number
  readonly columns: ReadonlyMap<Kind, number>
}

export function importCounts(file: SheetFile, context: ImportContext): ImportAnswer {
  const account = new Account()
  const sheets = visibleSheets(file, account)
  const series = sheets.flatMap((sheet) => countsIn(spread(sheet), context, account))
  leaveOutOf(sheets, account)
  if (series.length === 0 && !account.hasProblems)
    account.problem(
      {},
      textOf(sheets[0]?.rows[0]?.[0] ?? null),
      'No counts by date were found.',
      'columns Date, Type and Count, or a grid of dates and types; or a file that NHS England publishes',
    )
  const demand = ordinaryWeek(series, context)
  const total = Math.round(series.reduce((sum, { contacts }) => sum + contacts, 0) * 100) / 100
  const days = [...new Set(series.map(({ date }) => date))].sort()
  return account.answer(
    {
      as: 'demand',
      file: file.what,
      sentence:
        days.length === 0
          ? 'No counts were found.'
          : `${total.toLocaleString('en-GB')} contacts on ${days.length} days, ${days[0]} to ${days.at(-1)}${demand === null ? '; no types that are needs, so only their number can be forecast' : ''}.`,
      counts: { days: days.length, contacts: total },
    },
    { series, ...(demand === null ? {} : { demand }) },
  )
}

function countsIn(sheet: Sheet, context: ImportContext, account: Account): CountOfDay[] {
  const head = sheet.rows.slice(0, 40).flatMap((_, row) => headAt(sheet, row) ?? [])[0]
  return head === undefined ? gridCounts(sheet, context, account) : listedCounts(sheet, head, context, account)
}

function headAt(sheet: Sheet, row: number): Head | null {
  const columns = new Map<Kind, number>()
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    const kind = typeof cell === 'string' ? HEADINGS.find(([pattern]) => pattern.test(cell))?.[1] : undefined
    if (kind !== undefined && !columns.has(kind)) columns.set(kind, column)
  }
  return columns.has('date') && columns.has('count') ? { row, columns } : null
}

function listedCounts(
  sheet: Sheet,
  { row: head, columns }: Head,
  context: ImportContext,
  account: Account,
): CountOfDay[] {
  const dateAt = columns.get('date') ?? 0
  const cells = sheet.rows.map((line, row) => (row > head ? (line[dateAt] ?? null) : null))
  for (const [row, cell] of cells.entries())
    if (cell !== null && datesAmong([cell]).length === 0 && !/^total/i.test(textOf(cell)))
      account.problem(
        { sheet: sheet.name, ...addressOf(row, dateAt) },
        textOf(cell),
        'This is not a date.',
        '30/11/2026',
      )
  const lines = unorderedLines(sheet, cells, dateAt, context, account)
  const told = new Set<string>()
  return lines.flatMap(({ index, date }): CountOfDay[] => {
    const cell = (kind: Kind): Cell => {
      const at = columns.get(kind)
      return at === undefined ? null : cellAt(sheet, index, at)
    }
    const count = numberIn(cell('count'), { sheet, row: index, column: columns.get('count') ?? 0 }, account)
    const unused = columns.has('unused')
      ? numberIn(cell('unused'), { sheet, row: index, column: columns.get('unused') ?? 0 }, account)
      : 0
    if (count === null) return []
    const type = textOf(cell('type'))
    const at = { sheet: sheet.name, ...addressOf(index, columns.get('type') ?? 0) }
    const need = type === '' ? null : needOf(type, at, { context, account, told })
    if (need === '-') return []
    const named = textOf(cell('site'))
    return [
      {
        date,
        site: named === '' ? (context.site ?? null) : siteNamed(named, context),
        need,
        type: type === '' ? 'all' : type,
        contacts: count - (unused ?? 0),
      },
    ]
  })
}

/** In a list, dates may repeat and be in any order. */
function unorderedLines(
  sheet: Sheet,
  cells: readonly Cell[],
  column: number,
  context: ImportContext,
  account: Account,
) {
  const found = datesAmong(cells)
  const dated = found.every(({ written }) => written.year !== null)
  const sorted = dated ? [...found].sort((a, b) => (a.written.year ?? 0) - (b.written.year ?? 0)) : found
  return datedLines(sorted, columnPlace(sheet.name, column), context, account)
}

interface NeedContext {
  readonly context: ImportContext
  readonly account: Account
  readonly told: Set<string>
}

/** `-` if the type isn't demand; null if it matches no need. */
function needOf(
  type: string,
  at: { readonly sheet: string | null; readonly row: number; readonly column: string },
  { context, account, told }: NeedContext,
): string | null {
  const read = needNamed(type, context)
  const first = !told.has(type)
  told.add(type)
  const correct: Correction = { by: 'needs', word: type.toLowerCase().trim() }
  if (read.kind === 'none') {
    if (first) account.leaveOut({ ...at, correct: { ...correct, meaning: '-' } }, type, 'said to be no demand')
    return '-'
  }
  if (read.kind === 'unknown') {
    if (first)
      account.leaveOut(
        { ...at, correct },
        type,
        'no type of appointment that is known as a need; a mapping can give it one',
      )
    return null
  }
  if (first && !read.certain)
    account.guess(
      { ...at, correct: { ...correct, meaning: read.need } },
      type,
      `counted as ${context.needs.find(({ id }) => id === read.need)?.title ?? read.need}`,
    )
  return read.need
}

function numberIn(
  cell: Cell,
  { sheet, row, column }: { sheet: Sheet; row: number; column: number },
  account: Account,
): number | null {
  if (cell === null) return null
  const number =
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string' && /^\d[\d,]*(\.\d+)?$/.test(cell)
        ? Number(cell.replaceAll(',', ''))
        : Number.NaN
  if (Number.isFinite(number) && number >= 0) return number
  account.problem(
    { sheet: sheet.name, ...addressOf(row, column) },
    textOf(cell),
    'This is not a number of contacts.',
    '12',
  )
  return null
}

function gridCounts(sheet: Sheet, context: ImportContext, account: Account): CountOfDay[] {
  const width = Math.max(0, ...sheet.rows.slice(0, 400).map((row) => row.length))
  const counts = Array.from(
    { length: Math.min(width, 30) },
    (_, column) => datesAmong(sheet.rows.map((row) => row[column] ?? null)).length,
  )
  const dateAt = counts.indexOf(Math.max(0, ...counts))
  if (dateAt < 0 || (counts[dateAt] ?? 0) < 3) return []
  const lines = datedLines(
    datesAmong(sheet.rows.map((row) => row[dateAt] ?? null)),
    columnPlace(sheet.name, dateAt),
    context,
    account,
  )
  const head = (lines[0]?.index ?? 1) - 1
  const told = new Set<string>()
  const columns = (sheet.rows[head] ?? []).flatMap((cell, column) =>
    typeof cell === 'string' && column !== dateAt && !/^(day|weekday|week|totals?)$/i.test(cell)
      ? [{ column, type: cell }]
      : [],
  )
  return columns.flatMap(({ column, type }) => {
    const need = needOf(type, { sheet: sheet.name, ...addressOf(head, column) }, { context, account, told })
    if (need === '-') return []
    return lines.flatMap(({ index, date }): CountOfDay[] => {
      const contacts = numberIn(cellAt(sheet, index, column), { sheet, row: index, column }, account)
      return contacts === null ? [] : [{ date: date as Day, site: context.site ?? null, need, type, contacts }]
    })
  })
}
