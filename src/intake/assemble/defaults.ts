/** Defaults for everything a document may leave out. */
import { ROLE_DEFAULTS } from '../../policy.ts'
import type { Part } from '../../time.ts'
import type { NeedDocument, PartDocument, RoleDocument } from '../rota-document.ts'

export const TIMEZONE = 'Europe/London'
export const WEEKS = 1

export const PART = { enhancedAccess: false, counts: 1 } as const

/** The parts of a day, with defaults filled in. */
export function domainParts(parts: readonly PartDocument[]): Part[] {
  return parts.map((part) => ({ ...PART, ...part }))
}

/** By default a need is met at the patient's own practice, face to face, in a clinic. */
export const NEED = { shared: false, remote: 0, visit: false, skill: null, gpadCategory: null } as const

/** If no need is marked as the follow-up need, the first of these that exists takes returning contacts. */
export const FOLLOW_UP_NEEDS = ['gp-follow-up', 'routine'] as const

export const FUNDING = 'core'
export const SUPERVISED_WHERE = 'site'
export const RETURNS = 0
export const CONTRACT = { flex: 0, protected: 0 } as const
export const WISH_WEIGHT = 1
export const RULE = { off: false, level: null, weight: 1 } as const
export const HISTORY = { mondays: 0, fridays: 0, duties: 0, evenings: 0, saturdays: 0 } as const

/** Minutes of a session and patient-facing minutes. If only the length is given, the default share of it is patient-facing. */
export function roleMinutes(role: RoleDocument): { sessionMinutes: number; patientMinutes: number } {
  const sessionMinutes = role.sessionMinutes ?? ROLE_DEFAULTS.sessionMinutes
  const usual = (ROLE_DEFAULTS.patientMinutes * sessionMinutes) / ROLE_DEFAULTS.sessionMinutes
  return { sessionMinutes, patientMinutes: role.patientMinutes ?? usual }
}

/** The need that returning contacts arrive as: the marked one, otherwise the first default that exists; undefined if there is neither. */
export function followUpOf(needs: readonly NeedDocument[]): string | undefined {
  const marked = needs.find((need) => need.followUp)
  return marked?.id ?? FOLLOW_UP_NEEDS.find((id) => needs.some((need) => need.id === id && need.followUp !== false))
}
