/** Who is away when: about 15 % of sessions, for whatever reason. */
import { addDays, type Day, WEEKDAYS, type Weekday } from '../../time.ts'
import type { PersonDocument } from '../rota-document.ts'
import type { Draw } from './draw.ts'

/**
 * Chance of a whole week away, and otherwise of one day or two: 40 days of 260 a year (30 of leave and 10 of holidays, for
 * salaried GPs), and sickness in it. */
const WHOLE_WEEK = 0.09
const SOME_DAYS = 0.2

/** Days away in the week from a Monday, among the days that the person works. No reason is kept. */
export function leaveIn(monday: Day, works: readonly string[], own: Draw): NonNullable<PersonDocument['away']> {
  if (own.chance(WHOLE_WEEK)) return [{ from: monday, to: addDays(monday, 6) }]
  if (!own.chance(SOME_DAYS)) return []
  const days = WEEKDAYS.filter((weekday) => works.some((part) => part.startsWith(`${weekday}-`)))
  if (days.length === 0) return []
  const first = own.pick(days)
  const second = days[days.indexOf(first) + 1]
  const two = second !== undefined && own.chance(0.4)
  const dateOf = (weekday: Weekday) => addDays(monday, WEEKDAYS.indexOf(weekday))
  return [{ from: dateOf(first), to: dateOf(two ? second : first) }]
}
