/** Reads a document section by section and row by row, so that an error in one row doesn't hide others. */
import type { z } from 'zod'
import { LIMITS, type Plan } from '../../policy.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { Complaints } from './complaints.ts'
import { idsIn, type Known, type Row, readField, readList, readOne, readRoot, readRules } from './reading.ts'
import * as schema from './schema.ts'

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
 * Every id, including those of otherwise invalid rows, so that an error is reported once and not again wherever the id is used. Null if
 * the whole list is invalid; then any id is accepted.
 */
export type Ids = Readonly<Record<'parts' | 'sites' | 'needs' | 'roles' | 'people', ReadonlySet<string> | null>>

/** The readable parts of a document. */
export interface Sections {
  readonly network: RotaDocument['network'] | null
  readonly week: RotaDocument['week'] | null
  readonly note: string | null
  readonly lists: Lists
  /** By rule id, unvalidated. */
  readonly rules: ReadonlyMap<string, unknown>
  readonly synthetic: boolean | null
  readonly plan: Plan | null
  readonly solve: NonNullable<RotaDocument['solve']>
  readonly ids: Ids
}

/**
 * Maximum number of rows per list: generous for 13 weeks of the largest accepted network, and small enough that a document a thousand
 * times too large is refused at once.
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

export function readSections(value: unknown, complaints: Complaints): Sections {
  const root = readRoot(value, schema.documentSchema, complaints)
  const list = <K extends ListName>(name: K, row: RowSchema<K>, required = false) =>
    readList<RowOf<K>>(
      // A null means no earlier rota.
      name === 'published' ? (root[name] ?? undefined) : root[name],
      { at: [name], row, most: ROWS[name], required, neverEmpty: NEVER_EMPTY.includes(name) },
      complaints,
    )
  const ids = (name: keyof Ids) => idsIn(root[name], { most: ROWS[name], neverEmpty: NEVER_EMPTY.includes(name) })
  return {
    network: readOne(root.network, { at: ['network'], schema: schema.networkSchema }, complaints),
    week: readOne(root.week, { at: ['week'], schema: schema.weekSchema }, complaints),
    note: readField(root, 'note', schema.noteSchema, complaints),
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
    synthetic: readField(root, 'synthetic', schema.syntheticSchema, complaints),
    plan: readField(root, 'plan', schema.planSchema, complaints),
    solve: readField(root, 'solve', schema.solveSchema, complaints) ?? {},
    ids: {
      parts: ids('parts'),
      sites: ids('sites'),
      needs: ids('needs'),
      roles: ids('roles'),
      people: ids('people'),
    },
  }
}

type RowSchema<K extends ListName> = z.ZodType<RowOf<K>> & { partial(): z.ZodType<Known<RowOf<K>>> }
