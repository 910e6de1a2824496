/** A network's record with what was imported in it. Shared with the pages, which apply it to whichever version is the latest. */
import type { Leave, NetworkRecord, RecordPerson } from '../record-document.ts'
import type { ImportResult } from './import-answer.ts'

/**
 * People of the file take the place of those with the same id, and of all who were made up; leave is added where it is new; imported
 * demand takes the place of what was there for its sites and needs. A rota is no part of a record.
 */
export function mergedRecord(record: NetworkRecord, result: ImportResult): NetworkRecord {
  const { people, cycle, leave, demand, sites } = result
  const withPeople = people === undefined ? record : withTeam(record, people)
  const sizes = new Map((sites ?? []).map((site) => [site.id, site]))
  return {
    ...withPeople,
    ...(cycle === undefined ? {} : { cycle: { weeks: [...cycle.weeks], from: cycle.from } }),
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
  if (synthetic === true) return { ...rest, people: imported.map((person) => structuredClone(person)) }
  const before = new Map(record.people.map((person) => [person.id, person]))
  const people = imported.map((person) => withFile(before.get(person.id), person))
  const ids = new Set(people.map(({ id }) => id))
  return { ...record, people: [...record.people.filter(({ id }) => !ids.has(id)), ...people] }
}

/** Half-days that tables have; evenings and Saturdays that were known stay. */
const IN_TABLES = /^(mon|tue|wed|thu|fri)-(am|pm)$/

/** What the file says of somebody goes before what was known; skills, agreed extra sessions and the like stay. */
export function withFile(known: RecordPerson | undefined, imported: RecordPerson): RecordPerson {
  const person = structuredClone(imported)
  if (known === undefined) return person
  const { works, patterns, ...rest } = known
  const others = (works ?? []).filter((slot) => !IN_TABLES.test(slot))
  // A usual week in the file, or one for each week of a cycle, takes the place of the weeks that were known; without one they stay.
  const usual =
    person.patterns !== undefined
      ? { patterns: person.patterns.map((one) => ({ ...one, works: [...(one.works ?? []), ...others] })) }
      : person.works !== undefined
        ? { works: [...person.works, ...others] }
        : { ...(works === undefined ? {} : { works }), ...(patterns === undefined ? {} : { patterns }) }
  const { home = known.home, sites = known.sites } = person
  const moved = sites !== undefined && home !== undefined && !sites.includes(home)
  return {
    ...rest,
    ...person,
    ...usual,
    ...(moved ? { sites: [...sites, home] } : {}),
    contract: { ...known.contract, ...person.contract },
  }
}

/** The same time away of the same person is not added again. */
export function leaveKey({ person, from, to, parts = [] }: Leave): string {
  return [person, from, to, ...parts].join(' ')
}

function withLeave(before: readonly Leave[], imported: readonly Leave[]): Leave[] {
  const known = new Set(before.map(leaveKey))
  const ids = new Set(before.map(({ id }) => id))
  let n = 0
  const freeId = () => {
    do n += 1
    while (ids.has(`l${n}`))
    return `l${n}`
  }
  return [...before, ...imported.filter((row) => !known.has(leaveKey(row))).map((row) => ({ ...row, id: freeId() }))]
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
