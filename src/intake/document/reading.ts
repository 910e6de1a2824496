/** Reads input field by field and row by row, so that an error in one row doesn't hide errors in others. */
import { z } from 'zod'
import type { Complaints } from './complaints.ts'
import { complainOf } from './wording.ts'

/** The valid fields of a row. */
export type Known<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The valid fields of a row (all of them if there were no errors), and its index in the list. */
export interface Row<T> {
  readonly index: number
  readonly value: Known<T>
}

/** The fields of a document, unparsed. */
export type Root = Readonly<Record<string, unknown>>

/** Maximum number of values in one row at all depths: a hundred times what a person's leave and wishes need. */
const VALUES_IN_ROW = 20_000

/** Reports unknown fields and a wrong format version. Throws if the input isn't an object. */
export function readRoot(value: unknown, whole: z.ZodObject, complaints: Complaints): Root {
  const schema = z.strictObject({
    ...Object.fromEntries(Object.keys(whole.shape).map((field) => [field, z.unknown().optional()])),
    format: whole.shape.format ?? z.unknown(),
  })
  const read = schema.safeParse(value)
  if (!read.success) complainOf(read.error.issues, { at: [], value, schema }, complaints)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) complaints.throwIfAny()
  return Object.fromEntries(Object.entries(value ?? {}))
}

export interface Place<T> {
  readonly at: readonly (string | number)[]
  readonly schema: z.ZodType<T>
}

/** Null if invalid. */
export function readOne<T>(value: unknown, place: Place<T>, complaints: Complaints): T | null {
  const look = survey(value)
  if (!look.fits) {
    complaints.add(place.at, `This has more than ${VALUES_IN_ROW} values, far more than it can need.`, {
      seen: value,
    })
    return null
  }
  const read = place.schema.safeParse(value)
  if (!read.success) {
    complainOf(read.error.issues, { at: place.at, value, schema: place.schema }, complaints)
    return null
  }
  // In records keyed by id, zod silently drops `__proto__`.
  if (look.proto) complaints.add([...place.at, ...wayToProto(value)], 'This cannot be an id.', { seen: '__proto__' })
  return read.data
}

/** As `readOne` for an optional field; null if absent too. */
export function readField<T>(root: Root, name: string, schema: z.ZodType<T>, complaints: Complaints): T | null {
  return root[name] === undefined ? null : readOne(root[name], { at: [name], schema }, complaints)
}

export interface ListPlace<T> {
  /** Path to the list. */
  readonly at: readonly string[]
  readonly row: z.ZodType<T> & { partial(): z.ZodType<Known<T>> }
  /** Maximum number of rows. */
  readonly most: number
  readonly required?: boolean
  readonly neverEmpty?: boolean
}

/** Every row that is at least partly valid; empty if the list is absent or invalid as a whole. */
export function readList<T>(given: unknown, place: ListPlace<T>, complaints: Complaints): Row<T>[] {
  const { at, row, most, required = false, neverEmpty = false } = place
  const name = at.at(-1) ?? ''
  if (given === undefined && !required) return []
  if (!Array.isArray(given)) {
    if (given === undefined) complaints.add(at, `"${name}" is missing: it must be a list.`)
    else complaints.add(at, `"${name}" must be a list.`, { seen: given })
    return []
  }
  if (given.length === 0 && neverEmpty) complaints.add(at, `"${name}" must have at least one row.`)
  if (given.length > most) {
    complaints.add(at, `"${name}" has ${given.length} rows; at most ${most} are accepted in one document.`, {
      seen: given,
    })
    return []
  }
  return given.flatMap((value: unknown, index) => {
    const read = readOne(value, { at: [...at, index], schema: row }, complaints) ?? remainder(value, row, complaints)
    return read === null ? [] : [{ index, value: read }]
  })
}

/** The valid fields of a partly invalid row, so that they can still be cross-checked. */
function remainder<T>(value: unknown, row: { partial(): z.ZodType<T> }, complaints: Complaints): T | null {
  if (complaints.full || typeof value !== 'object' || value === null || !survey(value).fits) return null
  const schema = row.partial()
  const wrong = schema.safeParse(value).error?.issues ?? []
  const fields = new Set(
    wrong.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
    ),
  )
  const rest = Object.fromEntries(Object.entries(value).filter(([field]) => !fields.has(field)))
  return schema.safeParse(rest).data ?? null
}

/** The contents of "rules", validated against the rule book later. */
export function readRules(root: Root, complaints: Complaints): ReadonlyMap<string, unknown> {
  const given = root.rules
  if (given === undefined) return new Map()
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && survey(given).fits)
    return new Map(Object.entries(given))
  complaints.add(['rules'], '"rules" must be an object with the ids of rules as its fields.', { seen: given })
  return new Map()
}

/** Whether the number of nested values is within the limit for a row, and whether any field is called `__proto__`. */
function survey(value: unknown): { fits: boolean; proto: boolean } {
  const left = [value]
  let proto = false
  for (let seen = 0; left.length > 0; seen++) {
    if (seen > VALUES_IN_ROW) return { fits: false, proto }
    const next = left.pop()
    if (Array.isArray(next) && next.length > VALUES_IN_ROW) return { fits: false, proto }
    if (typeof next !== 'object' || next === null) continue
    proto ||= Object.hasOwn(next, '__proto__')
    for (const inside of Object.values(next)) left.push(inside)
  }
  return { fits: true, proto }
}

function wayToProto(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Object.hasOwn(value, '__proto__')) return ['__proto__']
  for (const [key, inside] of Object.entries(value)) {
    const rest = wayToProto(inside)
    if (rest.length > 0) return [key, ...rest]
  }
  return []
}

/** Every id in a list, including those of otherwise invalid rows. Null if the list is invalid as a whole. */
export function idsIn(list: unknown, { most, neverEmpty = false }: { most: number; neverEmpty?: boolean }) {
  if (!Array.isArray(list) || list.length > most || (list.length === 0 && neverEmpty)) return null
  const rows: unknown[] = list
  return new Set(
    rows.flatMap((row) =>
      typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [],
    ),
  )
}
