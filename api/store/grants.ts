/** Grants: a role, in one network or in all. */

/**
 * Roles, lowest first: read metrics, read what is published, edit, compare, everything. Monitors and administrators hold their
 * role for the whole service, all others in a network.
 */
export const ROLES = ['monitor', 'staff', 'manager', 'director', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** In place of a network's code. */
export const EVERY_NETWORK = '*'

export interface Grant {
  readonly role: Role
  /** A network's ODS code, or `EVERY_NETWORK`. */
  readonly network: string
}

/** Whether a role applies to the whole service. */
export function isForAll(role: Role): boolean {
  return role === 'monitor' || role === 'administrator'
}
