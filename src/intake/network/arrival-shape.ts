/**
 * When contacts arrive: by month, weekday, half of the day, and around bank holidays. From NHS England's appointments, telephony and
 * online consultation data; holiday effects from the published appointments of one area, 2021 to 2024.
 */
import { addDays, type Day, daysBetween, type Weekday, weekdayOf } from '../../time.ts'
import type { ProfileBand } from '../atlas.ts'
import type { Shape } from './needs.ts'

/** The five weekdays with core hours. */
export const WORKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']

/** Appointments per working day relative to the year's mean, January first (England 2021–22; July from one area, 2021–24). */
export const SEASON = [1.0, 0.99, 1.0, 0.98, 1.02, 1.0, 0.93, 0.88, 1.01, 1.12, 1.07, 0.93]

/** GP appointments held, by weekday, relative to the mean of the five. */
const DELIVERED: Readonly<Record<string, number>> = { mon: 1.152, tue: 0.974, wed: 0.968, thu: 0.973, fri: 0.933 }

/**
 * Share of a closed day's contacts that come to the practice on an open day instead. Same-day need that can't wait goes to 111,
 * pharmacies and urgent treatment centres in the meantime (a third, assumed); requests wait for an open day; planned work is simply not
 * booked, and measured weeks with a holiday don't catch up (0.78 of a week).
 */
const COMES_LATER: Readonly<Record<Shape, number>> = { asked: 2 / 3, delivered: 1, even: 0 }

/** Share of contacts moved to another day that arrive on the open day before; the rest arrive on the open day after. */
const COMES_BEFORE = 0.4

/** Share of a day's contacts that arrive in the morning. `asked` is taken from the atlas. */
const MORNING: Readonly<Record<Exclude<Shape, 'asked'>, number>> = { delivered: 0.52, even: 0.5 }

/** By weekday: a day's arrivals relative to the mean of the five, and the share of them before noon. */
export interface Asked {
  readonly day: Readonly<Record<string, number>>
  readonly morning: Readonly<Record<string, number>>
}

/**
 * The combined shape of calls and online requests. Bands before noon count as morning, those from noon to six as afternoon; the few calls
 * in evenings, nights and weekends (3% and 1% of all) find the practice closed and are left out.
 */
export function askedShape(profile: readonly ProfileBand[]): Asked {
  const total = (weekday: Weekday, from: string, to: string) =>
    profile
      .filter((band) => band.weekday === weekday && band.from >= from && band.from < to)
      .reduce((sum, band) => sum + band.calls + band.online, 0)
  const days = WORKDAYS.map((weekday) => [weekday, total(weekday, '00:00', '18:00')] as const)
  const mean = days.reduce((sum, [, n]) => sum + n, 0) / days.length
  return {
    day: Object.fromEntries(days.map(([weekday, n]) => [weekday, n / mean])),
    morning: Object.fromEntries(days.map(([weekday, n]) => [weekday, total(weekday, '00:00', '12:00') / n])),
  }
}

/** Seasonal factor on a date, interpolated linearly between the middles of months. */
export function seasonOn(date: Day): number {
  const middle = (month: Day) => `${month.slice(0, 7)}-15`
  const start = date >= middle(date) ? middle(date) : middle(addDays(`${date.slice(0, 7)}-01`, -1))
  const end = middle(addDays(start, 31))
  const share = daysBetween(start, date) / daysBetween(start, end)
  return seasonOfMonth(start) * (1 - share) + seasonOfMonth(end) * share
}

function seasonOfMonth(date: Day): number {
  return SEASON[Number(date.slice(5, 7)) - 1] ?? 1
}

export interface ShapeContext {
  readonly asked: Asked
  /** Closed days, from a week before the requested days to a week after. */
  readonly closed: ReadonlySet<Day>
  /** By weekday: a practice's own daily arrivals, relative to their mean; default: England's. */
  readonly ownDays?: Readonly<Record<string, number>>
}

/** Arrivals on a core-hours day relative to a mean day (a fifth of a week); 0 on closed days and weekends. */
export function dayLevel(date: Day, shape: Shape, context: ShapeContext): number {
  if (!isOpen(date, context)) return 0
  const own = ordinaryLevel(date, shape, context)
  const moved = runBeside(date, -1, context)
    .map((day) => ordinaryLevel(day, shape, context) * COMES_LATER[shape] * (1 - COMES_BEFORE))
    .concat(
      runBeside(date, 1, context).map((day) => ordinaryLevel(day, shape, context) * COMES_LATER[shape] * COMES_BEFORE),
    )
    .reduce((sum, n) => sum + n, 0)
  const afterHoliday = runBeside(date, -1, context).length > 0
  // For same-day need, the day after a holiday is at least as busy as a Monday.
  const monday = (context.ownDays ?? context.asked.day).mon ?? 1
  const floor = shape === 'asked' && afterHoliday ? monday * seasonOn(date) : 0
  return Math.max(own + moved, floor)
}

/** Share of a day's contacts that arrive in the morning. */
export function morningShare(date: Day, shape: Shape, { asked }: ShapeContext): number {
  return shape === 'asked' ? (asked.morning[weekdayOf(date)] ?? 0.5) : MORNING[shape]
}

/** Consecutive closed core-hours days next to this one in one direction, across weekends, up to the next open day. */
function runBeside(date: Day, step: 1 | -1, context: ShapeContext): Day[] {
  const run: Day[] = []
  for (let day = addDays(date, step); !isOpen(day, context); day = addDays(day, step)) {
    if (isWorkday(day)) run.push(day)
  }
  return run
}

function ordinaryLevel(date: Day, shape: Shape, { asked, ownDays }: ShapeContext): number {
  const weekday = weekdayOf(date)
  const england = { asked: asked.day[weekday], delivered: DELIVERED[weekday], even: 1 }[shape]
  const level = (ownDays ? ownDays[weekday] : england) ?? 0
  return level * seasonOn(date)
}

function isOpen(date: Day, { closed }: ShapeContext): boolean {
  return isWorkday(date) && !closed.has(date)
}

function isWorkday(date: Day): boolean {
  return WORKDAYS.includes(weekdayOf(date))
}
