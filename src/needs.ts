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
  /** Met on visits to homes and care homes, not in clinics. */
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

/** Counted by the contract's measures of non-urgent access; where a document has no categories, all but visits and same-day need. */
export function isNonUrgent({ withinDays, gpadCategory, visit }: Need): boolean {
  return withinDays > 0 && (gpadCategory === null ? !visit : NON_URGENT.test(gpadCategory.trim()))
}

/** Visits meet needs of the home; a duty doctor meets what is urgent today; clinics meet the rest and that too. */
export function isMetBy(need: Need, work: PatientWork): boolean {
  if (work === 'visits') return need.visit
  if (work === 'duty') return !need.visit && need.withinDays === 0
  return !need.visit
}
