/** Roles, people and cadres of a document as domain types. */
import type { Need } from '../../needs.ts'
import { DUTY_ROLES, ROLE_DEFAULTS } from '../../policy.ts'
import type { Cadre, Person, Role, Skillset, Wish } from '../../staff.ts'
import type { Horizon } from '../../time.ts'
import type { PersonDocument, RoleDocument, RotaDocument } from '../rota-document.ts'
import { slotOf } from '../slots.ts'
import { CONTRACT, FUNDING, RETURNS, roleMinutes, SUPERVISED_WHERE, WISH_WEIGHT } from './defaults.ts'

export function rolesOf(document: RotaDocument): Role[] {
  return document.roles.map((role) => ({
    id: role.id,
    title: role.title,
    ...roleMinutes(role),
    costPerSession: role.costPerSession ?? ROLE_DEFAULTS.costPerSession,
    maxContactsPerDay: role.maxContactsPerDay ?? null,
    maxSites: role.maxSites ?? null,
    meets: skillsetsOf(role, document),
    supervision: role.supervision ? { where: SUPERVISED_WHERE, ...role.supervision } : null,
    duty: role.duty ?? DUTY_ROLES.includes(role.id),
    funding: role.funding ?? FUNDING,
  }))
}

/** In the order of the document's needs. */
function skillsetsOf(role: RoleDocument, document: RotaDocument): ReadonlyMap<string, Skillset> {
  const meets = new Map(Object.entries(role.meets ?? {}))
  return new Map(
    document.needs.flatMap((need): [string, Skillset][] => {
      const how = meets.get(need.id)
      return how ? [[need.id, { minutes: how.minutes, returns: how.returns ?? RETURNS }]] : []
    }),
  )
}

interface Team {
  readonly roles: readonly Role[]
  readonly needs: readonly Need[]
  readonly horizon: Horizon
}

export function peopleOf(document: RotaDocument, team: Team): Person[] {
  return document.people.map((person) => ({
    id: person.id,
    name: person.name,
    role: person.role,
    home: person.home,
    sites: [...new Set([person.home, ...(person.sites ?? [])])],
    contract: { ...CONTRACT, ...person.contract },
    skills: person.skills ?? [],
    wishes: wishesOf(person, team.horizon),
    cadre: cadreId(person, team),
  }))
}

/** Cadres with at least one person, grouped by role and sorted by id. */
export function cadresOf(people: readonly Person[], team: Team): Cadre[] {
  return team.roles.flatMap((role) => {
    const members = people.filter((person) => person.role === role.id)
    const ids = [...new Set(members.map((person) => person.cadre))].sort()
    return ids.map((id) => {
      const own = members.filter((person) => person.cadre === id)
      return {
        id,
        role: role.id,
        people: own.map((person) => person.id),
        meets: withinSkills(role, own[0]?.skills ?? [], team),
      }
    })
  })
}

function withinSkills(role: Role, skills: readonly string[], { needs }: Team): ReadonlyMap<string, Skillset> {
  const skillOf = new Map(needs.map((need) => [need.id, need.skill]))
  return new Map(
    [...role.meets].filter(([need]) => {
      const skill = skillOf.get(need) ?? null
      return skill === null || skills.includes(skill)
    }),
  )
}

/** The role, with those of the person's skills that at least one of the role's needs requires. */
function cadreId(person: PersonDocument, { roles, needs }: Team): string {
  const role = roles.find((one) => one.id === person.role)
  const asked = needs.flatMap((need) => (need.skill !== null && role?.meets.has(need.id) ? [need.skill] : []))
  const skills = [...new Set(asked)].filter((skill) => person.skills?.includes(skill)).sort()
  return [person.role, ...skills].join('+')
}

function wishesOf(person: PersonDocument, horizon: Horizon): Wish[] {
  return (person.wishes ?? []).map((wish) => {
    const slot = slotOf(wish.part, horizon.parts)
    const meant = horizon.sessions.filter((session) => {
      const inPart = session.part === wish.part || (session.part === slot?.part && session.weekday === slot.weekday)
      return inPart && (!wish.date || session.date === wish.date)
    })
    return { sessions: meant.map((session) => session.index), want: wish.want, weight: wish.weight ?? WISH_WEIGHT }
  })
}
