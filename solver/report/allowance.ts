/** How much of a scheme's money a rota uses. */
import type { SourcedFigure } from '../../src/contract-year.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import { WEEKS_A_YEAR } from '../../src/pay-weeks.ts'
import type { Problem } from '../../src/problem.ts'
import type { AllowanceReport, CostReport } from '../../src/report.ts'
import { round } from './round.ts'
import { yearlyPay } from './yearly-pay.ts'

/**
 * The Additional Roles Reimbursement Scheme (roles of the funding `arrs`), and the reimbursement of GPs claimed by practices (funding
 * `practice-gp`): each a sum per weighted patient and year, from the contract year in which the horizon begins. Omitted if the network has
 * no such role, or the year no such scheme.
 *
 * Claims are for salaries, which continue during leave and absence, so both sums are 1/52 of a year's per week, whoever is at work.
 * `beyond`: pounds by funding for sessions beyond contracts, which are claimed as they are worked.
 */
export function allowanceOf(problem: Problem, beyond: Readonly<Record<string, number>>): CostReport['allowance'] {
  const { year } = contractYearOf(problem.horizon.from)
  const schemeOf = (funding: string, perPatient: SourcedFigure | null) =>
    schemeReport(problem, { funding, beyond: beyond[funding] ?? 0 }, perPatient)
  const arrs = schemeOf('arrs', year.arrsPerWeightedPatient)
  const practiceGp = schemeOf('practice-gp', year.practiceGpPerWeightedPatient)
  return { ...(arrs && { arrs }), ...(practiceGp && { practiceGp }) }
}

function schemeReport(
  problem: Problem,
  { funding, beyond }: { readonly funding: string; readonly beyond: number },
  perPatient: SourcedFigure | null,
): AllowanceReport | undefined {
  if (perPatient === null || problem.roles.every((role) => role.funding !== funding)) return undefined
  const { year, note } = contractYearOf(problem.horizon.from)
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const inTheseWeeks = (pounds: number) => round((pounds * problem.horizon.weeks) / WEEKS_A_YEAR, 2)
  const used = round(inTheseWeeks(yearlyPay(problem, (role) => role.funding === funding)) + beyond, 2)
  const of = inTheseWeeks(perPatient.value * patients)
  const estimate = perPatient.estimate ? ' (estimate)' : ''
  const words = `${year.id}: £${perPatient.value} a year for each weighted patient${estimate}: ${perPatient.source}`
  return { used, of, source: note === null ? words : `${words}. ${note}` }
}
