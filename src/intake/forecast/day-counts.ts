/** The input of a forecast: contacts by day, and the kind of each day. */
import { addDays, type Day, type Weekday, weekdayOf } from '../../time.ts'

export interface DayCount {
  readonly date: Day
  readonly contacts: number
}

/** Days next to a closed day have more or fewer contacts than others. */
export type DayKind = 'ordinary' | 'before' | 'after' | 'christmas' | 'closed'

export interface DayCounts {
  /** Open working days, in order. */
  readonly days: readonly DayCount[]
  readonly byDate: ReadonlyMap<Day, number>
  kindOf(date: Day): DayKind
}

const WEEKDAY = new Map<Day, Weekday>()

/** Cached `weekdayOf`, because a backtest looks up each day thousands of times. */
export function weekdayOn(date: Day): Weekday {
  const known = WEEKDAY.get(date)
  if (known !== undefined) return known
  const weekday = weekdayOf(date)
  WEEKDAY.set(date, weekday)
  return weekday
}

function isWorkday(date: Day): boolean {
  return !['sat', 'sun'].includes(weekdayOn(date))
}

/** Holidays count as closed, and so do working days within the series without contacts. */
export function dayCounts(counts: readonly DayCount[], holidays: ReadonlySet<Day>): DayCounts {
  const byDate = new Map<Day, number>()
  for (const { date, contacts } of counts) if (isWorkday(date)) byDate.set(date, (byDate.get(date) ?? 0) + contacts)
  const dates = [...byDate.keys()].sort()
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? '']
  const isClosed = (date: Day) =>
    holidays.has(date) || !isWorkday(date) || (date >= first && date <= last && (byDate.get(date) ?? 0) === 0)
  const kinds = new Map<Day, DayKind>()
  const findKind = (date: Day): DayKind => {
    if (isClosed(date)) return 'closed'
    const day = date.slice(5)
    if (day >= '12-24' || day === '01-02') return 'christmas'
    const beside = (step: 1 | -1) => {
      let next = addDays(date, step)
      while (!isWorkday(next)) next = addDays(next, step)
      return isClosed(next)
    }
    return beside(-1) ? 'after' : beside(1) ? 'before' : 'ordinary'
  }
  const kindOf = (date: Day) => {
    const kind = kinds.get(date) ?? findKind(date)
    kinds.set(date, kind)
    return kind
  }
  const open = dates.filter((date) => !isClosed(date))
  return { days: open.map((date) => ({ date, contacts: byDate.get(date) ?? 0 })), byDate, kindOf }
}

/** The data available on the evening of that day. */
export function until(counts: DayCounts, date: Day): DayCounts {
  return { ...counts, days: counts.days.filter((one) => one.date <= date) }
}
