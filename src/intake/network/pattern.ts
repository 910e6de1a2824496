/** Generates a person's usual week: half-days, evenings, Saturdays. */

import { WORKDAYS } from './arrival-shape.ts'
import type { Draw } from './draw.ts'

/** Work outside core hours: evenings on these weekdays, half a Saturday, or nothing. */
export interface Extra {
  readonly evenings: readonly string[]
  readonly saturday: 'sat-am' | 'sat-pm' | null
}

/** No work outside core hours. */
export const NO_EXTRA: Extra = { evenings: [], saturday: null }

export interface PatternRequest {
  /** Contracted sessions a week. */
  readonly sessions: number
  readonly extra: Extra
  /** Differs between colleagues, so that their days off are spread over the week. */
  readonly turn: number
}

/** Order in which colleagues take their days off. Mondays occur half as often as other days. */
const DAYS_OFF = ['fri', 'wed', 'tue', 'thu', 'wed', 'fri', 'thu', 'tue', 'mon'] as const

/**
 * Half days such as `mon-am`, in order: as many as the contract has, or one fewer with a Saturday. Whole days come first; a day that ends
 * in an evening clinic has no morning. Returns fewer only if the week has no room for more.
 */
export function usualWeek({ sessions, extra, turn }: PatternRequest, own: Draw): string[] {
  const core = Math.max(0, Math.min(10, sessions - (extra.saturday === null ? 0 : 1)))
  const late = new Set(extra.evenings)
  const halves = new Map<string, string[]>()
  for (const day of late) halves.set(day, ['pm'])
  let left = core - late.size
  for (const day of daysInOrder(turn, own).filter((weekday) => !late.has(weekday))) {
    if (left <= 0) break
    halves.set(day, left === 1 ? [own.chance(0.6) ? 'am' : 'pm'] : ['am', 'pm'])
    left -= Math.min(2, left)
  }
  const evenings = new Set(extra.evenings)
  const week = WORKDAYS.flatMap((day) => [
    ...(halves.get(day) ?? []).map((half) => `${day}-${half}`),
    ...(evenings.has(day) ? [`${day}-evening`] : []),
  ])
  return extra.saturday === null ? week : [...week, extra.saturday]
}

/** Weekdays, most likely to be worked first; the person's own day off comes last. */
function daysInOrder(turn: number, own: Draw): string[] {
  const off = DAYS_OFF[turn % DAYS_OFF.length] ?? 'fri'
  const rest = WORKDAYS.filter((day) => day !== off)
  const order: string[] = []
  while (rest.length > 0) {
    const day = own.pick(rest, (weekday) => (weekday === 'mon' ? 2.2 : 1))
    order.push(day)
    rest.splice(rest.indexOf(day), 1)
  }
  return [...order, off]
}
