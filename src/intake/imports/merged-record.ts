/** A network's record with what was imported in it. */

import { needsOf, rolesOf } from '../record/defaults.ts'
import type { Leave, NetworkRecord, RecordPerson } from '../record-document.ts'
import type { ImportContext, ImportMapping, ImportResult } from './import-answer.ts'

export interface ImportOptions {
  readonly today: string
  readonly mapping?: ImportMapping
  readonly year?: number
  readonly role?: string
  readonly site?: string
}

/** What a reader may know of a network; of none, the roles and needs of any network in England. */
export function importContext(
  record: NetworkRecord | null,
  { today, mapping = {}, ...given }: ImportOptions,
): ImportContext {
  const { people = [], sites = [] } = record ?? {}
  const own: Partial<NetworkRecord> = record ?? {}
  return {
    today,
    mapping: joined(own.imports ?? {}, mapping),
    ...given,
    // People who were made up are no one that a file could mean.
    people:
      record?.synthetic === true
        ? []
        : people.map(({ id, name, role, home }) => ({ id, name, role, ...(home === undefined ? {} : { home }) })),
    sites: sites.map(({ id, name }) => ({ id, name })),
    roles: rolesOf(own, today).map(({ id, title }) => ({ id, title })),
    needs: needsOf(own).map(({ id, title, gpadCategory }) => ({
      id,
      title,
      ...(gpadCategory === undefined ? {} : { gpadCategory }),
    })),
  }
}

/** What is given now goes before what the record remembers. */
function joined(remembered: ImportMapping, given: ImportMapping): ImportMapping {
  const names = ['roles', 'words', 'people', 'needs', 'sites'] as const
  return Object.fromEntries(names.map((name) => [name, meanings({ ...remembered[name], ...given[name] })]))
}

/** Without what every object has: “constructor” in a cell is a word like any other. */
function meanings(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const bare: Record<string, string> = Object.create(null)
  return Object.assign(bare, given)
}

/**
 * People of the file take the place of those with the same id, and of all who were made up; leave is added where it is new; imported
 * demand takes the place of what was there for its sites and needs. A rota is no part of a record.
 */
export function mergedRecord(record: NetworkRecord, { people, leave, demand, sites }: ImportResult): NetworkRecord {
  const withPeople = people === undefined ? record : withTeam(record, people)
  const sizes = new Map((sites ?? []).map((site) => [site.id, site]))
  return {
    ...withPeople,
    sites: withPeople.sites.map((site) => {
      const size = sizes.get(site.id)
      if (size === undefined) return site
      const { patients, adjustedPatients } = size
      return {
        ...site,
        patients: Math.round(patients),
        ...(adjustedPatients === undefined ? {} : { adjustedPatients: Math.round(adjustedPatients) }),
      }
    }),
    ...(leave === undefined ? {} : { leave: withLeave(withPeople.leave ?? [], leave) }),
    ...(demand === undefined ? {} : { demand: withDemand(withPeople.demand, demand) }),
  }
}

function withTeam(record: NetworkRecord, imported: readonly RecordPerson[]): NetworkRecord {
  const { synthetic, note, leave, wishes, ...rest } = record
  const people = imported.map((person) => structuredClone(person))
  if (synthetic === true) return { ...rest, people }
  const ids = new Set(people.map(({ id }) => id))
  return { ...record, people: [...record.people.filter(({ id }) => !ids.has(id)), ...people] }
}

function withLeave(before: readonly Leave[], imported: readonly Leave[]): Leave[] {
  const key = ({ person, from, to, parts = [] }: Leave) => [person, from, to, ...parts].join(' ')
  const known = new Set(before.map(key))
  const ids = new Set(before.map(({ id }) => id))
  let n = 0
  const freeId = () => {
    do n += 1
    while (ids.has(`l${n}`))
    return `l${n}`
  }
  return [...before, ...imported.filter((row) => !known.has(key(row))).map((row) => ({ ...row, id: freeId() }))]
}

type Demand = NonNullable<NetworkRecord['demand']>

function withDemand(before: Demand | undefined, { weekly = [], byDay = [] }: Demand): Demand {
  const same = (a: { site?: string; need?: string }, b: { site?: string; need?: string }) =>
    a.site === b.site && a.need === b.need
  const rest = <T extends { site?: string; need?: string }>(rows: readonly T[], fresh: readonly T[]) =>
    rows.filter((row) => !fresh.some((one) => same(one, row)))
  const days = [...rest(before?.byDay ?? [], byDay), ...byDay]
  return {
    ...before,
    weekly: [...rest(before?.weekly ?? [], weekly), ...weekly],
    ...(days.length === 0 ? {} : { byDay: days }),
  }
}
