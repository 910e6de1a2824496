/** Whether training or outside time in the wrong half day could make a person's days too full. Read from the document. */
import { grouped } from '../../src/grouped.ts'
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'
import { freeSessionsOf, halfDaysOf } from './half-days.ts'

/** Most sessions a week beyond the second of a day, and most consecutive parts of a day. */
export interface DayLimits {
  readonly thirds: number
  readonly inARow: number
}

/** True if working every session in which the person is free, including such a half day, would break a limit. */
export function mayFillDays(person: Person, problem: Problem, { thirds, inARow }: DayLimits): boolean {
  const halfDays = new Set(halfDaysOf(person, problem))
  const days = grouped(freeSessionsOf(person, problem), (session) => session.date)
  const concerned = days.filter((free) => free.some((session) => halfDays.has(session)))
  return mayBeLong(days, concerned, thirds) || concerned.some((free) => hasRun(free, halfDays, inARow))
}

/** Training on a long day can be the third session that is one too many in its week. */
function mayBeLong(
  days: readonly (readonly Session[])[],
  concerned: readonly (readonly Session[])[],
  most: number,
): boolean {
  return concerned
    .filter((free) => free.length > 2)
    .some(([first]) => {
      const week = days.filter(([session]) => session?.week === first?.week)
      return week.reduce((sum, free) => sum + Math.max(0, free.length - 2), 0) > most
    })
}

/** More than `most` consecutive parts, one of them such a half day. */
function hasRun(free: readonly Session[], halfDays: ReadonlySet<Session>, most: number): boolean {
  return free.some((first, n) => {
    const window = free.slice(n, n + most + 1)
    const isUnbroken = window.length > most && (window.at(-1)?.index ?? 0) - first.index === most
    return isUnbroken && window.some((session) => halfDays.has(session))
  })
}
