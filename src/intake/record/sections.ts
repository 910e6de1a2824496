/** Reads a record section by section, in the form used for cross-checking documents, with defaults filled in. */
import { LIMITS } from '../../policy.ts'
import type { Complaints } from '../document/complaints.ts'
import {
  idsIn,
  type Known,
  type ListPlace,
  type Root,
  type Row,
  readField,
  readList,
  readOne,
  readRules,
} from '../document/reading.ts'
import * as rota from '../document/schema.ts'
import type { Ids, Sections } from '../document/sections.ts'
import type { RecordPerson, RecordSite } from '../record-document.ts'
import type { Lasting } from './check-lasting.ts'
import { needsOf, partsOf, rolesOf } from './defaults.ts'
import * as schema from './schema.ts'

/** An arbitrary week without a clock change, because a record isn't about a particular week. */
const SOME_WEEK = { from: '2026-11-30', weeks: 1 }

/** Maximum number of rows per list. Higher than for documents, because a record keeps people who have left. */
const MOST = {
  parts: 40,
  closed: 20_000,
  sites: LIMITS.sites,
  needs: 100,
  roles: 100,
  people: 2 * LIMITS.people,
  leave: 100_000,
  wishes: 100_000,
} as const
type ListName = keyof typeof MOST

const NEVER_EMPTY: readonly ListName[] = ['parts', 'sites']
const NOTHING_OF_A_WEEK = { demand: [], backlog: [], pins: [], published: [], history: [], before: [] } as const

export interface RecordSections {
  /** The fields a record shares with a document. */
  readonly sections: Sections
  /** The fields only a record has. */
  readonly lasting: Lasting
}

export function readRecord(root: Root, complaints: Complaints): RecordSections {
  const list = <T>(name: ListName, row: ListPlace<T>['row'], required = false) => {
    const place = { at: [name], row, required, most: MOST[name], neverEmpty: NEVER_EMPTY.includes(name) }
    return readList<T>(root[name], place, complaints)
  }
  const people = list('people', schema.recordPersonSchema, true)
  const sections: Sections = {
    network: readOne(root.network, { at: ['network'], schema: rota.networkSchema }, complaints),
    week: SOME_WEEK,
    note: readField(root, 'note', rota.noteSchema, complaints),
    lists: {
      ...NOTHING_OF_A_WEEK,
      parts: root.parts === undefined ? rowsOf(partsOf({})) : list('parts', rota.partSchema),
      closed: list('closed', rota.closedSchema),
      sites: list('sites', schema.recordSiteSchema, true).map(siteRow),
      needs: list('needs', rota.needSchema),
      roles: list('roles', rota.roleSchema),
      people: people.map(personRow),
    },
    rules: readRules(root, complaints),
    synthetic: readField(root, 'synthetic', rota.syntheticSchema, complaints),
    plan: null,
    solve: readField(root, 'solve', rota.solveSchema, complaints) ?? {},
    ids: idsOf(root),
  }
  readField(root, 'history', schema.historySchema, complaints)
  readField(root, 'imports', schema.importsSchema, complaints)
  const lasting = {
    people,
    cycle: readField(root, 'cycle', schema.cycleSchema, complaints),
    leave: list('leave', schema.leaveSchema),
    wishes: list('wishes', schema.wishSchema),
  }
  return { sections, lasting }
}

function idsOf(root: Root): Ids {
  const given = (name: keyof Ids) => idsIn(root[name], { most: MOST[name], neverEmpty: NEVER_EMPTY.includes(name) })
  const orDefault = (name: keyof Ids, rows: readonly { readonly id: string }[]) =>
    root[name] === undefined ? new Set(rows.map(({ id }) => id)) : given(name)
  return {
    sites: given('sites'),
    people: given('people'),
    parts: orDefault('parts', partsOf({})),
    needs: orDefault('needs', needsOf({})),
    roles: orDefault('roles', rolesOf({}, SOME_WEEK.from)),
  }
}

function rowsOf<T>(values: readonly T[]): Row<T>[] {
  return values.map((value, index) => ({ index, value }))
}

function siteRow({ index, value }: Row<RecordSite>): Row<RecordSite & { rooms: number }> {
  const { rooms, ...site } = value
  return { index, value: rooms === undefined ? site : { ...site, rooms } }
}

/** The fields of a person's row that a document has too. */
function personRow({ index, value }: Row<RecordPerson>): Row<RecordPerson & { home: string }> {
  const { home, ...person }: Known<RecordPerson> = value
  return { index, value: home === undefined ? person : { ...person, home } }
}
