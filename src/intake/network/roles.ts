/** The roles in a network's team: which needs each can meet and in how many minutes, what it costs and who pays. */
import { contractYearOf } from '../../contract-years.ts'
import type { Day } from '../../time.ts'
import type { RoleDocument } from '../rota-document.ts'
import { costPerSession } from './roles/costs.ts'
import { NETWORK_ROLES } from './roles/network-roles.ts'
import { PARTNER_ROLES } from './roles/partner-roles.ts'
import { PRACTICE_ROLES } from './roles/practice-roles.ts'

/** In the order in which people are listed: practices, network, partners. */
export const ROLES: readonly RoleDocument[] = [...PRACTICE_ROLES, ...NETWORK_ROLES, ...PARTNER_ROLES]

/** The same, with the cost per session in the contract year of a day. */
export function rolesOn(date: Day): RoleDocument[] {
  const { year } = contractYearOf(date)
  return ROLES.map((role) => ({ ...structuredClone(role), costPerSession: costPerSession(role.id, year) }))
}
