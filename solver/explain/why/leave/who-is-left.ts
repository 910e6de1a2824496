/** How many of each role are at work in a week, and what nobody can cover. */
import type { Problem } from '../../../../src/problem.ts'
import type { Person } from '../../../../src/staff.ts'
import type { Session } from '../../../../src/time.ts'
import { isInForce } from '../../../facts/rule-settings.ts'
import { dutyDoctor, dutyGroups } from '../../../rules/duty-doctor.ts'

export interface RoleOutlook {
  readonly role: string
  readonly people: number
  /** People on leave for at least half of their contract. */
  readonly away: number
}

/** A session that nobody can cover. */
export interface Uncovered {
  readonly date: string
  readonly part: string
  readonly sites: readonly string[]
}

export interface Unsupervised {
  readonly date: string
  readonly part: string
  readonly person: string
}

/** Roles that have people, in document order. */
export function rolesOutlook(problem: Problem): RoleOutlook[] {
  return problem.roles
    .map(({ id }) => {
      const own = problem.people.filter((person) => person.role === id)
      return { role: id, people: own.length, away: own.filter((person) => isAway(person, problem)).length }
    })
    .filter(({ people }) => people > 0)
}

/** Closures do not count as leave. */
function isAway(person: Person, { availability, horizon }: Problem): boolean {
  const own = availability.get(person.id)
  if (own === undefined) return false
  const core = horizon.sessions.filter((session) => !session.enhancedAccess)
  const leave = core.filter(({ index }) => own.away[index] === true).length
  const due = own.due.reduce((sum, sessions) => sum + sessions, 0)
  return leave > 0 && due <= (person.contract.sessions * horizon.weeks) / 2
}

/** Core sessions in which nobody present may hold duty for a group of sites; empty if the rule is off. */
export function dutiesUncovered(problem: Problem): Uncovered[] {
  if (!isInForce(dutyDoctor, problem)) return []
  const holders = problem.people.filter(({ role }) => problem.roleById.get(role)?.duty === true)
  return problem.horizon.sessions
    .filter((session) => !session.enhancedAccess)
    .flatMap((session) =>
      dutyGroups(problem)
        .map((group) => group.filter((id) => problem.siteById.get(id)?.open[session.index] === true))
        .filter((open) => open.length > 0)
        .filter(
          (open) => !holders.some((one) => isFree(one, session, problem) && one.sites.some((id) => open.includes(id))),
        )
        .map((sites) => ({ date: session.date, part: session.part, sites })),
    )
}

/** People who need supervision in sessions in which nobody present may supervise them. */
export function unsupervised(problem: Problem): Unsupervised[] {
  return problem.people.flatMap((person) => {
    const { supervision } = problem.roleById.get(person.role) ?? { supervision: null }
    if (supervision === null) return []
    const supervisors = problem.people.filter(({ role }) => supervision.by.includes(role))
    const near = (one: Person) => supervision.where === 'network' || one.sites.some((id) => person.sites.includes(id))
    return problem.horizon.sessions
      .filter((session) => !session.enhancedAccess && isFree(person, session, problem))
      .filter((session) => person.sites.some((id) => problem.siteById.get(id)?.open[session.index] === true))
      .filter((session) => !supervisors.some((one) => near(one) && isFree(one, session, problem)))
      .map(({ date, part }) => ({ date, part, person: person.id }))
  })
}

function isFree({ id }: Person, { index }: Session, { availability }: Problem): boolean {
  return availability.get(id)?.free[index] === true
}
