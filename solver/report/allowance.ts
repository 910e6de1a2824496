/** How much of a scheme's money a rota uses. */
import { contractYearOf } from '../../src/contract-years.ts'
import type { Problem } from '../../src/problem.ts'
import type { CostReport } from '../../src/report.ts'
import { round } from './round.ts'

const WEEKS_A_YEAR = 52

/**
 * The Additional Roles Reimbursement Scheme, whose roles are those of the funding `arrs`: a sum a year for each weighted patient
 * of the network, by the contract year that the horizon begins in. Left out where the network has no such role.
 */
export function allowanceOf(problem: Problem, byFunding: Readonly<Record<string, number>>): CostReport['allowance'] {
  const used = byFunding.arrs
  if (used === undefined) return {}
  const { year, note } = contractYearOf(problem.horizon.from)
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const sum = year.arrsPerWeightedPatient
  const of = round((sum.value * patients * problem.horizon.weeks) / WEEKS_A_YEAR, 2)
  const words = `${year.id}: £${sum.value} a year for each weighted patient${sum.estimate ? ' (estimate)' : ''}: ${sum.source}`
  return { arrs: { used, of, source: note === null ? words : `${words}. ${note}` } }
}
