/** Cross-checks of data about this horizon: demand, backlog, pins, an earlier rota, history. */
import { addDays, DAYS_BEFORE, daysBetween, isDay } from '../../time.ts'
import { type At, type Check, checkId, checkMoment, checkRepeated } from './check.ts'
import type { Sections } from './sections.ts'

export function checkWeek({ lists }: Sections, check: Check): void {
  const { demand, backlog, pins, published, history, before } = lists
  for (const { index, value } of demand) {
    const at = ['demand', index]
    checkId(value.site, 'sites', [...at, 'site'], check)
    checkId(value.need, 'needs', [...at, 'need'], check)
    checkMoment(value, at, check)
  }
  for (const { index, value } of backlog) {
    checkId(value.site, 'sites', ['backlog', index, 'site'], check)
    checkId(value.need, 'needs', ['backlog', index, 'need'], check)
  }
  // Pins and past data may name people who have left; that causes a remark (remarks/leavers.ts), not an error.
  for (const { index, value } of pins) {
    const at = ['pins', index]
    checkPlacing(value, at, check)
    if (value.site === undefined && value.work !== undefined && value.work !== 'off') {
      check.complaints.add([...at, 'site'], '"site" is missing: only "off" can do without.')
    }
  }
  for (const { index, value } of published) {
    const at = ['published', index]
    if (isBefore(value.date, check)) {
      checkId(value.part, 'parts', [...at, 'part'], check)
      const detail = '"date" is before the rota. What was worked in the 14 days before stands under "before".'
      check.complaints.add([...at, 'date'], detail, { seen: value.date })
    } else checkPlacing(value, at, check)
  }
  checkRepeated(history, { list: 'history', name: 'person', of: (row) => row.person }, check)
  for (const { index, value } of before) {
    checkId(value.part, 'parts', ['before', index, 'part'], check)
    checkEarlier(value.date, ['before', index, 'date'], check)
  }
}

/** People and sites of the past may no longer exist, but the days must be ones that rules look back on. */
function checkEarlier(date: string | undefined, at: At, check: Check): void {
  const {
    calendar: { horizon },
    complaints,
  } = check
  if (date === undefined) return
  if (!isDay(date)) {
    complaints.add(at, '"date" must be a day that exists, written as YYYY-MM-DD.', { seen: date })
    return
  }
  if (horizon !== null && !isBefore(date, check)) {
    const [first, last] = [addDays(horizon.from, -DAYS_BEFORE), addDays(horizon.from, -1)]
    const detail = `"date" must be one of the ${DAYS_BEFORE} days before the rota, from ${first} to ${last}.`
    complaints.add(at, detail, { seen: date })
  }
}

/** True for the days before the horizon that rules look back on. */
function isBefore(date: string | undefined, { calendar: { horizon } }: Check): boolean {
  if (date === undefined || horizon === null || !isDay(date)) return false
  const day = daysBetween(horizon.from, date)
  return day < 0 && day >= -DAYS_BEFORE
}

interface Placing {
  readonly date?: string | undefined
  readonly part?: string | undefined
  readonly site?: string | undefined
}

function checkPlacing(placing: Placing, at: readonly (string | number)[], check: Check): void {
  checkId(placing.site, 'sites', [...at, 'site'], check)
  checkMoment(placing, at, check)
}
