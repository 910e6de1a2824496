/** Rotas by date: people across and dates down, dates across and people down, or posts whose cells name people. */
import type { Day } from '../../../time.ts'
import { addressOf, type Cell, cellAt, type Sheet, spread, textOf } from '../../cells/sheet.ts'
import { siteNamed, workNamed } from '../cell-words.ts'
import type { Account, ImportContext, Place } from '../import-answer.ts'
import { nameIn } from '../names.ts'
import { halfNamed } from '../team/headings.ts'
import { columnPlace, type DatedLine, datedLines, datesAmong, rowPlace } from './date-axis.ts'

export interface DatedCell {
  readonly at: Place
  readonly date: Day
  /** Null if the grid doesn't distinguish half days. */
  readonly part: 'am' | 'pm' | null
  /** Heading of the row or column. */
  readonly heading: string
  readonly text: string
}

export interface DatedGrid {
  readonly sheet: string | null
  /** What the headings name: people, with their work in the cells; or posts, with people in the cells. */
  readonly headings: 'people' | 'posts'
  readonly cells: readonly DatedCell[]
}

/** Minimum number of dates that form an axis. */
const FEWEST = 3
/** Minimum share of dates among a column's cells for it to be a date column, because notes may contain dates too. */
const LEAST_SHARE = 0.3
/** Number of rows above the dates in which to look for headings. */
const ABOVE = 4

/** All grids of a sheet; blocks stacked vertically count as separate grids. */
export function datedGrids(given: Sheet, context: ImportContext, account: Account): readonly DatedGrid[] {
  const sheet = spread(given)
  const across = headerRows(sheet)
  if (across.length > 0)
    return across.map((row, n) => acrossGrid(sheet, { row, end: across[n + 1] ?? sheet.rows.length }, context, account))
  const column = dateColumn(sheet)
  return column === null ? [] : downGrids(sheet, column, context, account)
}

/** Rows that contain several dates. */
function headerRows(sheet: Sheet): readonly number[] {
  return sheet.rows.flatMap((cells, row) => (datesAmong(cells).length >= FEWEST ? [row] : []))
}

/** The column with the most dates. */
function dateColumn(sheet: Sheet): number | null {
  const width = Math.max(0, ...sheet.rows.slice(0, 400).map((row) => row.length))
  const counts = Array.from({ length: Math.min(width, 30) }, (_, column) => datesAmong(columnOf(sheet, column)).length)
  const most = Math.max(0, ...counts)
  const column = counts.indexOf(most)
  const filled = columnOf(sheet, column).filter((cell) => cell !== null).length
  return most < FEWEST || most < filled * LEAST_SHARE ? null : column
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
    const isEmpty = lines.every(({ index }) => cellAt(sheet, r, index) === null)
    if (name === '' || isEmpty || !takesName(name, at, account)) continue
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

/** The column to the left of the dates with the most distinct texts. */
function textColumn(sheet: Sheet, { start, end, before }: { start: number; end: number; before: number }): number {
  const different = Array.from({ length: before }, (_, column) => {
    const texts = columnOf(sheet, column)
      .slice(start, end)
      .filter((cell) => typeof cell === 'string')
    return new Set(texts).size
  })
  return Math.max(0, different.indexOf(Math.max(...different)))
}

/** A repeated row of names between the dates, possibly of different people, starts a new block. */
function downGrids(sheet: Sheet, column: number, context: ImportContext, account: Account): DatedGrid[] {
  const lines = datedLines(datesAmong(columnOf(sheet, column)), columnPlace(sheet.name, column), context, account)
  const blocks: DatedLine[][] = []
  for (const line of lines) {
    const last = blocks.at(-1)?.at(-1)
    const above = (sheet.rows[line.index - 1] ?? []).filter((cell) => typeof cell === 'string')
    if (last === undefined || (line.index - last.index > 1 && above.length >= 2)) blocks.push([line])
    else blocks.at(-1)?.push(line)
  }
  return blocks.map((block) => downGrid(sheet, { column, lines: block }, context, account))
}

interface Block {
  readonly column: number
  readonly lines: readonly DatedLine[]
}

function downGrid(sheet: Sheet, { column, lines }: Block, context: ImportContext, account: Account): DatedGrid {
  const firstRow = lines[0]?.index ?? 0
  const headings = headingsAbove(sheet, firstRow, column)
  const halfColumn = [column + 1, column + 2].find((c) =>
    lines.slice(0, 6).some(({ index }) => halfNamed(textOf(cellAt(sheet, index, c))) !== null && !headings.has(c)),
  )
  const cells: DatedCell[] = []
  for (const [c, { text, row }] of headings) {
    const at = { sheet: sheet.name, ...addressOf(row, c) }
    const heading = holderOf(sheet, { text, row }, account) ?? text
    if (c === halfColumn || !takesName(heading, at, account)) continue
    for (const { index, date } of lines) {
      const cell = cellAt(sheet, index, c)
      if (cell === null) continue
      const part = halfColumn === undefined ? null : halfNamed(textOf(cellAt(sheet, index, halfColumn)))
      cells.push({ at: { sheet: sheet.name, ...addressOf(index, c) }, date, part, heading, text: textOf(cell) })
    }
  }
  const texts = [...new Set(cells.map(({ heading }) => heading))]
  return { sheet: sheet.name, headings: headingKind(texts, context), cells }
}

interface Heading {
  readonly text: string
  readonly row: number
}

const NO_HEADING = /^(day|weekday|week|wk|w\/c|date|session|am\/pm|total|totals)$/i

/** By column, from the row above the dates with the most distinct texts: roles and grades repeat, names don't. */
function headingsAbove(sheet: Sheet, firstRow: number, dateAt: number): ReadonlyMap<number, Heading> {
  const rows = Array.from({ length: Math.min(ABOVE, firstRow) }, (_, n) => firstRow - 1 - n)
  const different = (row: number) =>
    new Set((sheet.rows[row] ?? []).filter((cell, column) => typeof cell === 'string' && column !== dateAt)).size
  const best = rows.reduce((found, row) => (different(row) > different(found) ? row : found), firstRow - 1)
  const found = (sheet.rows[best] ?? []).flatMap((cell, column) => {
    const text = textOf(cell)
    const isHeading = column !== dateAt && typeof cell === 'string' && !NO_HEADING.test(text)
    return isHeading && !hasNothing(sheet, { column, from: firstRow }) ? [[column, { text, row: best }] as const] : []
  })
  return new Map(besideEachOther(found, dateAt))
}

/** Number of empty columns that separates two tables. */
const GAP = 2

function besideEachOther<T extends readonly [column: number, heading: Heading]>(
  found: readonly T[],
  dateAt: number,
): readonly T[] {
  const end = found.findIndex(([column], n) => column - Math.max(dateAt, found[n - 1]?.[0] ?? 0) > GAP)
  return end < 0 ? found : found.slice(0, end)
}

/** A column of a separate table at the side has no cell next to the first dates. */
function hasNothing(sheet: Sheet, { column, from }: { readonly column: number; readonly from: number }): boolean {
  return sheet.rows.slice(from).every((row) => (row[column] ?? null) === null)
}

/** The holder of a post, from a small table elsewhere in the sheet; null if there is none. */
function holderOf(sheet: Sheet, { text, row: heading }: Heading, account: Account): string | null {
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, cell] of cells.entries()) {
      const same =
        typeof cell === 'string' &&
        row !== heading &&
        cell.length >= 2 &&
        (text === cell || text.startsWith(`${cell} `))
      const holder = same ? cellAt(sheet, row, column + 1) : null
      if (typeof holder !== 'string' || nameIn(holder).kind !== 'name' || workNamed(holder) !== null) continue
      if (!/^\p{Lu}\p{L}+\.? \p{Lu}/u.test(holder)) continue
      account.guess({ sheet: sheet.name, ...addressOf(row, column) }, text, `held by ${holder}`)
      return holder
    }
  return null
}

function takesName(text: string, at: Place, account: Account): boolean {
  const read = nameIn(text)
  if (read.kind === 'total' || read.kind === 'nobody')
    account.leaveOut(at, text, read.kind === 'total' ? 'a total, not a person' : 'a post that nobody holds')
  else if (read.kind === 'wrong') account.problem(at, text, read.detail, read.maybe)
  return read.kind === 'name'
}

/** If headings are kinds of work or sites, the cells name people. */
function headingKind(headings: readonly string[], context: ImportContext): DatedGrid['headings'] {
  const different = [...new Set(headings)]
  const posts = different.filter((text) => workNamed(text) !== null || siteNamed(text, context) !== null)
  return posts.length > 0 && posts.length * 2 >= different.length ? 'posts' : 'people'
}
