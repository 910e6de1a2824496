/** What somebody was granted: a role, in one network or in all. */

/**
 * Read the figures of the service, read what is published, edit, compare, everything: least first. A monitor and an
 * administrator are so for the whole service, everybody else in a network.
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

/** Roles that are not held in one network. */
export function isForAll(role: Role): boolean {
  return role === 'monitor' || role === 'administrator'
}
