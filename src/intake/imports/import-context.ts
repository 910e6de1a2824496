/** What readers of files may know of a network, or of one of its weeks. */
import { addDays, type Day } from '../../time.ts'
import { needsOf, partsOf, rolesOf } from '../record/defaults.ts'
import type { NetworkRecord } from '../record-document.ts'
import type { RotaDocument } from '../rota-document.ts'
import type { ImportContext, ImportMapping, ImportWeek } from './import-answer.ts'

export interface ImportOptions {
  readonly today: string
  readonly mapping?: ImportMapping
  readonly year?: number
  readonly role?: string
  readonly site?: string
  /** The week that a rota is for: its dates, parts of the day and people count, made up or not. */
  readonly week?: RotaWeek
}

/** Of a week's document, what readers need. */
export interface RotaWeek extends Pick<RotaDocument, 'week' | 'parts' | 'roles' | 'needs'> {
  readonly people: NetworkRecord['people']
  readonly sites: readonly Pick<NetworkRecord['sites'][number], 'id' | 'name'>[]
}

/** What a reader may know of a network; of none, the roles and needs of any network in England. */
export function importContext(
  record: NetworkRecord | null,
  { today, mapping = {}, week, ...given }: ImportOptions,
): ImportContext {
  const { people = [], sites = [] } = week ?? record ?? {}
  const own: Partial<NetworkRecord> = record ?? {}
  const { roles = rolesOf(own, today), needs = needsOf(own) } = week ?? {}
  return {
    today,
    mapping: joined(own.imports ?? {}, mapping),
    ...(week === undefined ? {} : { week: importWeek(week) }),
    ...(own.cycle === undefined || own.synthetic === true ? {} : { cycle: own.cycle }),
    ...given,
    // People who were made up are no one that a file could mean.
    people:
      record?.synthetic === true && week === undefined
        ? []
        : people.map(({ id, name, role, home }) => ({ id, name, role, ...(home === undefined ? {} : { home }) })),
    sites: sites.map(({ id, name }) => ({ id, name })),
    roles: roles.map(({ id, title }) => ({ id, title })),
    needs: needs.map(({ id, title, gpadCategory }) => ({
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

/** As the week will be, where everybody is in post. */
export function weekOfRecord(record: NetworkRecord, from: Day, today: Day): RotaWeek {
  return {
    week: { from },
    parts: partsOf(record),
    people: record.people,
    sites: record.sites,
    roles: rolesOf(record, today),
    needs: needsOf(record),
  }
}

const NOON = '12:30'

/** Halves of a day are the parts of that name, or else the first before and after noon. */
function importWeek({ week: { from, weeks = 1 }, parts }: RotaWeek): ImportWeek {
  const first = (id: string, fits: (starts: string) => boolean) =>
    (parts.find((part) => part.id === id) ?? parts.find(({ starts }) => fits(starts)))?.id ?? null
  return {
    from,
    until: addDays(from, weeks * 7 - 1),
    am: first('am', (starts) => starts < NOON),
    pm: first('pm', (starts) => starts >= NOON),
  }
}
