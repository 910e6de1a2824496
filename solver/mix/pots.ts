/** Who pays for further sessions: the schemes that reimburse roles, while their money lasts, and the network itself. */
import type { ContractYear } from '../../src/contract-year.ts'
import { contractYearOf } from '../../src/contract-years.ts'
import type { MixPot, PotName } from '../../src/mix-answer.ts'
import { FULL_TIME, WEEKS_AT_WORK } from '../../src/pay-weeks.ts'
import type { Problem } from '../../src/problem.ts'
import { reimbursementCapOf } from '../../src/reimbursement-caps.ts'
import type { Role } from '../../src/staff.ts'
import { yearlyPay } from '../report/yearly-pay.ts'

/** Pounds a year of each scheme that the contract year has, and what of them today's people use. */
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

/** What is left of a scheme, in pounds a year; none where there is no such scheme. */
export function leftIn(pots: readonly MixPot[], name: PotName): number {
  const pot = pots.find((one) => one.pot === name)
  return pot === undefined ? 0 : Math.max(0, pot.of - pot.used)
}

export interface Paid {
  readonly pot: PotName | null
  /** Of a session's cost, the part that the pot pays while it lasts. */
  readonly share: number
  /** Paid by somebody else altogether. */
  readonly elsewhere: boolean
}

/**
 * ARRS pays for its roles up to the cap of the year. New salaried GPs of a practice are what the practice-level scheme is for; a
 * partner organisation pays its own people.
 */
export function paidFor(role: Role, from: string): Paid {
  const { funding, costPerSession } = role
  if (funding === 'partner') return { pot: null, share: 1, elsewhere: true }
  if (funding === 'arrs') {
    const cap = reimbursementCapOf(role.id, contractYearOf(from).year)
    // Reimbursement is capped for a full-time post.
    const most = cap === null ? costPerSession : cap.value / (FULL_TIME * WEEKS_AT_WORK)
    return { pot: 'arrs', share: costPerSession > 0 ? Math.min(1, most / costPerSession) : 1, elsewhere: false }
  }
  const isSalaried = role.duty && funding === 'core' && !/partner/i.test(`${role.id} ${role.title}`)
  return { pot: funding === 'practice-gp' || isSalaried ? 'practice-gp' : null, share: 1, elsewhere: false }
}

/** What nobody reimburses, of a cost in pounds with so much left in its pot for the same time. */
export function netCost(cost: number, { pot, share, elsewhere }: Paid, left: number): number {
  if (elsewhere) return 0
  return pot === null ? cost : cost - Math.min(cost * share, Math.max(0, left))
}
