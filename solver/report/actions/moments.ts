/** Several sessions or days in a few words. */
import { grouped } from '../../../src/grouped.ts'
import type { Problem } from '../../../src/problem.ts'
import { partName, shortDay, weekdayName, weekdayOf } from '../../../src/time.ts'
import { listed } from '../../crowd.ts'

/** What is told of a time: a day, or one session of it. */
export interface Moment {
  readonly date: string
  readonly part?: string
}

/** More moments than this are counted instead. */
const NAMED = 6

/** "Monday morning", "Tuesday, Thursday and Friday evening and Saturday afternoon", "9 half-days, the first on Monday morning". */
export function momentWords(moments: readonly Moment[], problem: Problem): string {
  const distinct = grouped(moments, ({ date, part }) => `${date} ${part}`).flatMap(([first]) => first ?? [])
  if (distinct.length > NAMED) {
    const [first] = distinct
    const what = distinct.every(({ part }) => part === undefined) ? 'days' : 'half-days'
    return `${distinct.length} ${what}, the first on ${first === undefined ? '' : momentWords([first], problem)}`
  }
  const ofPart = grouped(distinct, ({ part }) => (part === undefined ? '' : partName(part)))
  return listed(
    ofPart.map((group) => {
      const days = listed(group.map(({ date }) => dayWords(date, problem)))
      const [{ part } = { part: undefined }] = group
      return part === undefined ? days : `${days} ${partName(part)}`
    }),
  )
}

function dayWords(date: string, { horizon }: Problem): string {
  return horizon.weeks > 1 ? shortDay(date) : weekdayName(weekdayOf(date))
}
