/** Whom to look for where patients of some needs wait. */
import { TRAINEE_MINUTES } from '../../../../src/policy.ts'
import type { Role } from '../../../../src/staff.ts'
import { dutyRole } from './missing-people.ts'
import type { Scene } from './wanted.ts'

/** The role that sees most of such patients in this rota, else the first that may see them; for trainees a qualified doctor, and never a partner's people. */
export function roleFor(
  needs: readonly string[],
  { problem, rota: { clinics } }: Pick<Scene, 'problem' | 'rota'>,
): Role | undefined {
  const able = problem.roles.filter((role) => role.funding !== 'partner' && needs.every((need) => role.meets.has(need)))
  const seen = (role: Role) =>
    clinics
      .filter((c) => needs.includes(c.need) && problem.cadreById.get(c.cadre)?.role === role.id)
      .reduce((sum, c) => sum + c.contacts, 0)
  const best = able.reduce<Role | undefined>((most, r) => (most && seen(most) >= seen(r) ? most : r), undefined)
  const doctor = dutyRole(problem)
  const qualifies = doctor !== undefined && needs.every((need) => doctor.meets.has(need))
  return qualifies && best !== undefined && (best.duty || isTrainee(best)) ? doctor : best
}

/** Who takes that much of a supervisor's session is in training; others only ask now and then. */
export function isTrainee({ supervision }: Role): boolean {
  return supervision !== null && supervision.minutes >= TRAINEE_MINUTES
}
