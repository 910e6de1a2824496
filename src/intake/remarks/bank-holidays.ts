/** Remarks on bank holidays planned as working days. */
import { longDay, weekdayOf } from '../../time.ts'
import { TIMEZONE } from '../assemble/defaults.ts'
import { carriedHolidays, closedDays } from '../bank-holidays.ts'
import type { Look } from './look.ts'

/**
 * Bank holidays in England that no closure mentions, on a weekday with core sessions. Closing some sites or parts of the day shows that
 * the holiday isn't forgotten.
 */
export const openBankHolidays: Look = (document, { from, days, timezone }) => {
  if (timezone !== TIMEZONE) return []
  const mentioned = new Set((document.closed ?? []).map((closure) => closure.date))
  return closedDays(carriedHolidays(), from, days.at(-1) ?? from)
    .filter(({ date }) => !mentioned.has(date))
    .filter(({ date }) => document.parts.some((part) => !part.enhancedAccess && part.days.includes(weekdayOf(date))))
    .map(({ date, why }) => ({
      pointer: '/closed',
      detail: `${longDay(date)} is a bank holiday (${why}), and is planned as an ordinary working day.`,
      maybe: 'close the practices on that day, unless they are open',
    }))
}
