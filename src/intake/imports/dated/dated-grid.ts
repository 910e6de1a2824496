/** Rotas by date: people across and dates down, dates across and people down, or posts with the names of those who hold them. */
import type { Day } from '../../../time.ts'
import { addressOf, type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import { siteNamed, workNamed } from '../cell-words.ts'
import type { Account, ImportContext, Place } from '../import-answer.ts'
import { nameIn } from '../names.ts'
import { halfNamed } from '../team/headings.ts'
import { columnPlace, datedLines, datesAmong, rowPlace } from './date-axis.ts'

export interface DatedCell {
  readonly at: Place
  readonly date: Day
  /** Null if the grid has no halves of days. */
  readonly part: 'am' | 'pm' | null
  /** The heading of its row or column. */
  readonly heading: string
  readonly text: string
}

export interface DatedGrid {
  readonly sheet: string | null
  /** What headings name: people, with what they do in the cells; or posts, with people in the cells. */
  readonly headings: 'people' | 'posts'
  readonly cells: readonly DatedCell[]
}

/** Dates that make an axis. */
const FEWEST = 3
/** Rows above the dates in which headings are looked for. */
const ABOVE = 4

/** Every grid of the sheet: of blocks under each other, each is one. */
export function datedGrids(given: Sheet, context: ImportContext, account: Account): readonly DatedGrid[] {
  const sheet = spread(given)
  const across = headerRows(sheet)
  if (across.length > 0)
    return across.map((row, n) => acrossGrid(sheet, { row, end: across[n + 1] ?? sheet.rows.length }, context, account))
  const column = dateColumn(sheet)
  return column === null ? [] : [downGrid(sheet, column, context, account)]
}

/** Rows with several dates in them. */
function headerRows(sheet: Sheet): readonly number[] {
  return sheet.rows.flatMap((cells, row) => (datesAmong(cells).length >= FEWEST ? [row] : []))
}

/** The column with the most dates. */
function dateColumn(sheet: Sheet): number | null {
  const width = Math.max(0, ...sheet.rows.slice(0, 400).map((row) => row.length))
  const counts = Array.from({ length: Math.min(width, 30) }, (_, column) => datesAmong(columnOf(sheet, column)).length)
  const most = Math.max(0, ...counts)
  return most < FEWEST ? null : counts.indexOf(most)
}

function columnOf(sheet: Sheet, column: number): readonly Cell[] {
  return sheet.rows.map((row) => row[column] ?? null)
}

function acrossGrid(
  sheet: Sheet,
  { row, end }: { row: number; end: number },
  context: ImportContext,
  account: Account,
): DatedGrid {
  const lines = datedLines(datesAmong(sheet.rows[row] ?? []), rowPlace(sheet.name, row), context, account)
  const halves = (sheet.rows[row + 1] ?? []).map((cell) => (typeof cell === 'string' ? halfNamed(cell) : null))
  const hasHalves = halves.filter((half) => half !== null).length >= lines.length
  const first = lines[0]?.index ?? 0
  const start = row + (hasHalves || isWeekdayRow(sheet.rows[row + 1] ?? [], first) ? 2 : 1)
  const nameColumn = textColumn(sheet, { start, end, before: first })
  const cells: DatedCell[] = []
  for (let r = start; r < end; r += 1) {
    const name = textOf(cellAt(sheet, r, nameColumn))
    const at = { sheet: sheet.name, ...addressOf(r, nameColumn) }
    if (name === '' || !takesName(name, at, account)) continue
    for (const { index, date } of lines) {
      const cell = cellAt(sheet, r, index)
      if (cell !== null)
        cells.push({
          at: { sheet: sheet.name, ...addressOf(r, index) },
          date,
          part: hasHalves ? (halves[index] ?? null) : null,
          heading: name,
          text: textOf(cell),
        })
    }
  }
  return {
    sheet: sheet.name,
    headings: headingKind(
      cells.map(({ heading }) => heading),
      context,
    ),
    cells,
  }
}

function isWeekdayRow(cells: readonly Cell[], from: number): boolean {
  const named = cells
    .slice(from)
    .filter((cell) => typeof cell === 'string' && /^(mon|tue|wed|thu|fri|sat|sun|[mtwfs])[a-z]*$/i.test(cell))
  return named.length >= FEWEST
}

/** The column left of the dates with the most different texts. */
function textColumn(sheet: Sheet, { start, end, before }: { start: number; end: number; before: number }): number {
  const different = Array.from({ length: before }, (_, column) => {
    const texts = columnOf(sheet, column)
      .slice(start, end)
      .filter((cell) => typeof cell === 'string')
    return new Set(texts).size
  })
  return Math.max(0, different.indexOf(Math.max(...different)))
}

function downGrid(sheet: Sheet, column: number, context: ImportContext, account: Account): DatedGrid {
  const lines = datedLines(datesAmong(columnOf(sheet, column)), columnPlace(sheet.name, column), context, account)
  const firstRow = lines[0]?.index ?? 0
  const headings = headingsAbove(sheet, firstRow, column)
  const halfColumn = [column + 1, column + 2].find((c) =>
    lines.slice(0, 6).some(({ index }) => halfNamed(textOf(cellAt(sheet, index, c))) !== null),
  )
  const cells: DatedCell[] = []
  for (const [c, heading] of headings) {
    if (c === halfColumn || !takesName(heading, { sheet: sheet.name, ...addressOf(firstRow - 1, c) }, account)) continue
    for (const { index, date } of lines) {
      const cell = cellAt(sheet, index, c)
      if (cell === null) continue
      const part = halfColumn === undefined ? null : halfNamed(textOf(cellAt(sheet, index, halfColumn)))
      cells.push({ at: { sheet: sheet.name, ...addressOf(index, c) }, date, part, heading, text: textOf(cell) })
    }
  }
  return { sheet: sheet.name, headings: headingKind([...headings.values()], context), cells }
}

/** By column: the text nearest above the dates, weekday names and dates aside. */
function headingsAbove(sheet: Sheet, firstRow: number, dateAt: number): ReadonlyMap<number, string> {
  const width = Math.max(0, ...sheet.rows.slice(Math.max(0, firstRow - ABOVE), firstRow + 1).map((row) => row.length))
  const rows = Array.from({ length: Math.min(ABOVE, firstRow) }, (_, n) => firstRow - 1 - n)
  const found = new Map<number, string>()
  const fullest =
    rows.find((row) => (sheet.rows[row] ?? []).filter((cell) => typeof cell === 'string').length >= 2) ?? firstRow - 1
  for (let column = 0; column < width; column += 1) {
    const text = textOf(cellAt(sheet, fullest, column))
    if (column !== dateAt && text !== '' && !/^(day|weekday|week|wk|w\/c|date|session|am\/pm)$/i.test(text))
      found.set(column, text)
  }
  return found
}

function takesName(text: string, at: Place, account: Account): boolean {
  const read = nameIn(text)
  if (read.kind === 'total' || read.kind === 'nobody')
    account.leaveOut(at, text, read.kind === 'total' ? 'a total, not a person' : 'a post that nobody holds')
  else if (read.kind === 'wrong') account.problem(at, text, read.detail, read.maybe)
  return read.kind === 'name'
}

/** Work and sites over columns mean that cells name people. */
function headingKind(headings: readonly string[], context: ImportContext): DatedGrid['headings'] {
  const different = [...new Set(headings)]
  const posts = different.filter((text) => workNamed(text) !== null || siteNamed(text, context) !== null)
  return posts.length > 0 && posts.length * 2 >= different.length ? 'posts' : 'people'
}
