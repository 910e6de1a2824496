/** The facts about a network, or one of its weeks, that file readers use. */
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
  /** The week a rota is for. Its dates, parts of the day and people apply, synthetic or not. */
  readonly week?: RotaWeek
}

/** The parts of a week's document that readers need. */
export interface RotaWeek extends Pick<RotaDocument, 'week' | 'parts' | 'roles' | 'needs'> {
  readonly people: NetworkRecord['people']
  readonly sites: readonly Pick<NetworkRecord['sites'][number], 'id' | 'name'>[]
}

/** The context for a network; without one, the roles and needs of any network in England. */
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
    // Synthetic people are excluded: a file can't mean them.
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

/** A mapping given now takes precedence over the stored one. */
function joined(remembered: ImportMapping, given: ImportMapping): ImportMapping {
  const names = ['roles', 'words', 'people', 'needs', 'sites'] as const
  return Object.fromEntries(names.map((name) => [name, meanings({ ...remembered[name], ...given[name] })]))
}

/** Has no prototype: “constructor” in a cell is a word like any other. */
function meanings(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const bare: Record<string, string> = Object.create(null)
  return Object.assign(bare, given)
}

/** The week as generated from the record, with everybody in post. */
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

/** The half days are the parts named `am` and `pm`, otherwise the first parts before and after noon. */
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
