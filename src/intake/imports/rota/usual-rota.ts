/** Applies a rota without dates (a usual week or a rolling pattern) to the requested week. */
import { addDays, daysBetween, WEEKDAYS } from '../../../time.ts'
import type { Sheet } from '../../cells/sheet.ts'
import type { AssignmentDocument } from '../../rota-document.ts'
import type { Account, ImportContext, ImportWeek } from '../import-answer.ts'
import type { NameBook } from '../names.ts'
import { rollingTeam } from '../team/rolling-people.ts'
import { placeOf } from '../team/rolling-weeks.ts'
import { type FoundPerson, peopleIn } from '../team/team-table.ts'

/** Rows of people with half-days; empty if the sheet contains something else. */
export function usualRows(sheets: readonly Sheet[], context: ImportContext, account: Account): readonly FoundPerson[] {
  return sheets.flatMap((sheet) => peopleIn(sheet, context, account)).filter(({ cells }) => cells.length > 0)
}

interface Laying {
  readonly context: ImportContext
  readonly account: Account
  readonly book: NameBook
  readonly siteOf: (person: string) => string
}

/** For each week, Monday to Sunday, the rows that apply to it. */
export function laidOver(
  { from, until }: ImportWeek,
  rows: readonly FoundPerson[],
  { context, account, book, siteOf }: Laying,
): AssignmentDocument[] {
  const { cycle } = rollingTeam(rows, context, account)
  const mondays = Array.from({ length: Math.ceil((daysBetween(from, until) + 1) / 7) }, (_, n) => addDays(from, 7 * n))
  return mondays.flatMap((monday) => {
    const place = cycle === null ? 0 : placeIn(daysBetween(cycle.from, monday) / 7, cycle.weeks.length)
    const isNow = ({ weeks }: FoundPerson) =>
      cycle === null ||
      weeks === null ||
      weeks.labels.length === 0 ||
      weeks.labels.some((label) => placeOf(label) === place)
    return rows.filter(isNow).flatMap((row): AssignmentDocument[] => {
      const person = book.idOf(row.name, row.at)
      if (person === null) return []
      return row.cells.map(({ weekday, part, work, site }) => ({
        person,
        date: addDays(monday, WEEKDAYS.indexOf(weekday)),
        part,
        site: site ?? row.site ?? siteOf(person),
        work,
      }))
    })
  })
}

/** Works for weeks before the cycle's start, too. */
function placeIn(weeks: number, length: number): number {
  return ((weeks % length) + length) % length
}
