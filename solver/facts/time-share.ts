/** How much of a whole session's time for patients a session gives. */
import { PATIENT_SHARE } from '../../src/policy.ts'
import type { PatientWork } from '../../src/rota.ts'
import type { Role } from '../../src/staff.ts'
import type { Session } from '../../src/time.ts'

/** Share of a whole session's patient-facing time that one person has in this session and work. */
export function timeShare(role: Role, session: Session, work: PatientWork): number {
  return PATIENT_SHARE[work] * Math.min(1, session.minutes / role.sessionMinutes)
}
