/** Demand in an ordinary week, from daily counts: the mean of each weekday, excluding bank holidays. */
import { grouped } from '../../../grouped.ts'
import { weekdayOf } from '../../../time.ts'
import { carriedHolidays } from '../../bank-holidays.ts'
import { DEMAND_DAYS, type RecordDemand } from '../../record-document.ts'
import type { CountOfDay, ImportContext } from '../import-answer.ts'

/** Null if no count has a need. */
export function ordinaryWeek(
  series: readonly CountOfDay[],
  { sites, site }: Pick<ImportContext, 'sites' | 'site'>,
): RecordDemand | null {
  const home = site ?? sites[0]?.id
  const holidays = new Set(carriedHolidays().map(({ date }) => date))
  const counted = series.filter(
    ({ need, date, site: own }) => need !== null && !holidays.has(date) && (own ?? home) !== undefined,
  )
  if (counted.length === 0) return null
  const dates = new Set(counted.map(({ date }) => date))
  const streams = grouped(counted, ({ site: own, need }) => `${own ?? home} ${need}`)
  const weeks = streams.flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const shares = DEMAND_DAYS.map((day) => {
      const days = [...dates].filter((date) => weekdayOf(date) === day).length
      const sum = rows
        .filter(({ date }) => weekdayOf(date) === day)
        .reduce((total, { contacts }) => total + contacts, 0)
      return [day, days === 0 ? 0 : Math.round((sum / days) * 100) / 100] as const
    })
    return [{ site: first.site ?? home ?? '', need: first.need ?? '', shares }]
  })
  const full = weeks.filter(({ shares }) => shares.some(([, share]) => share > 0))
  return {
    source: 'imported',
    weekly: full.map(({ site: own, need, shares }) => ({
      site: own,
      need,
      contacts: Math.round(shares.reduce((sum, [, share]) => sum + share, 0) * 100) / 100,
    })),
    byDay: full.map(({ site: own, need, shares }) => ({ site: own, need, shares: Object.fromEntries(shares) })),
  }
}
