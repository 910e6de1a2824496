/** Several sessions or days in a few words. */
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import { partName, shortDay, weekdayName, weekdayOf } from '../../../src/time.ts'
import { listed } from '../../../src/wording/people.ts'

/** A day, or one session of it. */
export interface Moment {
  readonly date: string
  readonly part?: string
}

/** Most moments named; more are counted instead. */
const NAMED = 6

/** "Monday morning", "Wednesday" (all of it), "Tuesday, Thursday and Friday evening and Saturday afternoon", "9 half-days, the first on Monday morning". */
export function momentWords(moments: readonly Moment[], problem: Problem): string {
  const distinct = grouped(moments, ({ date, part }) => `${date} ${part}`).flatMap(([first]) => first ?? [])
  if (distinct.length > NAMED) {
    const [first] = distinct
    const what = distinct.every(({ part }) => part === undefined) ? 'days' : 'half-days'
    return `${distinct.length} ${what}, the first on ${first === undefined ? '' : momentWords([first], problem)}`
  }
  const whole = distinct.filter(({ date, part }) => part === undefined || isWholeDay(date, distinct, problem))
  const days = [...new Set(whole.map(({ date }) => date))].map((date) => dayWords(date, problem))
  const parts = grouped(
    distinct.filter((moment) => !whole.includes(moment)),
    ({ part }) => partName(part ?? ''),
  ).map((group) => `${listed(group.map(({ date }) => dayWords(date, problem)))} ${partName(group[0]?.part ?? '')}`)
  return listed([...(days.length === 0 ? [] : [listed(days)]), ...parts])
}

/** Whether these are all core sessions of the day, at least two. */
function isWholeDay(date: string, moments: readonly Moment[], { horizon }: Problem): boolean {
  const core = horizon.sessions.filter((s) => s.date === date && !s.enhancedAccess)
  const named = moments.filter((moment) => moment.date === date)
  return core.length > 1 && core.length === named.length && core.every((s) => named.some(({ part }) => part === s.part))
}

function dayWords(date: string, { horizon }: Problem): string {
  return horizon.weeks > 1 ? shortDay(date) : weekdayName(weekdayOf(date))
}
