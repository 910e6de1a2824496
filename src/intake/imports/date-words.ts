/** Dates in the formats people write: `01-Aug`, `7th August`, `Sun 30/03`, `30/11/26`, `2026-11-30`, `NOV2026`. */
import { type Day, isDay, WEEKDAYS, type Weekday, weekdayOf } from '../../time.ts'
import type { Cell } from '../cells/sheet.ts'

/** The parts of a date found in a text; the year only if given. */
export interface WrittenDate {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly weekday: Weekday | null
  /** Written with slashes, so that day and month may be in either order. */
  readonly slashed: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const WEEKDAY_NAME = /^(mon|tue|wed|thu|fri|sat|sun)(s|r|rs|day|sday|nesday|rsday|urday)?$/i

/** 1 to 12, from a month's name or at least its first three letters, such as `Sept`. */
export function monthOf(word: string): number | null {
  const month = MONTHS.findIndex((one) => word.toLowerCase().startsWith(one)) + 1
  const whole =
    /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i
  return month > 0 && whole.test(word) ? month : null
}

export function weekdayNamed(word: string): Weekday | null {
  const text = word.replace(/[.,]$/, '')
  return WEEKDAY_NAME.test(text) ? (WEEKDAYS.find((day) => text.toLowerCase().startsWith(day)) ?? null) : null
}

/** Null unless the cell contains exactly one date. */
export function writtenDate(cell: Cell): WrittenDate | null {
  if (typeof cell === 'object' && cell !== null) {
    return cell.kind === 'moment' && cell.date !== null ? ofIso(cell.date) : null
  }
  if (typeof cell !== 'string' || cell.length > 40) return null
  const { weekday, rest } = withoutWeekday(cell)
  const found = numeric(rest) ?? named(rest)
  return found === null ? null : { ...found, weekday }
}

function ofIso(date: Day): WrittenDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day, weekday: null, slashed: false }
}

function withoutWeekday(text: string): { readonly weekday: Weekday | null; readonly rest: string } {
  const [, first = '', rest = ''] = /^([a-z]+)[.,]?\s+(.*)$/i.exec(text) ?? []
  const weekday = weekdayNamed(first)
  return weekday === null ? { weekday, rest: text } : { weekday, rest }
}

type Bare = Omit<WrittenDate, 'weekday'>

function numeric(text: string): Bare | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), slashed: false }
  const [, a, b, y] = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d\d))?(?: 00:00(?::00)?)?$/.exec(text) ?? []
  if (a === undefined || b === undefined || (y === undefined && text.includes('.'))) return null
  return { day: Number(a), month: Number(b), year: yearOf(y), slashed: true }
}

function named(text: string): Bare | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]*(?:of )?([a-z]{3,9})\.?,?[\s-]*(\d{4}|\d\d)?$/i.exec(text)
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?$/i.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = monthOf(name ?? '')
  return month === null || day === undefined ? null : { day: Number(day), month, year: yearOf(year), slashed: false }
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

/** A file's date conventions. */
export interface DateOrder {
  readonly monthFirst: boolean
  /** For dates without a year. */
  readonly year: number | null
}

/** True only if at least one date must be month first, and none contradicts that. */
export function isMonthFirst(dates: readonly WrittenDate[]): boolean {
  const slashed = dates.filter((date) => date.slashed)
  return slashed.some((date) => date.month > 12) && !slashed.some((date) => date.day > 12)
}

/** `2026-11-30`; null if the date doesn't exist or the year is unknown. */
export function dayOf(written: WrittenDate, { monthFirst, year }: DateOrder): Day | null {
  const turned = monthFirst && written.slashed
  const [day, month] = turned ? [written.month, written.day] : [written.day, written.month]
  const inYear = written.year ?? year
  if (inYear === null) return null
  const text = `${String(inYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** The likely starting year of a series of dates without years: one whose weekdays match, otherwise the one nearest to today. */
export function likelyYear(dates: readonly WrittenDate[], today: Day): number {
  const current = Number(today.slice(0, 4))
  const fits = (year: number) =>
    dates.filter((one) => {
      const day = dayOf(one, { monthFirst: false, year })
      return one.weekday !== null && day !== null && weekdayOf(day) === one.weekday
    }).length
  const [first] = dates
  const near = first === undefined ? current : nearestYear(first, today)
  const years = [near, current, current + 1, current - 1, current - 2, current - 3]
  return years.reduce((best, year) => (fits(year) > fits(best) ? year : best), near)
}

function nearestYear({ month }: WrittenDate, today: Day): number {
  const year = Number(today.slice(0, 4))
  const distance = month - Number(today.slice(5, 7))
  return distance < -6 ? year + 1 : distance > 6 ? year - 1 : year
}
