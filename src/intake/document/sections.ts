/** Reads a document section by section and row by row, so that a fault in one row hides no fault in another. */
import { z } from 'zod'
import { LIMITS, type Plan } from '../../policy.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Complaints } from './complaints.ts'
import * as schema from './schema.ts'
import { complainOf } from './wording.ts'

/** The fields of a row that are well formed. */
export type Known<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What is well formed of a row (every field, where nothing was wrong), and its position in its list. */
export interface Row<T> {
  readonly index: number
  readonly value: Known<T>
}

type ListName =
  | 'parts'
  | 'closed'
  | 'sites'
  | 'needs'
  | 'roles'
  | 'people'
  | 'demand'
  | 'backlog'
  | 'pins'
  | 'published'
  | 'history'
  | 'before'
type RowOf<K extends ListName> = NonNullable<RotaDocument[K]>[number]
export type Lists = { readonly [K in ListName]: readonly Row<RowOf<K>>[] }

/**
 * Every id given, also in rows that are wrong otherwise: a fault is told once, not again wherever the id is used. Null
 * where the whole list is wrong: then any id may be right.
 */
export type Ids = Readonly<Record<'parts' | 'sites' | 'needs' | 'roles' | 'people', ReadonlySet<string> | null>>

/** What could be read of a document. */
export interface Sections {
  readonly network: RotaDocument['network'] | null
  readonly week: RotaDocument['week'] | null
  readonly note: string | null
  readonly lists: Lists
  /** By id of rule, as given. */
  readonly rules: ReadonlyMap<string, unknown>
  readonly synthetic: boolean | null
  readonly plan: Plan | null
  readonly solve: NonNullable<RotaDocument['solve']>
  readonly ids: Ids
}

/**
 * Rows a list may have: generous for 13 weeks of the largest network that is accepted, and few enough that a document
 * a thousand times too large is refused at once.
 */
const ROWS: Readonly<Record<ListName, number>> = {
  parts: 40,
  closed: 2000,
  sites: LIMITS.sites,
  needs: 100,
  roles: 100,
  people: LIMITS.people,
  demand: 400_000,
  backlog: 40_000,
  pins: 100_000,
  published: 400_000,
  history: LIMITS.people,
  before: 100_000,
}

const NEVER_EMPTY: readonly ListName[] = ['parts', 'sites']

/** Values inside one row, all levels counted: a person's leave and wishes fit a hundred times over. */
const VALUES_IN_ROW = 20_000

export function readSections(value: unknown, complaints: Complaints): Sections {
  const root = readRoot(value, complaints)
  const list = <K extends ListName>(name: K, row: ListPlace<K>['row'], required = false) =>
    readList(root, { name, row, required }, complaints)
  return {
    network: readOne(root.network, { at: ['network'], schema: schema.networkSchema }, complaints),
    week: readOne(root.week, { at: ['week'], schema: schema.weekSchema }, complaints),
    note: root.note === undefined ? null : readOne(root.note, { at: ['note'], schema: schema.noteSchema }, complaints),
    lists: {
      parts: list('parts', schema.partSchema, true),
      closed: list('closed', schema.closedSchema),
      sites: list('sites', schema.siteSchema, true),
      needs: list('needs', schema.needSchema, true),
      roles: list('roles', schema.roleSchema, true),
      people: list('people', schema.personSchema, true),
      demand: list('demand', schema.demandSchema, true),
      backlog: list('backlog', schema.backlogSchema),
      pins: list('pins', schema.pinSchema),
      published: list('published', schema.assignmentSchema),
      history: list('history', schema.historySchema),
      before: list('before', schema.assignmentSchema),
    },
    rules: readRules(root, complaints),
    synthetic:
      root.synthetic === undefined
        ? null
        : readOne(root.synthetic, { at: ['synthetic'], schema: schema.syntheticSchema }, complaints),
    plan: root.plan === undefined ? null : readOne(root.plan, { at: ['plan'], schema: schema.planSchema }, complaints),
    solve:
      root.solve === undefined
        ? {}
        : (readOne(root.solve, { at: ['solve'], schema: schema.solveSchema }, complaints) ?? {}),
    ids: {
      parts: idsOf(root, 'parts'),
      sites: idsOf(root, 'sites'),
      needs: idsOf(root, 'needs'),
      roles: idsOf(root, 'roles'),
      people: idsOf(root, 'people'),
    },
  }
}

type Root = Readonly<Record<string, unknown>>

const rootSchema = z.strictObject({
  ...Object.fromEntries(Object.keys(schema.documentSchema.shape).map((field) => [field, z.unknown().optional()])),
  format: schema.formatSchema,
})

/** The document's fields, each still as it came. */
function readRoot(value: unknown, complaints: Complaints): Root {
  const read = rootSchema.safeParse(value)
  if (!read.success) complainOf(read.error.issues, { at: [], value, schema: rootSchema }, complaints)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) complaints.throwIfAny()
  return Object.fromEntries(Object.entries(value ?? {}))
}

interface Place<T> {
  readonly at: readonly (string | number)[]
  readonly schema: z.ZodType<T>
}

function readOne<T>(value: unknown, place: Place<T>, complaints: Complaints): T | null {
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
  // Where ids are the fields, zod drops this one in silence.
  if (look.proto) complaints.add([...place.at, ...wayToProto(value)], 'This cannot be an id.', { seen: '__proto__' })
  return read.data
}

interface ListPlace<K extends ListName> {
  readonly name: K
  readonly row: z.ZodType<RowOf<K>> & { partial(): z.ZodType<Known<RowOf<K>>> }
  readonly required: boolean
}

function readList<K extends ListName>(
  root: Root,
  { name, row, required }: ListPlace<K>,
  complaints: Complaints,
): Row<RowOf<K>>[] {
  const given = root[name]
  if (given === undefined && !required) return []
  if (given === null && name === 'published') return []
  if (!Array.isArray(given)) {
    if (given === undefined) complaints.add([name], `"${name}" is missing: it must be a list.`)
    else complaints.add([name], `"${name}" must be a list.`, { seen: given })
    return []
  }
  if (given.length === 0 && (name === 'parts' || name === 'sites'))
    complaints.add([name], `"${name}" must have at least one row.`)
  if (given.length > ROWS[name]) {
    complaints.add([name], `"${name}" has ${given.length} rows; at most ${ROWS[name]} are accepted in one document.`, {
      seen: given,
    })
    return []
  }
  return given.flatMap((value: unknown, index) => {
    const read = readOne(value, { at: [name, index], schema: row }, complaints) ?? remainder(value, row, complaints)
    return read === null ? [] : [{ index, value: read }]
  })
}

/** The fields of a row that are well formed, where others are not: they are cross-checked all the same. */
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

/** What stands under "rules"; each is read by the rule book, later. */
function readRules(root: Root, complaints: Complaints): ReadonlyMap<string, unknown> {
  const given = root.rules
  if (given === undefined) return new Map()
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && survey(given).fits)
    return new Map(Object.entries(given))
  complaints.add(['rules'], '"rules" must be an object with the ids of rules as its fields.', { seen: given })
  return new Map()
}

/** Whether a value has no more values inside it than a row can need, and whether a field `__proto__` is among them. */
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

function idsOf(root: Root, name: keyof Ids): ReadonlySet<string> | null {
  const list: unknown = root[name]
  if (!Array.isArray(list) || list.length > ROWS[name] || (list.length === 0 && NEVER_EMPTY.includes(name))) return null
  const rows: unknown[] = list
  return new Set(
    rows.flatMap((row) =>
      typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [],
    ),
  )
}
