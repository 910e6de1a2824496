/** Contacts still waiting when the horizon ends: the next week's starting list. */
import type { Problem } from '../../src/problem.ts'
import type { WaitingReport } from '../../src/report.ts'
import type { Clinic } from '../../src/rota.ts'
import { addDays } from '../../src/time.ts'
import { queuesOf } from './queue.ts'
import { round } from './round.ts'
import { reckon } from './targets.ts'

/** By site, need and day of the request, longest wait first. Same-day contacts are omitted, since they call again. */
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
