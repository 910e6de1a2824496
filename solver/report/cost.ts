/** What the rota costs, and out of which pot. */
import type { Problem } from '../../src/problem.ts'
import type { CostReport } from '../../src/report.ts'
import type { Assignment } from '../../src/rota.ts'
import { allowanceOf } from './allowance.ts'
import { round } from './round.ts'

/** Pounds, to the penny: contracted sessions used up × cost of the role. Every pot of the document is named. */
export function costOf(problem: Problem, assignments: readonly Assignment[]): CostReport {
  const byFunding = new Map(problem.roles.map((role) => [role.funding, 0]))
  for (const a of assignments) {
    const role = problem.roleById.get(problem.personById.get(a.person)?.role ?? '')
    if (!role) continue
    const cost = (problem.horizon.sessions[a.session]?.counts ?? 0) * role.costPerSession
    byFunding.set(role.funding, (byFunding.get(role.funding) ?? 0) + cost)
  }
  const total = [...byFunding.values()].reduce((sum, pounds) => sum + pounds, 0)
  const pots = Object.fromEntries([...byFunding].map(([funding, pounds]) => [funding, round(pounds, 2)]))
  return { total: round(total, 2), byFunding: pots, allowance: allowanceOf(problem, pots) }
}
