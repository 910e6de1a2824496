/** Everything that a document may leave out, and what is taken instead. */
import { ROLE_DEFAULTS } from '../../policy.ts'
import type { Part } from '../../time.ts'
import type { NeedDocument, PartDocument, RoleDocument } from '../rota-document.ts'

export const TIMEZONE = 'Europe/London'
export const WEEKS = 1

export const PART = { enhancedAccess: false, counts: 1 } as const

/** The parts of a day, with what a document may leave out. */
export function domainParts(parts: readonly PartDocument[]): Part[] {
  return parts.map((part) => ({ ...PART, ...part }))
}

/** By default a need is met at the patient's own practice, face to face, in a clinic. */
export const NEED = { shared: false, remote: 0, visit: false, skill: null, gpadCategory: null } as const

/** Needs that take contacts returning to a GP if no need is marked: the first of these that exists. */
export const FOLLOW_UP_NEEDS = ['gp-follow-up', 'routine'] as const

export const FUNDING = 'core'
export const SUPERVISED_WHERE = 'site'
export const RETURNS = 0
export const CONTRACT = { flex: 0, protected: 0 } as const
export const WISH_WEIGHT = 1
export const RULE = { off: false, level: null, weight: 1 } as const
export const HISTORY = { mondays: 0, fridays: 0, duties: 0, evenings: 0, saturdays: 0 } as const

/** Minutes of a session, and with patients: the usual share of a session, where only its length is given. */
export function roleMinutes(role: RoleDocument): { sessionMinutes: number; patientMinutes: number } {
  const sessionMinutes = role.sessionMinutes ?? ROLE_DEFAULTS.sessionMinutes
  const usual = (ROLE_DEFAULTS.patientMinutes * sessionMinutes) / ROLE_DEFAULTS.sessionMinutes
  return { sessionMinutes, patientMinutes: role.patientMinutes ?? usual }
}

/** The need where returning contacts arrive: the marked one, or the first usual one, or none. */
export function followUpOf(needs: readonly NeedDocument[]): string | undefined {
  const marked = needs.find((need) => need.followUp)
  return marked?.id ?? FOLLOW_UP_NEEDS.find((id) => needs.some((need) => need.id === id && need.followUp !== false))
}
