/** Dates along a row or down a column. Fills in missing years and detects mistyped ones. */
import { addDays, type Day, daysBetween, longDay, weekdayName, weekdayOf } from '../../../time.ts'
import { addressOf, type Cell, textOf } from '../../cells/sheet.ts'
import { dayOf, isMonthFirst, likelyYear, type WrittenDate, writtenDate } from '../date-words.ts'
import type { Account, ImportContext } from '../import-answer.ts'

export interface DatedLine {
  /** Zero-based row or column. */
  readonly index: number
  readonly date: Day
}

interface Found {
  readonly index: number
  readonly cell: Cell
  readonly written: WrittenDate
}

export interface AxisPlace {
  readonly sheet: string | null
  /** Address of a position along the axis. */
  address(index: number): { readonly row: number; readonly column: string }
}

/** All dates among these cells, without filling in years. */
export function datesAmong(cells: readonly Cell[]): readonly Found[] {
  return cells.flatMap((cell, index) => {
    const written = writtenDate(cell)
    return written === null ? [] : [{ index, cell, written }]
  })
}

/** Days in order. Impossible ones are reported. */
export function datedLines(
  found: readonly Found[],
  place: AxisPlace,
  context: ImportContext,
  account: Account,
): readonly DatedLine[] {
  const monthFirst = isMonthFirst(found.map(({ written }) => written))
  const yearless = found.filter(({ written }) => written.year === null)
  const [first] = found
  if (monthFirst && first !== undefined)
    account.guess(
      { sheet: place.sheet, ...place.address(first.index) },
      textOf(first.cell),
      'dates read with the month first, since some can be read no other way',
    )
  let year =
    context.year ??
    likelyYear(
      yearless.map(({ written }) => written),
      context.today,
    )
  const [unsaid] = yearless
  if (unsaid !== undefined)
    account.guess(
      { sheet: place.sheet, ...place.address(unsaid.index), correct: { by: 'year', meaning: String(year) } },
      textOf(unsaid.cell),
      `the year ${year}, since the file names none`,
    )
  const lines: DatedLine[] = []
  let reported = false
  for (const { index, cell, written } of found) {
    const at = { sheet: place.sheet, ...place.address(index) }
    const before = lines.at(-1)?.date
    let date = dayOf(written, { monthFirst, year })
    if (date !== null && written.year === null && before !== undefined && daysBetween(before, date) < -300) {
      year += 1
      date = dayOf(written, { monthFirst, year })
    }
    if (date === null)
      account.problem(at, textOf(cell), 'There is no such day.', 'a day that exists, such as 30/11/2026')
    else if (written.weekday !== null && weekdayOf(date) !== written.weekday)
      account.problem(
        written.year === null ? { ...at, correct: { by: 'year', meaning: String(year) } } : at,
        textOf(cell),
        `${longDay(date)} is not a ${weekdayName(written.weekday)}.`,
        'the right day, or the year as an option',
      )
    else {
      const later = before === undefined ? null : yearLater(date)
      if (
        before !== undefined &&
        later !== null &&
        daysBetween(before, date) < -300 &&
        Math.abs(daysBetween(before, later)) <= 14
      ) {
        if (!reported)
          account.problem(
            at,
            textOf(cell),
            'The dates jump back by a year here.',
            `${later}, and so on for the dates that follow`,
          )
        reported = true
      } else lines.push({ index, date })
    }
  }
  return lines
}

function yearLater(date: Day): Day {
  const later = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
  return date.endsWith('-02-29') ? addDays(date, 365) : later
}

export function rowPlace(sheet: string | null, row: number): AxisPlace {
  return { sheet, address: (column) => addressOf(row, column) }
}

export function columnPlace(sheet: string | null, column: number): AxisPlace {
  return { sheet, address: (row) => addressOf(row, column) }
}
