/** Derives the bundled atlas (data/atlas) from the published files: `npm run atlas -- FOLDER`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figure, type Row, readTable, writeTable } from '../../src/intake/atlas/table.ts'
import { inOrdinaryCase } from './names.ts'

const FILES = {
  practices: 'practices-2026-02.csv',
  unassigned: 'network-unassigned-calls-2026-02.csv',
  calls: 'inbound-calls-by-day-2026-02.csv',
  online: 'online-requests-by-weekday-2026-02.csv',
  workforce: 'pcn-workforce-2022-09.csv',
  weights: 'practice-weights-2022-23.csv',
  practiceStaff: 'practice-workforce-2024-25.csv',
  holidays: 'bank-holidays.json',
} as const
/** Columns of the published practice workforce, by their names in the atlas: full-time equivalents and headcounts. */
const STAFF_COLUMNS = [
  ['gp', 'gp_fte'],
  ['gp_heads', 'gp_heads'],
  ['trainee_locum', 'gp_locum_and_training_fte'],
  ['trainee_locum_heads', 'gp_locum_and_training_heads'],
  ['nurse', 'nurse_fte'],
  ['nurse_heads', 'nurse_heads'],
  ['care', 'direct_patient_care_fte'],
  ['care_heads', 'direct_patient_care_heads'],
] as const
/** Working days of February 2026. */
const WORKING_DAYS = 20
const TARGET = new URL('../../data/atlas/', import.meta.url)

const folder = process.argv[2]
if (folder === undefined) fail('Usage: npm run atlas -- FOLDER  (the folder with the published files)')
const missing = Object.values(FILES).filter((file) => !existsSync(join(folder, file)))
if (missing.length > 0) fail(`Not in ${folder}: ${missing.join(', ')}`)
derive((file) => readFileSync(join(folder, file), 'utf8'))

function fail(words: string): never {
  console.error(words)
  process.exit(2)
}

function derive(read: (file: string) => string): void {
  mkdirSync(TARGET, { recursive: true })
  const practices = readTable(read(FILES.practices))
  write('icbs.csv', ['code', 'name'], icbRows(practices))
  write('networks.csv', ['code', 'name', 'icb'], networkRows(practices))
  const unassigned = readTable(read(FILES.unassigned))
  const weights = readTable(read(FILES.weights))
  write(
    'practices.csv',
    ['code', 'name', 'network', 'icb', 'patients', 'weight', 'rural', 'calls', 'online'],
    practiceRows(practices, unassigned, weights),
  )
  write(
    'practice-workforce.csv',
    ['code', 'patients', ...STAFF_COLUMNS.map(([short]) => short)],
    practiceStaffRows(practices, readTable(read(FILES.practiceStaff))),
  )
  write(
    'demand-profile.csv',
    ['weekday', 'from', 'calls', 'online'],
    profileRows(readTable(read(FILES.calls)), readTable(read(FILES.online)), sum(practices, 'registered_patients')),
  )
  const roles = staffRoles(readTable(read(FILES.workforce)))
  write('staff-roles.csv', ['code', 'group', 'title'], roles)
  write('workforce.csv', ['network', 'role', 'ftes'], workforceRows(readTable(read(FILES.workforce)), roles))
  write('bank-holidays.csv', ['date', 'name'], holidayRows(read(FILES.holidays)))
}

function write(file: string, names: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const text = writeTable(names, rows)
  writeFileSync(new URL(file, TARGET), text)
  console.log(`${file}: ${rows.length} rows, ${Math.ceil(text.length / 1024)} kB`)
}

function icbRows(practices: readonly Row[]): [string, string][] {
  const names = new Map(practices.map((p) => [p.icb_ods ?? '', p.icb_name ?? '']))
  return [...names].map(([code, name]): [string, string] => [code, icbName(name)]).sort(byFirst)
}

function icbName(name: string): string {
  return inOrdinaryCase(name.replace(/^NHS /, '').replace(/ INTEGRATED CARE BOARD$/, ''))
}

/** Assigns a network in two boards to the one with most of its patients. */
function networkRows(practices: readonly Row[]): [string, string, string][] {
  const rows = new Map<string, { name: string; boards: Map<string, number> }>()
  for (const p of practices) {
    const row = rows.get(p.pcn_ods ?? '') ?? { name: p.pcn_name ?? '', boards: new Map() }
    const board = p.icb_ods ?? ''
    row.boards.set(board, (row.boards.get(board) ?? 0) + number(p, 'registered_patients'))
    rows.set(p.pcn_ods ?? '', row)
  }
  return [...rows]
    .map(([code, { name, boards }]): [string, string, string] => {
      const [largest] = [...boards].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      return [code, inOrdinaryCase(name), code === 'U' ? '' : (largest?.[0] ?? '')]
    })
    .sort(byFirst)
}

/** Per 1,000 registered patients and working day; empty if nothing was reported. */
function practiceRows(practices: readonly Row[], unassigned: readonly Row[], weights: readonly Row[]) {
  const shared = sharedCalls(practices, unassigned)
  const weightOf = new Map(weights.map((w) => [w.practice_ods, weightRatio(w)]))
  const rural = new Set(weights.filter((w) => w.rurality === 'Rural').map((w) => w.practice_ods))
  return practices
    .map((p) => {
      const patients = number(p, 'registered_patients')
      const calls = figure(p.inbound_calls) ?? scaled(shared.get(p.pcn_ods ?? ''), patients)
      const perDay = (count: number | null) =>
        count === null || patients === 0 ? null : round((count / patients / WORKING_DAYS) * 1000, 2)
      return [
        p.practice_ods ?? '',
        inOrdinaryCase(p.practice_name ?? ''),
        p.pcn_ods ?? '',
        p.icb_ods ?? '',
        patients,
        weightOf.get(p.practice_ods) ?? null,
        rural.has(p.practice_ods) ? 1 : null,
        perDay(calls),
        perDay(figure(p.online_requests)),
      ]
    })
    .sort(byFirst)
}

/** The atlas's practices in the publication, with their patients at the time; empty if nothing was reported. */
function practiceStaffRows(practices: readonly Row[], staff: readonly Row[]) {
  const codes = new Set(practices.map((p) => p.practice_ods))
  return staff
    .filter((row) => codes.has(row.practice_ods) && number(row, 'patients') > 0)
    .map((row) => [
      row.practice_ods ?? '',
      number(row, 'patients'),
      ...STAFF_COLUMNS.map(([, from]) => figure(row[from])),
    ])
    .sort(byFirst)
}

/** Calls per patient to a network's shared telephone, for its practices without their own. */
function sharedCalls(practices: readonly Row[], unassigned: readonly Row[]): Map<string, number> {
  const silent = new Map<string, number>()
  for (const p of practices) {
    if (figure(p.inbound_calls) !== null) continue
    const network = p.pcn_ods ?? ''
    silent.set(network, (silent.get(network) ?? 0) + number(p, 'registered_patients'))
  }
  return new Map(
    unassigned.flatMap((u): [string, number][] => {
      const patients = silent.get(u.pcn_ods ?? '') ?? 0
      return patients > 0 ? [[u.pcn_ods ?? '', number(u, 'inbound_calls') / patients]] : []
    }),
  )
}

function scaled(rate: number | undefined, patients: number): number | null {
  return rate === undefined ? null : rate * patients
}

/** Weighted divided by registered patients; null if either is missing or the list is too short to be meaningful. */
function weightRatio(row: Row): number | null {
  const registered = figure(row.registered_patients) ?? 0
  const weighted = figure(row.weighted_patients)
  return weighted === null || registered < 100 ? null : round(weighted / registered, 4)
}

/** England's mean calls and online requests per 1,000 registered patients, by weekday and time band. */
function profileRows(calls: readonly Row[], online: readonly Row[], patients: number) {
  const bands = ['00:00', '06:00', '08:00', '10:00', '12:00', '14:00', '16:00', '18:00']
  const per1000 = (count: number) => round((count / patients) * 1000, 4)
  return online.flatMap((row) => {
    const days = calls.filter((c) => c.weekday === row.weekday)
    return bands.map((from) => [
      (row.weekday ?? '').slice(0, 3).toLowerCase(),
      from,
      per1000(days.reduce((total, day) => total + bandSum(day, from), 0) / days.length),
      per1000(bandSum(row, from)),
    ])
  })
}

/** Sums bands: for calls the evening is published as 18:00–18:29 and later, for requests as one band. */
function bandSum(row: Row, from: string): number {
  const hour = from.slice(0, 2)
  return Object.entries(row).reduce(
    (total, [name, cell]) => (name.startsWith(`${hour}:`) ? total + Number(cell) : total),
    0,
  )
}

function staffRoles(people: readonly Row[]): [string, string, string][] {
  const titles = [...new Set(people.map((p) => `${p.staff_group}|${p.staff_role}`))].sort()
  return titles.map((title, i) => {
    const [group = '', role = ''] = title.split('|')
    return [`s${String(i + 1).padStart(2, '0')}`, group, role]
  })
}

/** One row per network and role, with people's full-time equivalents in descending order. */
function workforceRows(people: readonly Row[], roles: readonly (readonly [string, string, string])[]) {
  const codes = new Map(roles.map(([code, group, title]) => [`${group}|${title}`, code]))
  const rows = new Map<string, number[]>()
  for (const p of people) {
    const key = `${p.pcn_ods}|${codes.get(`${p.staff_group}|${p.staff_role}`)}`
    rows.set(key, [...(rows.get(key) ?? []), number(p, 'fte')])
  }
  return [...rows]
    .map(([key, ftes]) => [...key.split('|'), ftes.sort((a, b) => b - a).join(' ')])
    .sort((a, b) => `${a[0]}${a[1]}`.localeCompare(`${b[0]}${b[1]}`))
}

interface Holidays {
  readonly 'england-and-wales': {
    readonly events: readonly { readonly title: string; readonly date: string; readonly notes: string }[]
  }
}

function holidayRows(text: string): [string, string][] {
  const { events } = (JSON.parse(text) as Holidays)['england-and-wales']
  return events.map(({ date, title, notes }): [string, string] => {
    const name = title.replaceAll('’', "'")
    return [date, notes === '' ? name : `${name} (${notes.toLowerCase()})`]
  })
}

function byFirst(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1
}

function number(row: Row, column: string): number {
  return figure(row[column]) ?? 0
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + number(row, column), 0)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
