/** The people there for patients, against the minimum. */
import type { Problem } from '../../src/problem.ts'
import type { CoverReport } from '../../src/report.ts'
import { type Assignment, meetsNeeds } from '../../src/rota.ts'
import { minimumAt } from '../rules/minimum-cover.ts'

/** People in clinic, on duty or on visits, by open session and site. Remote workers do not count. */
export function coverOf(problem: Problem, assignments: readonly Assignment[]): CoverReport[] {
  const people = new Map<string, Set<string>>()
  for (const a of assignments) {
    if (a.remote || !meetsNeeds(a.work)) continue
    const key = `${a.session} ${a.site}`
    people.set(key, (people.get(key) ?? new Set()).add(a.person))
  }
  return problem.horizon.sessions.flatMap((session) =>
    problem.sites
      .filter((site) => site.open[session.index])
      .map((site) => ({
        site: site.id,
        date: session.date,
        part: session.part,
        people: people.get(`${session.index} ${site.id}`)?.size ?? 0,
        minimum: minimumAt(problem, site.id, session.index),
      })),
  )
}
