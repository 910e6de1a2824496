/** Read and update operations of the team page on a record's people. */
import type { NetworkRecord, Part, RecordPerson, Role } from '../../api.ts'
import type { RecordChange } from '../../parts/record/use-record-changes.ts'

/** The record, with the defaults that it may rely on. */
export interface Team {
  readonly ods: string
  readonly record: NetworkRecord
  readonly roles: readonly Role[]
  readonly parts: readonly Part[]
  readonly letters: readonly string[]
}

export interface TeamFilter {
  readonly site: string | null
  readonly role: string | null
  readonly person: string
}

export interface TeamGroup {
  readonly role: Role
  readonly people: readonly RecordPerson[]
}

export const homeOf = ({ sites }: NetworkRecord, { home }: RecordPerson) => home ?? sites[0]?.id ?? ''

/** Roles with people, in order, with the people that match the filter. */
export function groupsOf({ record, roles }: Team, filter: TeamFilter): readonly TeamGroup[] {
  const people = record.people.filter((person) => fits(record, person, filter))
  return roles
    .map((role) => ({ role, people: people.filter((person) => person.role === role.id) }))
    .filter((group) => group.people.length > 0)
}

function fits(record: NetworkRecord, person: RecordPerson, { site, role, person: letters }: TeamFilter): boolean {
  if (role !== null && person.role !== role) return false
  const home = homeOf(record, person)
  if (site !== null && home !== site && !(person.sites ?? []).includes(site)) return false
  return person.name.toLowerCase().includes(letters.trim().toLowerCase())
}

/** A change to one person. Has no effect if the person no longer exists. */
export function personChange(id: string, what: string, apply: (person: RecordPerson) => RecordPerson): RecordChange {
  return {
    what,
    apply: (record) => ({
      ...record,
      people: record.people.map((person) => (person.id === id ? apply(person) : person)),
    }),
  }
}

/** An unused id. Ids of people who have left are never reused, because past rotas refer to them. */
export function newPersonId({ people }: NetworkRecord): string {
  const numbers = people.map(({ id }) => Number(/^p(\d+)$/.exec(id)?.[1] ?? 0))
  return `p${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
}

/** People whose first or last day is within the next quarter, soonest first. */
export function comingAndGoing(people: readonly RecordPerson[], from: string, to: string) {
  const joining = people.filter((person) => person.from !== undefined && person.from >= from && person.from <= to)
  const leaving = people.filter(({ until }) => until !== undefined && until !== null && until >= from && until <= to)
  const moments = [
    ...joining.map((person) => ({ person, day: person.from ?? '', isJoining: true })),
    ...leaving.map((person) => ({ person, day: person.until ?? '', isJoining: false })),
  ]
  return moments.sort((a, b) => a.day.localeCompare(b.day) || a.person.name.localeCompare(b.person.name))
}
