/** Reads leave from a calendar, using ical.js: whole and part days; recurring, moved and cancelled occurrences. */
import ICAL from 'ical.js'
import { BadInput } from '../../../errors.ts'
import { addDays, type Day, localMoment } from '../../../time.ts'
import { FILE_LIMITS } from '../../cells/file-limits.ts'

export interface CalendarDay {
  readonly title: string
  readonly from: Day
  readonly to: Day
  readonly part: 'am' | 'pm' | null
}

export interface CalendarReading {
  readonly days: readonly CalendarDay[]
  /** Number of cancelled events and occurrences. */
  readonly cancelled: number
  /** Number of occurrences outside the requested days. */
  readonly outside: number
  /** Unreadable events, with reasons. */
  readonly wrong: readonly { readonly title: string; readonly detail: string }[]
}

export interface Days {
  readonly first: Day
  readonly last: Day
}

/** Core hours. A shorter overlap with a half-day is ignored. */
const HALVES = [
  { part: 'am', starts: '08:30', ends: '12:40' },
  { part: 'pm', starts: '14:00', ends: '18:10' },
] as const
const LEAST_MINUTES = 30

/** Throws a BadInput if the text isn't a calendar. */
export function calendarDays(text: string, days: Days, timezone: string): CalendarReading {
  const root = parsed(text)
  const read = { days: [] as CalendarDay[], cancelled: 0, outside: 0, wrong: [] as { title: string; detail: string }[] }
  const events = root.getAllSubcomponents('vevent')
  const masters = events.filter((one) => !one.hasProperty('recurrence-id'))
  const changes = events.filter((one) => one.hasProperty('recurrence-id'))
  let left: number = FILE_LIMITS.events
  for (const component of masters) {
    let title = ''
    try {
      title = String(component.getFirstPropertyValue('summary') ?? '').trim()
      left = occurrences(component, { changes, days, left, title, timezone }, read)
    } catch (error) {
      if (error instanceof BadInput) throw error
      read.wrong.push({ title, detail: 'The dates of this event cannot be read.' })
    }
  }
  return read
}

function parsed(text: string): ICAL.Component {
  try {
    const given: unknown = ICAL.parse(text)
    const [first] = Array.isArray(given) && Array.isArray(given[0]) ? given : [given]
    const root = new ICAL.Component(first as ConstructorParameters<typeof ICAL.Component>[0])
    if (root.name === 'vcalendar') return root
  } catch {
    // Handled below.
  }
  throw new BadInput([
    { pointer: '', detail: 'The calendar is damaged or incomplete.', maybe: 'the calendar exported again' },
  ])
}

interface Reading {
  readonly changes: readonly ICAL.Component[]
  readonly days: Days
  readonly left: number
  readonly title: string
  readonly timezone: string
}

interface Found {
  readonly wrong: { title: string; detail: string }[]
  days: CalendarDay[]
  cancelled: number
  outside: number
}

/** Remaining number of occurrences that may be read. */
function occurrences(
  component: ICAL.Component,
  { changes, days, left, title, timezone }: Reading,
  found: Found,
): number {
  const uid = component.getFirstPropertyValue('uid')
  const event = new ICAL.Event(component)
  for (const change of changes)
    if (change.getFirstPropertyValue('uid') === uid) event.relateException(new ICAL.Event(change))
  if (isCancelled(component)) {
    found.cancelled += 1
    return left - 1
  }
  if (!event.isRecurring()) {
    take(spanOf(event.startDate, event.endDate, timezone), { title, days }, found)
    return left - 1
  }
  if (!repeatsByDays(component)) {
    found.wrong.push({ title, detail: 'This event repeats in a way that leave doesn’t.' })
    return left - 1
  }
  const iterator = event.iterator()
  let rest = left
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    rest -= 1
    if (rest < 0)
      throw new BadInput([
        {
          pointer: '',
          detail: `The calendar has more than ${FILE_LIMITS.events.toLocaleString('en-GB')} events.`,
          maybe: 'an export of the next twelve months',
        },
      ])
    if (localDay(next, timezone) > days.last) break
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    if (isCancelled(item.component)) found.cancelled += 1
    else take(spanOf(startDate, endDate, timezone), { title: item.summary?.trim() || title, days }, found)
  }
  return rest
}

const FREQUENCIES: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Refuses recurrence by hours or seconds, and days that no month has, because expanding them would take very long. */
function repeatsByDays(component: ICAL.Component): boolean {
  return component.getAllProperties('rrule').every((property) => {
    const { freq = '', interval = 1, parts = {} } = property.getFirstValue() as RecurrenceRule
    const months = (parts.BYMONTH ?? []).map(Number)
    const longest = months.length === 0 ? 31 : Math.max(...months.map((month) => DAYS_IN[month - 1] ?? 0))
    const days = (parts.BYMONTHDAY ?? []).map((day) => Math.abs(Number(day)))
    return FREQUENCIES.includes(freq) && interval >= 1 && longest > 0 && days.every((day) => day >= 1 && day <= longest)
  })
}

/** A recurrence rule as parsed by ical.js. */
interface RecurrenceRule {
  readonly freq?: string
  readonly interval?: number
  readonly parts?: Readonly<Record<string, readonly unknown[]>>
}

function isCancelled(component: ICAL.Component): boolean {
  return String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'
}

type Span = readonly Omit<CalendarDay, 'title'>[]

function take(spans: Span, { title, days }: { readonly title: string; readonly days: Days }, found: Found): void {
  for (const span of spans) {
    if (span.to < days.first || span.from > days.last) found.outside += 1
    else found.days.push({ title, ...span, from: later(span.from, days.first), to: earlier(span.to, days.last) })
  }
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** For whole days, the end is exclusive. Part of a day counts as each half of which it covers at least half an hour. */
function spanOf(start: ICAL.Time, end: ICAL.Time, timezone: string): Span {
  if (start.isDate) {
    const from = dayText(start)
    const to = end.isDate ? addDays(dayText(end), -1) : from
    const last = [from, to].sort()[1] ?? from
    return [{ from, to: last, part: null }]
  }
  const [from, to] = [local(start, timezone), local(end, timezone)]
  const whole: Omit<CalendarDay, 'title'>[] = []
  for (let day = from.slice(0, 10), n = 0; day <= to.slice(0, 10) && n < 400; day = addDays(day, 1), n += 1) {
    const halves = HALVES.filter(
      ({ starts, ends }) => overlap(from, to, `${day}T${starts}`, `${day}T${ends}`) >= LEAST_MINUTES,
    )
    if (halves.length === 2) whole.push({ from: day, to: day, part: null })
    else whole.push(...halves.map(({ part }) => ({ from: day, to: day, part })))
  }
  return whole
}

function overlap(from: string, to: string, starts: string, ends: string): number {
  const [a, b] = [from > starts ? from : starts, to < ends ? to : ends]
  return b <= a ? 0 : (Date.parse(`${b}Z`) - Date.parse(`${a}Z`)) / 60_000
}

function dayText({ year, month, day }: ICAL.Time): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function localDay(time: ICAL.Time, timezone: string): Day {
  return time.isDate ? dayText(time) : local(time, timezone).slice(0, 10)
}

/** `2026-11-30T08:30`, local to the network. Times without a zone are taken as local. */
function local(time: ICAL.Time, timezone: string): string {
  const zone = time.zone as { readonly tzid?: string } | null
  const floating = zone === null || zone.tzid === 'floating' || zone === ICAL.Timezone.localTimezone
  if (floating) return `${dayText(time)}T${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`
  return localMoment(time.toUnixTime(), timezone)
}
