/** A record's people in words, for a table. */
import type { NetworkRecord, RecordPerson } from '../record-document.ts'
import { homeOf, rolesOf } from './defaults.ts'

/** Alternating weeks and fixed work can't be shown in a table of half-days, so their half-days are left out. */
export function teamRows(record: NetworkRecord, today: string) {
  const titles = new Map(rolesOf(record, today).map(({ id, title }) => [id, title]))
  const names = new Map(record.sites.map(({ id, name }) => [id, name]))
  return record.people.map((person) => ({
    name: person.name,
    role: titles.get(person.role) ?? person.role,
    sessions: person.contract.sessions,
    practice: names.get(homeOf(person, record.sites)) ?? '',
    works: oneWeek(person),
    from: person.from ?? null,
    until: person.until ?? null,
  }))
}

function oneWeek({ works, patterns = [] }: RecordPerson): readonly string[] | null {
  return patterns.length > 0 ? null : (works ?? null)
}
