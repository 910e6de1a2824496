/** Where the network's evening and Saturday clinics are held. */
import type { Problem } from '../../../../src/problem.ts'
import { meetsNeeds, type Rota } from '../../../../src/rota.ts'

/**
 * The open site with the most people in the session, otherwise with the most over all evening and Saturday sessions, otherwise the first.
 */
export function hubOf(problem: Problem, { assignments }: Rota, session: number): string {
  const open = problem.sites.filter((site) => site.open[session] === true)
  const inBuilding = assignments.filter((a) => !a.remote && meetsNeeds(a.work))
  const count = (site: string, counts: (session: number) => boolean) =>
    inBuilding.filter((a) => a.site === site && counts(a.session)).length
  const late = (index: number) => problem.horizon.sessions[index]?.enhancedAccess === true
  const best = (counts: (session: number) => boolean) =>
    open.reduce(
      (most, { id }) => (count(id, counts) > count(most, counts) ? id : most),
      open[0]?.id ?? problem.sites[0]?.id ?? '',
    )
  const now = best((index) => index === session)
  return count(now, (index) => index === session) > 0 ? now : best(late)
}
