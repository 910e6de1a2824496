/** The kinds of need that patients bring. */
import type { PatientWork } from './rota.ts'

export interface Need {
  readonly id: string
  readonly title: string
  /** Working days within which a contact is to be met; 0 = on the same day. */
  readonly withinDays: number
  /** How much one contact of this need counts against one of another, within its level. */
  readonly weight: number
  /** May be met at another practice of the network (a hub, a shared clinic, remote work). */
  readonly shared: boolean
  /** Share of contacts (0–1) that are met by telephone or video, and need no room. */
  readonly remote: number
  /** Met at the patient’s home or care home: it takes no room, in whichever session. */
  readonly visit: boolean
  /** Where contacts that come back to a GP arrive. At most one need of a document. */
  readonly followUp: boolean
  /** Skill that a person must have to meet it; none = the role is enough. */
  readonly skill: string | null
  readonly gpadCategory: string | null
  /** Counted by the official measure of same-day access: General Consultation Acute, booked and held on one day. */
  readonly official: boolean
}

/** Category in GPAD of what the contract's measures of non-urgent access count. */
const NON_URGENT = /^general consultation routine$/i

/**
 * Counts towards the contract's measures of non-urgent access; in documents without categories, everything except
 * visits and same-day need.
 */
export function isNonUrgent({ withinDays, gpadCategory, visit }: Need): boolean {
  return withinDays > 0 && (gpadCategory === null ? !visit : NON_URGENT.test(gpadCategory.trim()))
}

/**
 * A clinic may hold any need: a visit or two fit into it, as into the hours around lunch. A session of visits meets needs of the
 * home alone, and a duty doctor what is urgent today, visits too.
 */
export function isMetBy(need: Need, work: PatientWork): boolean {
  if (work === 'visits') return need.visit
  return work === 'clinic' || need.withinDays === 0
}
