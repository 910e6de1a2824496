/** How much of a scheme's money a rota uses. */
import type { SourcedFigure } from '../../src/contract-year.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import type { Problem } from '../../src/problem.ts'
import type { AllowanceReport, CostReport } from '../../src/report.ts'
import { round } from './round.ts'

const WEEKS_A_YEAR = 52

/**
 * The Additional Roles Reimbursement Scheme, whose roles are those of the funding `arrs`, and the reimbursement of GPs that
 * practices claim, of the funding `practice-gp`: each a sum a year for each weighted patient, by the contract year that the
 * horizon begins in. Left out where the network has no such role, or the year no such scheme.
 */
export function allowanceOf(problem: Problem, byFunding: Readonly<Record<string, number>>): CostReport['allowance'] {
  const { year } = contractYearOf(problem.horizon.from)
  const arrs = schemeOf(problem, byFunding.arrs, year.arrsPerWeightedPatient)
  const practiceGp = schemeOf(problem, byFunding['practice-gp'], year.practiceGpPerWeightedPatient)
  return { ...(arrs && { arrs }), ...(practiceGp && { practiceGp }) }
}

function schemeOf(
  problem: Problem,
  used: number | undefined,
  perPatient: SourcedFigure | null,
): AllowanceReport | undefined {
  if (used === undefined || perPatient === null) return undefined
  const { year, note } = contractYearOf(problem.horizon.from)
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const of = round((perPatient.value * patients * problem.horizon.weeks) / WEEKS_A_YEAR, 2)
  const estimate = perPatient.estimate ? ' (estimate)' : ''
  const words = `${year.id}: £${perPatient.value} a year for each weighted patient${estimate}: ${perPatient.source}`
  return { used, of, source: note === null ? words : `${words}. ${note}` }
}
