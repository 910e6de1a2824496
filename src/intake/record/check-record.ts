/** The door for records: what comes in leaves as a NetworkRecord that is right in itself, or as one BadInput. */
import { LIMITS, type RuleEntry } from '../../policy.ts'
import { checkCalendar } from '../document/calendar.ts'
import { checkRules } from '../document/check-rules.ts'
import { checkTeam } from '../document/check-team.ts'
import { Complaints } from '../document/complaints.ts'
import {
  idsIn,
  type Known,
  type ListPlace,
  type Row,
  readField,
  readList,
  readOne,
  readRoot,
  readRules,
} from '../document/reading.ts'
import * as rota from '../document/schema.ts'
import type { Ids, Sections } from '../document/sections.ts'
import type { NetworkRecord, RecordPerson, RecordSite } from '../record-document.ts'
import { checkDemand } from './check-demand.ts'
import { checkLasting, type Lasting } from './check-lasting.ts'
import { needsOf, partsOf, rolesOf } from './defaults.ts'
import * as schema from './schema.ts'

/** Any week without a change of the clock: a record is checked for weeks in general. */
const SOME_WEEK = { from: '2026-11-30', weeks: 1 }

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

/** Checks a whole record and throws one BadInput with every complaint. */
export function checkRecord(value: unknown, ruleBook: readonly RuleEntry[]): NetworkRecord {
  const complaints = new Complaints()
  const root = readRoot(value, schema.recordSchema, complaints)
  const list = <T>(name: keyof typeof MOST, row: ListPlace<T>['row'], more: Partial<ListPlace<T>> = {}) =>
    readList<T>(root[name], { at: [name], row, most: MOST[name], ...more }, complaints)

  const sites = list('sites', schema.recordSiteSchema, { required: true, neverEmpty: true })
  const people = list('people', schema.recordPersonSchema, { required: true })
  const lasting: Lasting = {
    people,
    cycle: readField(root, 'cycle', schema.cycleSchema, complaints),
    leave: list('leave', schema.leaveSchema),
    wishes: list('wishes', schema.wishSchema),
  }
  const idsOf = (
    name: 'sites' | 'people' | 'parts' | 'needs' | 'roles',
    standard?: readonly { readonly id: string }[],
  ) =>
    standard && root[name] === undefined
      ? new Set(standard.map(({ id }) => id))
      : idsIn(root[name], { most: MOST[name], neverEmpty: name === 'sites' || name === 'parts' })
  const ids: Ids = {
    sites: idsOf('sites'),
    people: idsOf('people'),
    parts: idsOf('parts', partsOf({})),
    needs: idsOf('needs', needsOf({})),
    roles: idsOf('roles', rolesOf({}, SOME_WEEK.from)),
  }
  const sections: Sections = {
    network: readOne(root.network, { at: ['network'], schema: rota.networkSchema }, complaints),
    week: SOME_WEEK,
    note: readField(root, 'note', rota.noteSchema, complaints),
    lists: {
      parts: root.parts === undefined ? rowsOf(partsOf({})) : list('parts', rota.partSchema, { neverEmpty: true }),
      closed: list('closed', rota.closedSchema),
      sites: sites.map(withoutRooms),
      needs: list('needs', rota.needSchema),
      roles: list('roles', rota.roleSchema),
      people: people.map(asInDocuments),
      ...NOTHING_OF_A_WEEK,
    },
    rules: readRules(root, complaints),
    synthetic: readField(root, 'synthetic', rota.syntheticSchema, complaints),
    plan: null,
    solve: readField(root, 'solve', rota.solveSchema, complaints) ?? {},
    ids,
  }
  readField(root, 'history', schema.historySchema, complaints)
  const check = { ids, calendar: checkCalendar(sections, complaints), complaints }
  checkTeam(sections, check)
  checkLasting(lasting, check)
  checkDemand(root.demand, check)
  checkRules(sections, ruleBook, check)
  complaints.throwIfAny()
  return schema.recordSchema.parse(value)
}

const NOTHING_OF_A_WEEK = { demand: [], backlog: [], pins: [], published: [], history: [], before: [] } as const

function rowsOf<T>(values: readonly T[]): Row<T>[] {
  return values.map((value, index) => ({ index, value }))
}

function withoutRooms({ index, value }: Row<RecordSite>): Row<RecordSite & { rooms: number }> {
  const { rooms, ...site } = value
  return { index, value: rooms === undefined ? site : { ...site, rooms } }
}

/** What a person's row has in common with a document's. */
function asInDocuments({ index, value }: Row<RecordPerson>): Row<RecordPerson & { home: string }> {
  const { home, ...person }: Known<RecordPerson> = value
  return { index, value: home === undefined ? person : { ...person, home } }
}
