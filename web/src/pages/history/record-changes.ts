/** Describes the differences between two versions of a network's record. */
import type { Leave, NetworkRecord, RecordPerson } from '../../api.ts'
import { plainDay } from '../../parts/dates.ts'
import { partsWords } from '../../parts/session-words.ts'
import { plural } from '../../parts/week/figures.ts'

/** Above this number, items are only counted. */
const NAMED = 4

/** One phrase per kind of change; empty if the versions are the same. */
export function recordChanges(before: NetworkRecord | null, after: NetworkRecord): readonly string[] {
  if (before === null) return [`saved for the first time, with ${plural(after.people.length, 'person', 'people')}`]
  return [...teamChanges(before, after), ...leaveChanges(before, after), ...otherChanges(before, after)]
}

function teamChanges({ people: old }: NetworkRecord, { people: now }: NetworkRecord): readonly string[] {
  const [was, is] = [byId(old), byId(now)]
  const added = now.filter(({ id }) => !was.has(id))
  const gone = old.filter(({ id }) => !is.has(id))
  const changed = now.filter((person) => was.has(person.id) && !isSame(was.get(person.id), person))
  if (old.length > 0 && gone.length === old.length)
    return [`the team replaced: ${plural(old.length, 'person', 'people')} before, ${now.length} now`]
  return [
    ...(added.length > 0 ? [`added: ${namesOf(added)}`] : []),
    ...(gone.length > 0 ? [`removed: ${namesOf(gone)}`] : []),
    ...(changed.length > 0 ? [`details changed: ${namesOf(changed)}`] : []),
  ]
}

function leaveChanges(before: NetworkRecord, after: NetworkRecord): readonly string[] {
  const names = new Map([...before.people, ...after.people].map(({ id, name }) => [id, name]))
  const [was, is] = [before.leave ?? [], after.leave ?? []]
  const words = ({ person, from, to, parts }: Leave) => {
    const days = from === to ? plainDay(from) : `${plainDay(from)} to ${plainDay(to)}`
    const only = parts === undefined ? '' : `, ${partsWords(parts, after.parts ?? [])} only`
    return `${names.get(person) ?? 'a former colleague'}, ${days}${only}`
  }
  const notIn = (rows: readonly Leave[], others: readonly Leave[]) =>
    rows.filter((row) => !others.some((one) => isSame(one, row)))
  return [...told('leave granted', notIn(is, was).map(words)), ...told('leave cancelled', notIn(was, is).map(words))]
}

function told(what: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return []
  return [rows.length > NAMED ? `${what}: ${rows.length} periods` : `${what}: ${rows.join('; ')}`]
}

const OTHERS = [
  ['wishes', 'wishes'],
  ['rules', 'rules'],
  ['demand', 'demand'],
  ['sites', 'practices'],
  ['roles', 'roles'],
  ['needs', 'needs'],
  ['parts', 'half-days'],
  ['closed', 'closures'],
  ['cycle', 'the rolling pattern of weeks'],
  ['imports', 'how words in spreadsheets are read'],
] as const

function otherChanges(before: NetworkRecord, after: NetworkRecord): readonly string[] {
  return OTHERS.filter(([field]) => !isSame(Reflect.get(before, field), Reflect.get(after, field))).map(
    ([, name]) => `${name} changed`,
  )
}

const byId = (people: readonly RecordPerson[]) => new Map(people.map((person) => [person.id, person]))

function namesOf(people: readonly RecordPerson[]): string {
  return people.length > NAMED ? plural(people.length, 'person', 'people') : people.map(({ name }) => name).join(', ')
}

/** Ignores the order of fields; a missing list equals an empty one. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a ?? [])) === JSON.stringify(sorted(b ?? []))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, sorted(field)] as const)
  return Object.fromEntries(fields.sort(([one], [other]) => (one < other ? -1 : 1)))
}
