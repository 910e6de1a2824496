/** The weeks of a document: closed days, and how a week's contacts are spread over half-days. */
import { BadInput } from '../../errors.ts'
import { LIMITS } from '../../policy.ts'
import { addDays, type Day, isDay, WEEKDAYS, weekdayOf } from '../../time.ts'
import type { Atlas } from '../atlas.ts'
import { type ClosedDay, checkHolidaysKnown, closedDays, daysFrom } from '../bank-holidays.ts'
import { askedShape, dayLevel, morningShare, type ShapeContext } from './arrival-shape.ts'
import type { Shape } from './needs.ts'

/** Arrivals in one open half-day, as a share of an ordinary week's contacts. */
export interface ArrivalShare {
  readonly date: Day
  readonly part: 'am' | 'pm'
  readonly share: number
}

export interface Calendar {
  readonly from: Day
  readonly mondays: readonly Day[]
  readonly closed: readonly ClosedDay[]
  readonly shares: ReadonlyMap<Shape, readonly ArrivalShare[]>
}

const SHAPES: readonly Shape[] = ['asked', 'delivered', 'even']

/** Days on either side of the weeks whose holidays can move demand into them; the longest run is Christmas, a weekend and New Year. */
const BESIDE = 14

/** Cached, because the calendar is the same for all of England's 1,298 networks. */
const known = new WeakMap<Atlas, Map<string, Calendar>>()

/**
 * The weeks starting with the one that contains the day `week`. Throws a BadInput for an invalid day, or one outside the known holidays.
 */
export function calendarOf(atlas: Atlas, week: Day, weeks: number): Calendar {
  checkWeeks(weeks)
  const from = mondayOf(week)
  const calendars = known.get(atlas) ?? new Map<string, Calendar>()
  known.set(atlas, calendars)
  const calendar = calendars.get(`${from} ${weeks}`) ?? workOut(atlas, from, weeks)
  calendars.set(`${from} ${weeks}`, calendar)
  return calendar
}

function workOut(atlas: Atlas, from: Day, weeks: number): Calendar {
  const to = addDays(from, 7 * weeks - 1)
  checkHolidaysKnown(atlas.holidays, from, addDays(to, -2))
  const around = closedDays(atlas.holidays, addDays(from, -BESIDE), addDays(to, BESIDE))
  const context = { asked: askedShape(atlas.profile), closed: new Set(around.map(({ date }) => date)) }
  const days = daysFrom(from, to)
  return {
    from,
    mondays: days.filter((_, n) => n % 7 === 0),
    closed: around.filter(({ date }) => from <= date && date <= to),
    shares: new Map(SHAPES.map((shape) => [shape, days.flatMap((date) => sharesOn(date, shape, context))])),
  }
}

/** Empty on closed days and weekends. */
function sharesOn(date: Day, shape: Shape, context: ShapeContext): ArrivalShare[] {
  const ofDay = dayLevel(date, shape, context) / 5
  if (ofDay === 0) return []
  const morning = morningShare(date, shape, context)
  return [
    { date, part: 'am', share: ofDay * morning },
    { date, part: 'pm', share: ofDay * (1 - morning) },
  ]
}

function checkWeeks(weeks: number): void {
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= LIMITS.weeks) return
  throw new BadInput([
    { pointer: '/week/weeks', detail: `A document covers 1 to ${LIMITS.weeks} weeks.`, seen: String(weeks) },
  ])
}

function mondayOf(day: string): Day {
  if (isDay(day)) return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)))
  const detail = 'Give the week as one of its days, such as 2026-11-30.'
  throw new BadInput([{ pointer: '/week/from', detail, seen: day.slice(0, 40) }])
}
