/** Arrivals, as expected and as planned for, and contacts waiting at the start. */
import { type Arrivals, busyDay, dueDay, type Waiting } from '../../demand.ts'
import type { Need } from '../../needs.ts'
import type { Closure, Site } from '../../places.ts'
import type { Plan } from '../../policy.ts'
import type { Horizon } from '../../time.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { SessionIndex } from './dated.ts'
import { workingDaysSince } from './working-days.ts'

interface Week {
  readonly indexOf: SessionIndex
  readonly horizon: Horizon
  readonly sites: readonly Site[]
  readonly closures: readonly Closure[]
  readonly workingDays: readonly number[]
  readonly needs: readonly Need[]
  readonly plan: Plan
}

/**
 * Rows for the same site, need and session are merged into the first. Waiting same-day contacts are assumed to ask again in the first
 * session in which the practice is open; their number is certain, so it isn't raised to the P80.
 */
export function arrivalsOf(document: RotaDocument, week: Week): Arrivals[] {
  const expected = document.demand.flatMap(({ site, need, contacts, ...moment }): Arrivals[] => {
    const session = week.indexOf(moment)
    return session === undefined ? [] : [{ site, need, session, contacts, mean: contacts }]
  })
  const sameDay = sameDayNeeds(week)
  const again = (document.backlog ?? [])
    .filter((row) => sameDay.has(row.need))
    .map(({ site, need, contacts }) => ({ site, need, session: firstOpen(site, week), contacts, mean: contacts }))
  return addedUp([...planned(addedUp(expected), week), ...again])
}

/** The backlog at the start: needs with a target in days. */
export function waitingOf(document: RotaDocument, week: Week): Waiting[] {
  const sameDay = sameDayNeeds(week)
  const rows = (document.backlog ?? []).filter((row) => !sameDay.has(row.need))
  const since = workingDaysSince(Math.max(0, ...rows.map((row) => row.waitedDays)), week)
  const within = new Map(week.needs.map((need) => [need.id, need.withinDays]))
  return rows.map((row) => {
    // Requests on the first day are due like any other of that day. For older ones, some working days have already passed.
    const [day, passed] = row.waitedDays === 0 ? [0, 0] : [-1, since[row.waitedDays] ?? 0]
    const left = Math.max(1, (within.get(row.need) ?? 0) - passed)
    return { ...row, due: dueDay(week.workingDays, day, left) }
  })
}

function sameDayNeeds({ needs }: Week): ReadonlySet<string> {
  return new Set(needs.filter((need) => need.withinDays === 0).map((need) => need.id))
}

/** The first core session in which the site is open, or the very first session if there is none. */
function firstOpen(site: string, { horizon, sites }: Week): number {
  const open = sites.find((one) => one.id === site)?.open
  return horizon.sessions.find(({ index, enhancedAccess }) => !enhancedAccess && open?.[index])?.index ?? 0
}

function addedUp(rows: readonly Arrivals[]): Arrivals[] {
  const sums = new Map<string, Arrivals>()
  for (const row of rows) {
    const key = `${row.site} ${row.need} ${row.session}`
    const { contacts, mean } = sums.get(key) ?? { contacts: 0, mean: 0 }
    sums.set(key, { ...row, contacts: contacts + row.contacts, mean: mean + row.mean })
  }
  return [...sums.values()]
}

/** Raises same-day demand by one factor per day, equal for all parts. */
function planned(rows: readonly Arrivals[], week: Week): Arrivals[] {
  if (week.plan === 'mean') return [...rows]
  const sameDay = sameDayNeeds(week)
  const dayOf = (row: Arrivals) => `${row.site} ${row.need} ${week.horizon.sessions[row.session]?.day}`
  const days = new Map<string, number>()
  for (const row of rows) days.set(dayOf(row), (days.get(dayOf(row)) ?? 0) + row.mean)
  return rows.map((row) => {
    const day = days.get(dayOf(row)) ?? 0
    return sameDay.has(row.need) && day > 0 ? { ...row, contacts: (row.mean * busyDay(day)) / day } : row
  })
}
