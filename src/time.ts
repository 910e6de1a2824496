/** The calendar of a rota: days, parts of the day, sessions. The only module that uses luxon. */
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
  /** Number of contracted sessions that one such session uses up (1 for a normal half day). */
  readonly counts: number
}

/** One session of the horizon, a half-day or shorter. Sessions are ordered by time. */
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
  /** Elapsed minutes between start and end, allowing for clock changes. */
  readonly minutes: number
  /** Instants in UTC, ISO 8601. */
  readonly starts: string
  readonly ends: string
  readonly enhancedAccess: boolean
  readonly counts: number
}

/** A period of 1 to 13 whole weeks, starting on a Monday. */
export interface Horizon {
  readonly from: Day
  readonly weeks: number
  readonly timezone: string
  readonly days: readonly Day[]
  readonly parts: readonly Part[]
  readonly sessions: readonly Session[]
}

/** Generates every session of the horizon in order of time, before closures are removed. */
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

/** Number of days before the horizon for which a document may give past work. */
export const DAYS_BEFORE = 14

/** The session of the given part on a day before the horizon. Its `day` and `week` are negative, and it has no index. */
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

/** A local clock time (`HH:mm`) on a day as an instant. A time skipped by a clock change becomes an hour later. */
export function clockTime(date: Day, clock: string, timezone: string): DateTime {
  return DateTime.fromISO(`${date}T${clock}`, { zone: timezone })
}

/** An instant (seconds since 1970) as local clock time: `2026-11-30T08:30`. */
export function localMoment(seconds: number, timezone: string): string {
  return DateTime.fromSeconds(seconds, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/** The day `n` days after `date` (before it, for negative `n`). */
export function addDays(date: Day, n: number): Day {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days: n }).toISODate() ?? ''
}

/** Whole days from `a` to `b`; negative if `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return DateTime.fromISO(b, { zone: 'utc' }).diff(DateTime.fromISO(a, { zone: 'utc' }), 'days').days
}

export function weekdayOf(date: Day): Weekday {
  const n = DateTime.fromISO(date, { zone: 'utc' }).weekday
  return WEEKDAYS[n - 1] ?? 'mon'
}

/** True if the text is a valid date: `2026-02-29` isn't. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid
}

/** True if the runtime knows this time zone. */
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

/** "Monday morning", followed by the date if the horizon has more than one week. */
export function sessionName(session: Session, horizon: Horizon): string {
  const name = `${weekdayName(session.weekday)} ${partName(session.part)}`
  return horizon.weeks > 1 ? `${name} (${shortDay(session.date)})` : name
}

/** "Monday", followed by the date if the horizon has more than one week. */
export function dayName(date: Day, horizon: Horizon): string {
  const name = weekdayName(weekdayOf(date))
  return horizon.weeks > 1 ? `${name} (${shortDay(date)})` : name
}
