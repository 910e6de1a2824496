/** Likely price of a session worked by somebody from outside. */
import { LOCUM_GP_HOURLY } from '../../../src/locum-rates.ts'
import { DUTY_ROLES } from '../../../src/policy.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Role } from '../../../src/staff.ts'
import type { Session } from '../../../src/time.ts'
import type { GapReport } from '../../../src/week-book.ts'

/** Prices are rounded to this many pounds. */
const STEP = 5

/**
 * The document's rate for locums who can do the same work, otherwise the usual rate of a locum GP,
 * otherwise the cost of the network's own people in the role.
 */
export function locumPrice(problem: Problem, role: Role, session: Session): Pick<GapReport, 'price' | 'priceFrom'> {
  const paid = problem.roles.find((r) => r.funding === 'locum' && r.duty === role.duty && meetsAll(r, role))
  if (paid !== undefined && paid.costPerSession > 0)
    return { price: rounded(paid.costPerSession * session.counts), priceFrom: 'document' }
  if (role.duty && DUTY_ROLES.includes(role.id)) {
    const hours = Math.min(role.sessionMinutes, session.minutes) / 60
    return { price: rounded((hours * (LOCUM_GP_HOURLY.from + LOCUM_GP_HOURLY.to)) / 2), priceFrom: 'locum-rates' }
  }
  return role.costPerSession > 0
    ? { price: rounded(role.costPerSession * session.counts), priceFrom: 'own-people' }
    : { price: null, priceFrom: null }
}

function meetsAll(locum: Role, role: Role): boolean {
  return [...role.meets.keys()].every((need) => locum.meets.has(need))
}

function rounded(pounds: number): number {
  return Math.round(pounds / STEP) * STEP
}
