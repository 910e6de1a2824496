/** Patient-facing time of a session, relative to a whole session. */
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { PatientWork } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** One person's patient-facing time in this session and work, as a share of a whole session's. */
export function timeShare(role: Role, session: Session, work: PatientWork): number {
  return PATIENT_SHARE[work] * Math.min(1, session.minutes / role.sessionMinutes)
}
