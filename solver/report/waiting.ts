/** Who is still waiting when the horizon ends: the list with which the next week starts. */
import type { Problem } from '../../src/problem.ts'
import type { WaitingReport } from '../../src/report.ts'
import type { Clinic } from '../../src/rota.ts'
import { addDays } from '../../src/time.ts'
import { queuesOf } from './queue.ts'
import { round } from './round.ts'
import { reckon } from './targets.ts'

/**
 * By site, need and day of the request, the longest wait first. Anyone waiting with a same-day need calls again and is
 * not listed.
 */
export function waitingOf(problem: Problem, clinics: readonly Clinic[]): WaitingReport[] {
  return queuesOf(problem, clinics).flatMap((queue) => {
    const byDay = new Map<number, number>()
    for (const { asked, contacts } of reckon(queue, problem).waiting)
      byDay.set(asked, (byDay.get(asked) ?? 0) + contacts)
    return [...byDay]
      .sort(([a], [b]) => a - b)
      .map(([asked, contacts]) => ({
        site: queue.site,
        need: queue.need.id,
        asked: addDays(problem.horizon.from, asked),
        contacts: round(contacts),
      }))
      .filter(({ contacts }) => contacts > 0)
  })
}
