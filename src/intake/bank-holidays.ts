/** England's bank holidays, on which general practice is closed. */
import { readFileSync } from 'node:fs'
import { BadInput } from '../errors.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '../time.ts'
import { readTable } from './atlas/table.ts'
import type { BankHoliday } from './atlas.ts'

export interface ClosedDay {
  readonly date: Day
  /** The holiday's name, shown to readers of the rota. */
  readonly why: string
}

/** Days that are holidays even if the list gives another: if they fall on a Saturday, it has the substitute Monday. */
const ALWAYS: Readonly<Record<string, string>> = {
  '12-25': 'Christmas Day',
  '12-26': 'Boxing Day',
  '01-01': "New Year's Day",
}

const CARRIED = new URL('../../data/atlas/bank-holidays.csv', import.meta.url)
let carried: readonly BankHoliday[] | undefined

/** The bundled bank holidays, cached; read without the rest of the atlas, which takes longer. */
export function carriedHolidays(): readonly BankHoliday[] {
  carried ??= readTable(readFileSync(CARRIED, 'utf8')).map(({ date = '', name = '' }) => ({ date, name }))
  return carried
}

/** Closed days from `from` to `to` inclusive, except Sundays. */
export function closedDays(holidays: readonly BankHoliday[], from: Day, to: Day): ClosedDay[] {
  const named = new Map(holidays.map((holiday) => [holiday.date, holiday.name]))
  return daysFrom(from, to).flatMap((date) => {
    const why = named.get(date) ?? ALWAYS[date.slice(5)]
    return why === undefined || weekdayOf(date) === 'sun' ? [] : [{ date, why }]
  })
}

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
}

/** Throws a BadInput if the list doesn't cover these days: refusing a week is better than planning it without its holidays. */
export function checkHolidaysKnown(holidays: readonly BankHoliday[], from: Day, to: Day): void {
  const years = holidays.map((holiday) => holiday.date.slice(0, 4)).sort()
  const first = years[0] ?? ''
  const last = years.at(-1) ?? ''
  if (from.slice(0, 4) >= first && to.slice(0, 4) <= last) return
  throw new BadInput([
    {
      pointer: '/week/from',
      detail: `Bank holidays are only known from ${first} to ${last}, so no week outside these years can be generated.`,
      seen: from,
      maybe: `a Monday from ${first} to ${last}`,
    },
  ])
}
