/** Generates absences: about 15% of sessions, without a reason. */
import { addDays, type Day, WEEKDAYS, type Weekday } from '../../time.ts'
import type { PersonDocument } from '../rota-document.ts'
import type { Draw } from './draw.ts'

/**
 * Shares of people who are away for a whole week and, of the others, for a day or two. Based on 40 days of 260 a year (30 of leave and 10
 * of holidays, for salaried GPs), including sickness.
 */
const WHOLE_WEEK = 0.09
const SOME_DAYS = 0.2

/**
 * A person's place in the queue for leave, in [0, 1). Practices don't let everybody go at once: colleagues are spread evenly in
 * irrational steps, so that a joiner doesn't move anybody else.
 */
export interface Turn {
  /** Varies by week, and is shared by the whole network. */
  readonly week: Draw
  readonly practice: number
  readonly role: number
  readonly ordinal: number
}

function lotOf({ week, practice, role, ordinal }: Turn): number {
  const steps = practice * 0.754877666 + role * 0.569840291 + ordinal * 0.618033989
  return (week.next() + steps) % 1
}

/** Days away in the week from a Monday, among the days the person works. No reason is stored. */
export function leaveIn(
  monday: Day,
  works: readonly string[],
  { turn, own }: { readonly turn: Turn; readonly own: Draw },
): NonNullable<PersonDocument['away']> {
  const lot = lotOf(turn)
  if (lot < WHOLE_WEEK) return [{ from: monday, to: addDays(monday, 6) }]
  if (lot >= WHOLE_WEEK + (1 - WHOLE_WEEK) * SOME_DAYS) return []
  const days = WEEKDAYS.filter((weekday) => works.some((part) => part.startsWith(`${weekday}-`)))
  if (days.length === 0) return []
  const first = own.pick(days)
  const second = days[days.indexOf(first) + 1]
  const two = second !== undefined && own.chance(0.4)
  const dateOf = (weekday: Weekday) => addDays(monday, WEEKDAYS.indexOf(weekday))
  return [{ from: dateOf(first), to: dateOf(two ? second : first) }]
}
