/** The kinds of need that patients bring. */
import type { PatientWork } from './rota.ts'

export interface Need {
  readonly id: string
  readonly title: string
  /** Working days within which a contact is to be met; 0 = on the same day. */
  readonly withinDays: number
  /** Weight of one contact relative to other needs in the same level. */
  readonly weight: number
  /** May be met at another practice in the network (a hub, a shared clinic, remote work). */
  readonly shared: boolean
  /** Share of contacts (0–1) met by telephone or video, which need no room. */
  readonly remote: number
  /** Met at the patient’s home or care home, so no room is needed in any kind of session. */
  readonly visit: boolean
  /** True if contacts returned to a GP arrive as this need. At most one per document. */
  readonly followUp: boolean
  /** Skill required to meet it; null if the role is enough. */
  readonly skill: string | null
  readonly gpadCategory: string | null
  /** Counts towards the official measure of same-day access: General Consultation Acute, booked and held on the same day. */
  readonly official: boolean
}

/** GPAD category counted by the contract's measures of non-urgent access. */
const NON_URGENT = /^general consultation routine$/i

/**
 * Counts towards the contract's measures of non-urgent access; in documents without categories, everything except
 * visits and same-day need.
 */
export function isNonUrgent({ withinDays, gpadCategory, visit }: Need): boolean {
  return withinDays > 0 && (gpadCategory === null ? !visit : NON_URGENT.test(gpadCategory.trim()))
}

/**
 * A clinic may hold any need, including a visit or two (around lunch, for example). A session of visits only meets needs met at home; a
 * duty session meets same-day needs, including visits.
 */
export function isMetBy(need: Need, work: PatientWork): boolean {
  if (work === 'visits') return need.visit
  return work === 'clinic' || need.withinDays === 0
}
