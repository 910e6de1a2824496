/** Yearly cost of contracts, by paid sessions: absences change nothing. */
import { WEEKS_AT_WORK } from '../../src/pay-weeks.ts'
import type { Problem } from '../../src/problem.ts'
import type { Role } from '../../src/staff.ts'

/** Pounds a year for the contracts of these roles. */
export function yearlyPay({ people, roleById }: Problem, isMeant: (role: Role) => boolean): number {
  return people.reduce((sum, { role: id, contract: { sessions, paid = sessions } }) => {
    const role = roleById.get(id)
    if (role === undefined || !isMeant(role)) return sum
    return sum + Math.max(sessions, paid) * role.costPerSession * WEEKS_AT_WORK
  }, 0)
}
