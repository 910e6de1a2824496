/** What contracts cost in a year: sessions are paid in the weeks that leave leaves over. */
import type { Problem } from '../../src/problem.ts'
import type { Role } from '../../src/staff.ts'

/** Weeks a year that somebody is at work; what a session costs is a year's pay over these. */
export const WEEKS_AT_WORK = 44

/** Pounds a year that the contracts of these roles cost. */
export function yearlyPay({ people, roleById }: Problem, isMeant: (role: Role) => boolean): number {
  return people.reduce((sum, { role: id, contract }) => {
    const role = roleById.get(id)
    return role === undefined || !isMeant(role) ? sum : sum + contract.sessions * role.costPerSession * WEEKS_AT_WORK
  }, 0)
}
