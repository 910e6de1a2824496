/** What the rota costs, by funding. */
import type { Problem } from '../../src/problem.ts'
import type { CostReport } from '../../src/report.ts'
import type { Assignment } from '../../src/rota.ts'
import { allowanceOf } from './allowance.ts'
import { round } from './round.ts'
import { sessionsByWeek } from './sessions-by-week.ts'

/**
 * Pounds, to the penny: sessions × cost of the role. A contract's due sessions are paid whether or not the rota uses them, and so is paid
 * absence; sessions beyond those due are paid on top. Includes every funding of the document.
 */
export function costOf(problem: Problem, assignments: readonly Assignment[]): CostReport {
  const byFunding = new Map(problem.roles.map((role) => [role.funding, 0]))
  const beyond = new Map<string, number>()
  const add = (pots: Map<string, number>, funding: string, pounds: number) =>
    pots.set(funding, (pots.get(funding) ?? 0) + pounds)
  for (const { person, given, due, paid } of sessionsByWeek(problem, assignments)) {
    const role = problem.roleById.get(person.role)
    if (role === undefined) continue
    const extra = Math.max(0, given - due)
    add(byFunding, role.funding, (paid + extra) * role.costPerSession)
    add(beyond, role.funding, extra * role.costPerSession)
  }
  const total = [...byFunding.values()].reduce((sum, pounds) => sum + pounds, 0)
  const pots = Object.fromEntries([...byFunding].map(([funding, pounds]) => [funding, round(pounds, 2)]))
  return { total: round(total, 2), byFunding: pots, allowance: allowanceOf(problem, Object.fromEntries(beyond)) }
}
