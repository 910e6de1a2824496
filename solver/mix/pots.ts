/** Who pays for additional sessions: reimbursement schemes until their money runs out, and the network itself. */
import type { ContractYear } from '../../src/contract-year.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import type { MixPot, PotName } from '../../src/mix-answer.ts'
import { FULL_TIME, WEEKS_AT_WORK } from '../../src/pay-weeks.ts'
import type { Problem } from '../../src/problem.ts'
import { reimbursementCapOf } from '../../src/reimbursement-caps.ts'
import type { Role } from '../../src/staff.ts'
import { yearlyPay } from '../report/yearly-pay.ts'

/** For each scheme of the contract year: its pounds per year, and how much of them today's people use. */
export function potsOf(problem: Problem): MixPot[] {
  const { year } = contractYearOf(problem.horizon.from)
  const patients = problem.sites.reduce((sum, site) => sum + site.adjustedPatients, 0)
  const used = (funding: string) => Math.round(yearlyPay(problem, (role) => role.funding === funding))
  const pot = (name: PotName, perPatient: ContractYear['practiceGpPerWeightedPatient']) => {
    if (perPatient === null) return []
    const of = Math.round(perPatient.value * patients)
    const estimate = perPatient.estimate === true
    return [{ pot: name, of, used: used(name), source: `${year.id}: ${perPatient.source}`, estimate }]
  }
  return [...pot('arrs', year.arrsPerWeightedPatient), ...pot('practice-gp', year.practiceGpPerWeightedPatient)]
}

/** What is left of a scheme, in pounds per year; 0 if there is no such scheme. */
export function leftIn(pots: readonly MixPot[], name: PotName): number {
  const pot = pots.find((one) => one.pot === name)
  return pot === undefined ? 0 : Math.max(0, pot.of - pot.used)
}

export interface Paid {
  readonly pot: PotName | null
  /** The share of a session's cost that the pot pays while it lasts. */
  readonly share: number
  /** Whether somebody else pays all of it. */
  readonly elsewhere: boolean
}

/**
 * ARRS pays for its roles up to the year's cap. The practice-level scheme pays for a practice's new
 * salaried GPs; partner organisations pay their own people.
 */
export function paidFor(role: Role, from: string): Paid {
  const { funding, costPerSession } = role
  if (funding === 'partner') return { pot: null, share: 1, elsewhere: true }
  if (funding === 'arrs') {
    const cap = reimbursementCapOf(role.id, contractYearOf(from).year)
    // Reimbursement is capped per full-time post.
    const most = cap === null ? costPerSession : cap.value / (FULL_TIME * WEEKS_AT_WORK)
    return { pot: 'arrs', share: costPerSession > 0 ? Math.min(1, most / costPerSession) : 1, elsewhere: false }
  }
  const isSalaried = role.duty && funding === 'core' && !/partner/i.test(`${role.id} ${role.title}`)
  return { pot: funding === 'practice-gp' || isSalaried ? 'practice-gp' : null, share: 1, elsewhere: false }
}

/** The part of a cost in pounds that nobody reimburses, if `left` pounds remain in its pot for the same period. */
export function netCost(cost: number, { pot, share, elsewhere }: Paid, left: number): number {
  if (elsewhere) return 0
  return pot === null ? cost : cost - Math.min(cost * share, Math.max(0, left))
}
