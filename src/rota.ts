/** A rota: who works where in each session, and which clinic meets which need. */

export const WORKS = ['clinic', 'duty', 'visits', 'supervision', 'admin', 'training', 'outside'] as const
export type Work = (typeof WORKS)[number]
/** The kinds of work that meet needs. */
export const PATIENT_WORKS = ['clinic', 'duty', 'visits'] as const
export type PatientWork = (typeof PATIENT_WORKS)[number]
/** Work promised as a number of sessions per week, in any half day. */
export const COUNTED_WORKS = ['training', 'outside'] as const
export type CountedWork = (typeof COUNTED_WORKS)[number]

export interface Assignment {
  readonly person: string
  /** Session index. */
  readonly session: number
  readonly site: string
  readonly work: Work
  /** True if the person works by telephone or video and needs no room. */
  readonly remote: boolean
  /** Set if the rota doesn't say; the contact plan may then have the person work by telephone if rooms are short. */
  readonly mayTelephone?: true
}

/** Contacts of one need and one practice, planned for one cadre in one session at one site. */
export interface Clinic {
  readonly session: number
  readonly site: string
  readonly cadre: string
  readonly work: PatientWork
  readonly need: string
  readonly patientsOf: string
  readonly contacts: number
}

export interface Rota {
  readonly assignments: readonly Assignment[]
  readonly clinics: readonly Clinic[]
}

export function meetsNeeds(work: Work): work is PatientWork {
  return work === 'clinic' || work === 'duty' || work === 'visits'
}

export function isCounted(work: Work): work is CountedWork {
  return work === 'training' || work === 'outside'
}
