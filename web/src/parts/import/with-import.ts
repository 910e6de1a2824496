/** A network's record with what was read from a file in it: as `rota import` puts it there. */
import type { Import, Leave, NetworkRecord, RecordPerson } from '../../api.ts'

export type ImportResult = NonNullable<Import['result']>

/**
 * People of the file take the place of those with the same id, and of all who were made up; leave is added where it is new; imported
 * demand takes the place of what was there for its practices and needs.
 */
export function withImport(record: NetworkRecord, { people, leave, demand, sites }: ImportResult): NetworkRecord {
  const withPeople = people === undefined ? record : withTeam(record, people)
  return {
    ...withPeople,
    ...(sites === undefined ? {} : { sites: withPeople.sites.map((site) => sized(site, sites)) }),
    ...(leave === undefined ? {} : { leave: withLeave(withPeople.leave ?? [], leave) }),
    ...(demand === undefined ? {} : { demand: withDemand(withPeople.demand ?? {}, demand) }),
  }
}

type Site = NetworkRecord['sites'][number]

function sized(site: Site, sizes: NonNullable<ImportResult['sites']>): Site {
  const size = sizes.find(({ id }) => id === site.id)
  if (size === undefined) return site
  const { patients, adjustedPatients } = size
  const weighted = adjustedPatients === undefined ? {} : { adjustedPatients: Math.round(adjustedPatients) }
  return { ...site, patients: Math.round(patients), ...weighted }
}

function withTeam(record: NetworkRecord, imported: readonly RecordPerson[]): NetworkRecord {
  if (record.synthetic === true) {
    const { synthetic, note, leave, wishes, ...rest } = record
    return { ...rest, people: [...imported] }
  }
  const before = new Map(record.people.map((person) => [person.id, person]))
  const ids = new Set(imported.map(({ id }) => id))
  return {
    ...record,
    people: [
      ...record.people.filter(({ id }) => !ids.has(id)),
      ...imported.map((person) => personWith(before.get(person.id), person)),
    ],
  }
}

/** Half-days that tables have; evenings and Saturdays that were known stay. */
const IN_TABLES = /^(mon|tue|wed|thu|fri)-(am|pm)$/

/** What the file says of somebody goes before what was known; skills, agreed extra sessions and the like stay. */
export function personWith(known: RecordPerson | undefined, person: RecordPerson): RecordPerson {
  if (known === undefined) return person
  const { works, patterns, ...rest } = known
  const usual =
    person.works === undefined
      ? { ...(works === undefined ? {} : { works }), ...(patterns === undefined ? {} : { patterns }) }
      : { works: [...person.works, ...(works ?? []).filter((slot) => !IN_TABLES.test(slot))] }
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
export const leaveKey = ({ person, from, to, parts = [] }: Omit<Leave, 'id'>) => [person, from, to, ...parts].join(' ')

function withLeave(before: readonly Leave[], imported: readonly Leave[]): Leave[] {
  const known = new Set(before.map(leaveKey))
  const taken = new Set(before.map(({ id }) => id))
  let n = 0
  const freeId = () => {
    do n += 1
    while (taken.has(`l${n}`))
    return `l${n}`
  }
  return [...before, ...imported.filter((row) => !known.has(leaveKey(row))).map((row) => ({ ...row, id: freeId() }))]
}

type Demand = NonNullable<NetworkRecord['demand']>
interface OfNeed {
  readonly site?: string
  readonly need?: string
}

function withDemand(before: Demand, { weekly = [], byDay = [] }: Demand): Demand {
  const rest = <T extends OfNeed>(rows: readonly T[], fresh: readonly T[]) =>
    rows.filter((row) => !fresh.some((one) => one.site === row.site && one.need === row.need))
  const days = [...rest(before.byDay ?? [], byDay), ...byDay]
  return {
    ...before,
    weekly: [...rest(before.weekly ?? [], weekly), ...weekly],
    ...(days.length === 0 ? {} : { byDay: days }),
  }
}
