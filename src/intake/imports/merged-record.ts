/** Merges an import into a network's record. Shared with the web pages, which apply it to the record's latest version. */
import type { Leave, NetworkRecord, RecordPerson } from '../record-document.ts'
import type { ImportResult } from './import-answer.ts'

/**
 * Imported people replace those with the same id and all synthetic people; new leave is added; imported demand replaces the existing
 * demand of its sites and needs. Imported rotas don't affect the record.
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

/** Half-days that tables can express. Known evenings and Saturdays are kept. */
const IN_TABLES = /^(mon|tue|wed|thu|fri)-(am|pm)$/

/** The file's data takes precedence over known data; skills, agreed extra sessions and the like are kept. */
export function withFile(known: RecordPerson | undefined, imported: RecordPerson): RecordPerson {
  const person = structuredClone(imported)
  if (known === undefined) return person
  const { works, patterns, ...rest } = known
  const others = (works ?? []).filter((slot) => !IN_TABLES.test(slot))
  // A usual week in the file, or one per week of a cycle, replaces the known weeks; if the file has neither, they are kept.
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

/** Key for detecting an absence that the record already has. */
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
