/** People who must be there and are not. */
import { DUTY_ROLES } from '../../../../src/policy.ts'
import type { Problem } from '../../../../src/problem.ts'
import type { Finding } from '../../../../src/report.ts'
import type { Role } from '../../../../src/staff.ts'
import { peopleNames } from '../../../../src/wording/names.ts'
import { hubOf } from './hub.ts'
import type { Scene, Wanted } from './wanted.ts'

/** By rule: the role that a finding lacks, and why. Findings of other rules are not resolved by one more person. */
export const MISSING: Readonly<
  Record<string, (finding: Finding, problem: Problem) => { readonly role: Role | undefined; readonly why: string }>
> = {
  'duty-doctor': (_, problem) => ({ role: dutyRole(problem), why: 'no duty doctor' }),
  'enhanced-access': (_, problem) => ({ role: dutyRole(problem), why: 'no GP in any building of the network' }),
  supervision: ({ people }, problem) => ({
    role: supervisorOf(people, problem),
    why: `nobody with time to supervise ${peopleNames(people, problem)}`,
  }),
  'minimum-cover': ({ role }, problem) => ({
    role: problem.roleById.get(role ?? '') ?? dutyRole(problem),
    why: 'too few people to see patients',
  }),
}

/** In this order, so that people already wanted also count towards cover. */
export function missingPeople({ problem, rota, findings }: Scene): Wanted[] {
  const wanted: Wanted[] = []
  for (const [rule, missing] of Object.entries(MISSING)) {
    for (const finding of findings.filter((f) => f.rule === rule)) {
      const session = problem.horizon.sessions.find((s) => s.date === finding.date && s.part === finding.part)
      const { role, why } = missing(finding, problem)
      if (session === undefined || role === undefined) continue
      const site = finding.site ?? hubOf(problem, rota, session.index)
      const there = wanted.filter((w) => w.site === site && w.session === session.index && isAs(w.role, role)).length
      // A fraction of a person (a supervisor's minutes) still means finding somebody.
      for (let n = there; n < Math.ceil(finding.amount - 1e-6); n++)
        wanted.push({ site, session: session.index, role, rule, why })
    }
  }
  return wanted
}

/** The role for duty: a locum role if the document has one. */
export function dutyRole(problem: Problem): Role | undefined {
  const able = problem.roles.filter((role) => role.duty)
  return able.find(({ funding }) => funding === 'locum') ?? able.find(({ id }) => DUTY_ROLES.includes(id)) ?? able[0]
}

/** A doctor if doctors may supervise, otherwise the first role that may. */
function supervisorOf(people: readonly string[], problem: Problem): Role | undefined {
  const role = problem.roleById.get(problem.personById.get(people[0] ?? '')?.role ?? '')
  const able = problem.roles.filter(({ id }) => role?.supervision?.by.includes(id))
  return able.some(({ duty }) => duty) ? dutyRole(problem) : able[0]
}

/** Same role, or both doctors: a doctor wanted for the evening supervises as well. */
function isAs(one: Role, other: Role): boolean {
  return one === other || (one.duty && other.duty)
}
