/** How many contacts a day are safe for one person. Read from the document. */
import { WORKLOADS, type WorkloadName } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Role } from '../../src/staff.ts'

/** Safe workload of a person of one role. */
export interface SafeContacts {
  /** Contacts of the usual length in a day of two sessions. */
  readonly contacts: number
  /** The usual length: minutes of a contact that counts as one. */
  readonly minutes: number
  /** The least that any contact counts, however short; 0 to 1. */
  readonly least: number
}

/** Default of `least`. */
export const LEAST = 0.5

/**
 * Null if no number is set. In order of precedence: the rule's own numbers; a preset that the network has chosen (for roles that may hold
 * duty, since presets are about GPs); the role's number; for roles that may hold duty, the usual preset.
 */
export function safeContacts(role: Role, problem: Problem): SafeContacts | null {
  const numbers = problem.rules.get('safe-workload')?.numbers ?? {}
  const chosen = numbers.preset as WorkloadName | undefined
  const preset = role.duty ? WORKLOADS[chosen ?? 'AS_WORKED'] : null
  const contacts =
    byRole(numbers.contacts, role) ??
    (chosen === undefined ? null : preset?.contacts) ??
    role.maxContactsPerDay ??
    preset?.contacts ??
    null
  if (contacts === null) return null
  const minutes = byRole(numbers.minutes, role) ?? preset?.minutes ?? usualMinutes(role)
  return { contacts, minutes: Math.max(1, minutes), least: (numbers.least as number | undefined) ?? LEAST }
}

/** How much a contact of this many minutes counts: 1 at the usual length, less if shorter, more if longer. */
export function loadOf(minutes: number, { minutes: usual, least }: SafeContacts): number {
  return least + ((1 - least) * minutes) / usual
}

function byRole(given: unknown, role: Role): number | undefined {
  return typeof given === 'number' ? given : (given as Readonly<Record<string, number>> | undefined)?.[role.id]
}

/** Median length of the role's needs: a role's own number refers to contacts of this length. */
function usualMinutes(role: Role): number {
  const lengths = [...role.meets.values()].map((skill) => skill.minutes).sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? 1
}
