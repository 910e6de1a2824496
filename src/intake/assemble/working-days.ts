/** Which days count towards targets: those with an open core session anywhere in the network. Weekends and closures don't count. */
import type { Closure, Site } from '../../places.ts'
import { addDays, type Day, type Horizon, type Part, weekdayOf } from '../../time.ts'

/** Day indices of the horizon, in order. */
export function workingDaysOf(horizon: Horizon, sites: readonly Site[]): number[] {
  const counted = new Set(countedParts(horizon).map((part) => part.id))
  const open = horizon.sessions.filter(({ index, part }) => counted.has(part) && sites.some((site) => site.open[index]))
  return [...new Set(open.map((session) => session.day))]
}

interface Place {
  readonly horizon: Horizon
  readonly sites: readonly Site[]
  readonly closures: readonly Closure[]
}

/**
 * The number of working days strictly between a day before the horizon and its start, indexed by the number of calendar days before it (0
 * to `most`). Takes closures on those days into account if the document gives them.
 */
export function workingDaysSince(most: number, place: Place): number[] {
  const since = [0, 0]
  for (let ago = 1; ago < most; ago++) {
    const working = wasWorking(addDays(place.horizon.from, -ago), place)
    since.push((since[ago] ?? 0) + (working ? 1 : 0))
  }
  return since
}

function wasWorking(date: Day, { horizon, sites, closures }: Place): boolean {
  const parts = countedParts(horizon).filter((part) => part.days.includes(weekdayOf(date)))
  const closed = closures.filter((closure) => closure.date === date)
  return parts.some((part) =>
    sites.some((site) => !closed.some((one) => one.sites.includes(site.id) && one.parts.includes(part.id))),
  )
}

/** Core-hours parts, or all parts if there are none. */
function countedParts({ parts }: Horizon): readonly Part[] {
  const core = parts.filter((part) => !part.enhancedAccess)
  return core.length > 0 ? core : parts
}
