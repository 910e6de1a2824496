/** The calendar of a rota: days, parts of the day, sessions. The only user of luxon. */
import { DateTime } from 'luxon'

/** A calendar day, `YYYY-MM-DD`, local to the network's time zone. */
export type Day = string
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A part of the day in which people work one session: morning, afternoon, evening … */
export interface Part {
  readonly id: string
  /** Local clock times, `HH:mm`. */
  readonly starts: string
  readonly ends: string
  readonly days: readonly Weekday[]
  /** True for parts outside core hours, which count towards enhanced access. */
  readonly enhancedAccess: boolean
  /** How many contracted sessions one such session uses up (1 for a usual half day). */
  readonly counts: number
}

/** One half-day (or shorter) session of the horizon. Sessions are in order of time. */
export interface Session {
  /** Position in `Horizon.sessions`. */
  readonly index: number
  readonly date: Day
  readonly weekday: Weekday
  readonly part: string
  /** Whole weeks since the start of the horizon. */
  readonly week: number
  /** Days since the start of the horizon. */
  readonly day: number
  /** Minutes that really pass between start and end (a change of the clock included). */
  readonly minutes: number
  /** Instants in UTC, ISO 8601. */
  readonly starts: string
  readonly ends: string
  readonly enhancedAccess: boolean
  readonly counts: number
}

/** 1 to 13 whole weeks from a Monday. */
export interface Horizon {
  readonly from: Day
  readonly weeks: number
  readonly timezone: string
  readonly days: readonly Day[]
  readonly parts: readonly Part[]
  readonly sessions: readonly Session[]
}

/** Lays out every session of the horizon in order of time; closures are not yet taken out. */
export function layOut(from: Day, weeks: number, timezone: string, parts: readonly Part[]): Horizon {
  const days = Array.from({ length: weeks * 7 }, (_, d) => addDays(from, d))
  const sessions = days.flatMap((date, day) =>
    parts
      .filter((part) => part.days.includes(weekdayOf(date)))
      .map((part) => sessionOn(date, day, part, timezone))
      .sort((a, b) => a.starts.localeCompare(b.starts)),
  )
  return { from, weeks, timezone, days, parts, sessions: sessions.map((s, index) => ({ ...s, index })) }
}

/** Days before the horizon of which a document may tell who worked. */
export const DAYS_BEFORE = 14

/** The session of that part on a day before the horizon: `day` and `week` are negative, and it has no index. */
export function sessionBefore({ from, parts, timezone }: Horizon, date: Day, id: string): Session | undefined {
  const part = parts.find((one) => one.id === id)
  const day = daysBetween(from, date)
  return part === undefined || day >= 0 || day < -DAYS_BEFORE ? undefined : sessionOn(date, day, part, timezone)
}

function sessionOn(date: Day, day: number, part: Part, timezone: string): Session {
  const starts = DateTime.fromISO(`${date}T${part.starts}`, { zone: timezone })
  const ends = DateTime.fromISO(`${date}T${part.ends}`, { zone: timezone })
  return {
    index: -1,
    date,
    weekday: weekdayOf(date),
    part: part.id,
    week: Math.floor(day / 7),
    day,
    minutes: ends.diff(starts, 'minutes').minutes,
    starts: starts.toUTC().toISO({ suppressMilliseconds: true }) ?? '',
    ends: ends.toUTC().toISO({ suppressMilliseconds: true }) ?? '',
    enhancedAccess: part.enhancedAccess,
    counts: part.counts,
  }
}

/** A local clock time (`HH:mm`) on a day as a moment; one that a change of the clock leaves out is an hour later. */
export function clockTime(date: Day, clock: string, timezone: string): DateTime {
  return DateTime.fromISO(`${date}T${clock}`, { zone: timezone })
}

/** A moment, in seconds since 1970, as the clock there shows it: `2026-11-30T08:30`. */
export function localMoment(seconds: number, timezone: string): string {
  return DateTime.fromSeconds(seconds, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** The day `n` days after `date` (before it, for negative `n`). */
export function addDays(date: Day, n: number): Day {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days: n }).toISODate() ?? ''
}

/** Whole days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: Day, b: Day): number {
  return DateTime.fromISO(b, { zone: 'utc' }).diff(DateTime.fromISO(a, { zone: 'utc' }), 'days').days
}

export function weekdayOf(date: Day): Weekday {
  const n = DateTime.fromISO(date, { zone: 'utc' }).weekday
  return WEEKDAYS[n - 1] ?? 'mon'
}

/** True for a day that exists: `2026-02-29` does not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

/** True for a time zone name that this machine knows. */
export function isTimezone(name: string): boolean {
  return DateTime.local({ zone: name }).isValid
}

/** "Monday 30 November 2026". */
export function longDay(date: Day): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('cccc d MMMM yyyy')
}

/** "Mon 30 Nov". */
export function shortDay(date: Day): string {
  return DateTime.fromISO(date, { zone: 'utc' }).setLocale('en-GB').toFormat('ccc d LLL')
}

const FULL_NAMES: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** "Monday", from `mon`. */
export function weekdayName(weekday: Weekday): string {
  return FULL_NAMES[weekday]
}

const PART_NAMES: Record<string, string> = {
  am: 'morning',
  pm: 'afternoon',
  evening: 'evening',
  early: 'early morning',
}

/** "morning" for `am` and for `sat-am`; an unknown part keeps its own id as a word. */
export function partName(part: string): string {
  const last = part.split('-').at(-1) ?? part
  return PART_NAMES[part] ?? PART_NAMES[last] ?? part
}

/** "Monday morning", with the date behind it when the horizon has more than one week. */
export function sessionName(session: Session, horizon: Horizon): string {
  const name = `${weekdayName(session.weekday)} ${partName(session.part)}`
  return horizon.weeks > 1 ? `${name} (${shortDay(session.date)})` : name
}

/** "Monday", with the date behind it when the horizon has more than one week. */
export function dayName(date: Day, horizon: Horizon): string {
  const name = weekdayName(weekdayOf(date))
  return horizon.weeks > 1 ? `${name} (${shortDay(date)})` : name
}
