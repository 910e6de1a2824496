/** Leave in lists: one row per absence, or one row per person with all absences in one cell. */
import { type Day, daysBetween } from '../../../time.ts'
import { addressOf, type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import { dayOf, isMonthFirst, likelyYear, writtenDate } from '../date-words.ts'
import type { Account, ImportContext, Place } from '../import-answer.ts'
import { nameIn } from '../names.ts'
import type { FoundLeave } from './leave-row.ts'
import { leaveText } from './leave-text.ts'

type Kind = 'name' | 'first' | 'last' | 'from' | 'to' | 'part' | 'text' | 'reason'

const HEADINGS: readonly (readonly [pattern: RegExp, kind: Kind])[] = [
  [/^(first ?name|forename)$/i, 'first'],
  [/^(last ?name|surname)$/i, 'last'],
  [/^((full |staff |employee )?name|who|person|staff( member)?|clinician|employee|doctor|gp)$/i, 'name'],
  [/^(from|start(s|ing)?( date)?|first day( of leave)?|date from|leave from|begin(s|ning)?|date)$/i, 'from'],
  [/^(to|until|end(s|ing)?( date)?|last day( of leave)?|date to|leave to|till)$/i, 'to'],
  [/^(half[- ]?day|am\/pm|am or pm|part|session|half)$/i, 'part'],
  [/^((annual )?leave|leave dates?|dates?( off| of leave)?|holidays?|days off|booked)$/i, 'text'],
  [/^(reason|type|leave type|kind|category|comments?|notes?|absence( type)?)$/i, 'reason'],
]

interface Head {
  readonly row: number
  readonly columns: ReadonlyMap<Kind, number>
}

interface Reading {
  readonly sheet: Sheet
  readonly context: ImportContext
  readonly account: Account
}

/** Null if the sheet doesn't contain a list of leave. */
export function leaveList(given: Sheet, context: ImportContext, account: Account): readonly FoundLeave[] | null {
  const sheet = spread(given)
  const heads = sheet.rows.flatMap((_, row) => headAt(sheet, row) ?? [])
  if (heads.length === 0) return null
  return heads.flatMap((head, n) =>
    rowsUnder(head, heads[n + 1]?.row ?? sheet.rows.length, { sheet, context, account }),
  )
}

function headAt(sheet: Sheet, row: number): Head | null {
  const columns = new Map<Kind, number>()
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    const kind = typeof cell === 'string' ? HEADINGS.find(([pattern]) => pattern.test(cell))?.[1] : undefined
    if (kind !== undefined && !columns.has(kind)) columns.set(kind, column)
  }
  const named = columns.has('name') || columns.has('last')
  return named && (columns.has('from') || columns.has('text')) ? { row, columns } : null
}

function rowsUnder({ row: head, columns }: Head, end: number, reading: Reading): FoundLeave[] {
  const { sheet, account } = reading
  const found: FoundLeave[] = []
  const reasons = columns.get('reason')
  if (reasons !== undefined)
    account.leaveOut(
      { sheet: sheet.name, ...addressOf(head, reasons) },
      textOf(cellAt(sheet, head, reasons)),
      'reasons for leave are dropped on purpose',
    )
  const dates = [columns.get('from'), columns.get('to')].flatMap((column) =>
    column === undefined
      ? []
      : sheet.rows.slice(head + 1, end).flatMap((row) => writtenDate(row[column] ?? null) ?? []),
  )
  const monthFirst = isMonthFirst(dates)
  if (monthFirst)
    account.guess(
      { sheet: sheet.name, row: head + 1 },
      'dates',
      'read with the month first, since some can be read no other way',
    )
  let before = ''
  for (let row = head + 1; row < end; row += 1) {
    if ((sheet.rows[row] ?? []).every((cell) => cell === null)) continue
    const name = nameAt(row, columns, reading) ?? (before === '' ? null : before)
    if (name === null) continue
    if (
      nameAt(row, columns, reading) === null &&
      columns.has('from') &&
      cellAt(sheet, row, columns.get('from') ?? 0) === null &&
      !columns.has('text')
    )
      continue
    before = name
    found.push(
      ...(columns.has('from')
        ? datedRow(row, { columns, name, monthFirst }, reading)
        : textRow(row, { columns, name }, reading)),
    )
  }
  return found
}

/** Null if the row has no name; it then belongs to the person above. */
function nameAt(row: number, columns: Head['columns'], { sheet, account }: Reading): string | null {
  const cells = (['name', 'first', 'last'] as const).map((kind) => {
    const column = columns.get(kind)
    return column === undefined ? '' : textOf(cellAt(sheet, row, column))
  })
  const text = cells.filter((one) => one !== '').join(' ')
  if (text === '') return null
  const read = nameIn(text)
  const at = { sheet: sheet.name, ...addressOf(row, columns.get('name') ?? columns.get('last') ?? 0) }
  if (read.kind === 'wrong') account.problem(at, text, read.detail, read.maybe)
  return read.kind === 'name' ? read.name : null
}

/** Maximum length of one absence, in days. */
const LONGEST_DAYS = 731

interface RowParts {
  readonly columns: Head['columns']
  readonly name: string
}

function datedRow(
  row: number,
  { columns, name, monthFirst }: RowParts & { readonly monthFirst: boolean },
  reading: Reading,
): FoundLeave[] {
  const { sheet } = reading
  const column = (kind: Kind) => columns.get(kind) ?? -1
  const at = { sheet: sheet.name, ...addressOf(row, column('from')) }
  const from = dateAt(cellAt(sheet, row, column('from')), at, { ...reading, monthFirst })
  const toCell = cellAt(sheet, row, column('to'))
  const to =
    toCell === null
      ? from
      : dateAt(toCell, { sheet: sheet.name, ...addressOf(row, column('to')) }, { ...reading, monthFirst })
  if (from === null || to === null) return []
  if (to < from) {
    reading.account.problem(
      at,
      `${from} to ${to}`,
      'This leave ends before it begins.',
      'the two dates the other way round',
    )
    return []
  }
  if (daysBetween(from, to) > LONGEST_DAYS) {
    reading.account.problem(at, `${from} to ${to}`, 'This leave takes more than two years.', 'the right year')
    return []
  }
  const half = textOf(cellAt(sheet, row, column('part'))).toLowerCase()
  const part = /\ba\.?m\b|morning/.test(half) ? 'am' : /\bp\.?m\b|afternoon/.test(half) ? 'pm' : null
  return [{ at, name, from, to, part }]
}

function dateAt(
  cell: Cell,
  at: Place,
  { context, account, monthFirst }: Reading & { readonly monthFirst: boolean },
): Day | null {
  const written = writtenDate(cell)
  const text = textOf(cell)
  if (written === null) {
    account.problem(at, text, text === '' ? 'The date is missing.' : 'This is not a date.', '30/11/2026')
    return null
  }
  const year = written.year ?? context.year ?? likelyYear([written], context.today)
  if (written.year === null)
    account.guess(
      { ...at, correct: { by: 'year', meaning: String(year) } },
      text,
      `the year ${year}, since none is given`,
    )
  const day = dayOf(written, { monthFirst, year })
  if (day === null) account.problem(at, text, 'There is no such day.', 'a day that exists, such as 30/11/2026')
  return day
}

function textRow(row: number, { columns, name }: RowParts, { sheet, context, account }: Reading): FoundLeave[] {
  const column = columns.get('text') ?? -1
  const cell = cellAt(sheet, row, column)
  const text = textOf(cell)
  if (text === '') return []
  const at = { sheet: sheet.name, ...addressOf(row, column) }
  const read = leaveText(text, context)
  for (const { text: piece, detail } of read.wrong)
    account.problem(at, piece, detail, 'dates such as 4/8/2026 or 24/9/2026 - 2/10/2026')
  return read.leave.flatMap(({ from, to, half }) => {
    if (!half) return [{ at, name, from, to, part: null }]
    account.problem(at, text, `It is not said which half of ${from} is meant.`, 'am or pm beside the date')
    return []
  })
}
