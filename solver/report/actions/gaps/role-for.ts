/** Which role to look for if patients with certain needs are waiting. */
import { TRAINEE_MINUTES } from '../../../../src/policy.ts'
import type { Role } from '../../../../src/staff.ts'
import { dutyRole } from './missing-people.ts'
import type { Scene } from './wanted.ts'

/**
 * The role that sees most such patients in this rota, otherwise the first that may see them. A qualified
 * doctor instead of a trainee, and never a partner's role.
 */
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

/** Roles that need this much of a supervisor's session are in training; others only ask occasionally. */
export function isTrainee({ supervision }: Role): boolean {
  return supervision !== null && supervision.minutes >= TRAINEE_MINUTES
}
