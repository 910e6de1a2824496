/** England's practices and networks, bundled in data/atlas (sources and licences: the README there). */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BadInput } from '../errors.ts'
import type { Weekday } from '../time.ts'
import { type PracticeStaff, practiceStaffOf } from './atlas/practice-staff.ts'
import { figure, type Row, readTable } from './atlas/table.ts'
import { nearest } from './suggest.ts'

export interface PracticeEntry {
  readonly ods: string
  readonly name: string
  /** Code of the network; `U` if it belongs to none. */
  readonly network: string
  readonly icb: string
  /** Registered patients on 1 March 2026. */
  readonly patients: number
  /** Carr-Hill weighted patients divided by registered patients (2022/23); null if unknown. */
  readonly weight: number | null
  /** Rural (2022/23); many rural practices dispense medicines themselves. */
  readonly rural: boolean
  /** Staff employed by the practice itself; null if it isn't in the publication. */
  readonly staff: PracticeStaff | null
  /** Inbound calls per 1,000 patients per working day, February 2026; null if not reported. */
  readonly calls: number | null
  /** The same for online requests. */
  readonly online: number | null
}

export interface NetworkEntry {
  readonly ods: string
  readonly name: string
  readonly icb: string
  /** The board's name, or its code if the table has no name for it. */
  readonly icbName: string
  readonly practices: readonly PracticeEntry[]
  readonly patients: number
}

/** England's mean calls and online requests per 1,000 patients in one time band of one weekday. */
export interface ProfileBand {
  readonly weekday: Weekday
  /** Start time; the band ends when the next one starts. */
  readonly from: string
  readonly calls: number
  readonly online: number
}

/** A network's staff in one published role, in full-time equivalents (September 2022). */
export interface PublishedStaff {
  readonly group: string
  readonly title: string
  readonly ftes: readonly number[]
}

export interface BankHoliday {
  readonly date: string
  readonly name: string
}

export interface Atlas {
  /** Names of integrated care boards by code. */
  readonly icbs: ReadonlyMap<string, string>
  /** By code, sorted; practices without a network are under `U`. */
  readonly networks: ReadonlyMap<string, NetworkEntry>
  readonly practices: ReadonlyMap<string, PracticeEntry>
  readonly profile: readonly ProfileBand[]
  /** By network; 1,105 networks have published theirs. */
  readonly workforce: ReadonlyMap<string, readonly PublishedStaff[]>
  /** For England, 2024 to 2027. */
  readonly holidays: readonly BankHoliday[]
}

/** Code under which practices without a network are listed. */
export const NO_NETWORK = 'U'

const CARRIED = fileURLToPath(new URL('../../data/atlas', import.meta.url))
const loaded = new Map<string, Atlas>()

/** Reads the tables of a folder, and caches them. */
export function readAtlas(folder: string = CARRIED): Atlas {
  const known = loaded.get(folder)
  if (known !== undefined) return known
  const table = (name: string) => readTable(readFileSync(`${folder}/${name}.csv`, 'utf8'))
  const staff = practiceStaffOf(table('practice-workforce'))
  const practices = table('practices').map((row) => practiceOf(row, staff))
  const icbs = new Map(table('icbs').map((row) => [text(row, 'code'), text(row, 'name')]))
  const atlas: Atlas = {
    icbs,
    networks: networksOf(table('networks'), practices, icbs),
    practices: new Map(practices.map((p) => [p.ods, p])),
    profile: table('demand-profile').map(bandOf),
    workforce: workforceOf(table('workforce'), table('staff-roles')),
    holidays: table('bank-holidays').map((row) => ({ date: text(row, 'date'), name: text(row, 'name') })),
  }
  loaded.set(folder, atlas)
  return atlas
}

/** Networks whose code or name, or one of whose practices, matches the words; sorted by code. */
export function findNetworks(atlas: Atlas, words: string): NetworkEntry[] {
  const wanted = words.trim().toLowerCase()
  const holds = (entry: { readonly ods: string; readonly name: string }) =>
    `${entry.ods} ${entry.name}`.toLowerCase().includes(wanted)
  const real = [...atlas.networks.values()].filter((network) => network.ods !== NO_NETWORK)
  const own = real.filter(holds)
  return [...own, ...real.filter((network) => !own.includes(network) && network.practices.some(holds))]
}

/** The network with this code. If there is none, throws a BadInput that suggests the nearest codes. */
export function networkOf(atlas: Atlas, ods: string): NetworkEntry {
  const code = ods.trim().toUpperCase()
  const network = code === NO_NETWORK ? undefined : atlas.networks.get(code)
  if (network !== undefined) return network
  const detail =
    code === NO_NETWORK
      ? `${atlas.networks.get(NO_NETWORK)?.practices.length ?? 0} practices belong to no network and have no week of their own.`
      : 'There is no network with this code.'
  throw new BadInput([{ pointer: '/network/ods', detail, seen: ods.slice(0, 60), ...hint(atlas, ods, code) }])
}

function hint(atlas: Atlas, ods: string, code: string): { maybe?: string } {
  const practice = atlas.practices.get(code)
  const home = practice === undefined ? undefined : atlas.networks.get(practice.network)
  if (practice !== undefined && home !== undefined && home.ods !== NO_NETWORK) {
    return { maybe: `${home.ods} ${home.name}, the network of ${practice.name}` }
  }
  const real = [...atlas.networks.values()].filter((network) => network.ods !== NO_NETWORK)
  const meant = nearest(
    code,
    real.flatMap(({ ods, name }) => [ods, name]),
  )
  const found = [
    ...findNetworks(atlas, ods),
    ...real.filter((network) => network.ods === meant || network.name === meant),
  ]
  return found.length === 0
    ? {}
    : {
        maybe: found
          .slice(0, 3)
          .map((network) => `${network.ods} ${network.name}`)
          .join(', '),
      }
}

function practiceOf(row: Row, staff: ReadonlyMap<string, PracticeStaff>): PracticeEntry {
  return {
    ods: text(row, 'code'),
    name: text(row, 'name'),
    network: text(row, 'network'),
    icb: text(row, 'icb'),
    patients: Number(row.patients),
    weight: figure(row.weight),
    rural: row.rural === '1',
    staff: staff.get(text(row, 'code')) ?? null,
    calls: figure(row.calls),
    online: figure(row.online),
  }
}

function networksOf(
  rows: readonly Row[],
  practices: readonly PracticeEntry[],
  icbs: Atlas['icbs'],
): Map<string, NetworkEntry> {
  const members = new Map<string, PracticeEntry[]>()
  for (const practice of practices) {
    const others = members.get(practice.network)
    if (others === undefined) members.set(practice.network, [practice])
    else others.push(practice)
  }
  return new Map(
    rows.map((row) => {
      const own = members.get(text(row, 'code')) ?? []
      const patients = own.reduce((total, practice) => total + practice.patients, 0)
      const icb = text(row, 'icb')
      const board = { icb, icbName: icbs.get(icb) ?? icb }
      const entry = { ods: text(row, 'code'), name: text(row, 'name'), ...board, practices: own, patients }
      return [entry.ods, entry]
    }),
  )
}

function bandOf(row: Row): ProfileBand {
  return {
    weekday: text(row, 'weekday') as Weekday,
    from: text(row, 'from'),
    calls: Number(row.calls),
    online: Number(row.online),
  }
}

function workforceOf(rows: readonly Row[], roles: readonly Row[]): Map<string, PublishedStaff[]> {
  const known = new Map(roles.map((role) => [text(role, 'code'), role]))
  const staff = new Map<string, PublishedStaff[]>()
  for (const row of rows) {
    const role = known.get(text(row, 'role')) ?? {}
    const entry = {
      group: text(role, 'group'),
      title: text(role, 'title'),
      ftes: text(row, 'ftes').split(' ').map(Number),
    }
    staff.set(text(row, 'network'), [...(staff.get(text(row, 'network')) ?? []), entry])
  }
  return staff
}

function text(row: Row, column: string): string {
  return row[column] ?? ''
}
