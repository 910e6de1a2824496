/** Rows of the board: people by role, by site or all together. */
import type { Assignment, Person } from '../../api.ts'
import type { WeekPlan } from './week-plan.ts'

export interface RoleGroup {
  readonly key: string
  readonly title: string
  readonly people: readonly Person[]
}

export interface BoardFilter {
  readonly site: string | null
  readonly role: string | null
  /** Part of a name. */
  readonly person: string
}

/** Everybody, by role in the document's order. */
export function groupsByRole(plan: WeekPlan, filter: BoardFilter): readonly RoleGroup[] {
  return grouped(
    plan,
    plan.document.people.filter((person) => fits(person, filter)),
    'all',
  )
}

/** People based at this site, by role, followed by others planned there. */
export function groupsAtSite(
  plan: WeekPlan,
  site: string,
  { filter, assignments }: { readonly filter: BoardFilter; readonly assignments: readonly Assignment[] },
): readonly RoleGroup[] {
  const people = plan.document.people.filter((person) => fits(person, { ...filter, site: null }))
  const there = new Set(assignments.filter((one) => one.site === site).map((one) => one.person))
  const visiting = people.filter(({ id, home }) => home !== site && there.has(id))
  const own = grouped(
    plan,
    people.filter(({ home }) => home === site),
    site,
  )
  return visiting.length === 0
    ? own
    : [...own, { key: `${site} visiting`, title: 'From other practices', people: visiting }]
}

function fits({ role, name, home, sites = [] }: Person, filter: BoardFilter): boolean {
  if (filter.role !== null && role !== filter.role) return false
  if (filter.site !== null && home !== filter.site && !sites.includes(filter.site)) return false
  return name.toLowerCase().includes(filter.person.trim().toLowerCase())
}

function grouped({ document, roleTitle }: WeekPlan, people: readonly Person[], prefix: string): readonly RoleGroup[] {
  const roles = [...new Set([...document.roles.map(({ id }) => id), ...people.map(({ role }) => role)])]
  return roles
    .map((role) => ({
      key: `${prefix} ${role}`,
      title: roleTitle(role),
      people: people.filter((p) => p.role === role),
    }))
    .filter((group) => group.people.length > 0)
}
