/** Reads back the table written by `--as csv` and `--as xlsx`: a row per session worked, then a row per clinic's contacts. */
import { BadInput, type Complaint } from '../errors.ts'
import { readCellFile } from './cells/cell-file.ts'
import { textOf } from './cells/sheet.ts'
import { csvRows, plainText } from './csv-rows.ts'
import { nearest } from './suggest.ts'

/** Columns with ids and figures, by field name; the others repeat them in words. */
const SESSION = { person: 'person', date: 'date', part: 'part', site: 'site', work: 'work' } as const
const CONTACTS = {
  date: 'date',
  part: 'part',
  site: 'site',
  role: 'role',
  work: 'work',
  need: 'need',
  patientsOf: 'patients of',
} as const
const NEEDED = [...new Set(['row', ...Object.values(SESSION)])]

export interface RotaTable {
  readonly assignments: readonly unknown[]
  readonly clinics: readonly unknown[]
}

/** Returns the form that `readRota` accepts and validates. Columns may be in any order, and additional ones are ignored. */
export function rotaFromTable(text: string): RotaTable {
  return rotaFromRows(csvRows(text))
}

/** Reads the same table from our workbook, which has it as one of its sheets. */
export function rotaFromWorkbook(bytes: Uint8Array): RotaTable {
  const file = readCellFile(bytes)
  const tables = file.kind === 'sheets' ? file.sheets.map(({ rows }) => rows.map((row) => row.map(textOf))) : []
  const own = tables.find(([names = []]) => NEEDED.every((name) => names.includes(name)))
  if (own === undefined)
    throw new BadInput([
      {
        pointer: '',
        detail: `No sheet has the columns ${NEEDED.join(', ')}.`,
        maybe: 'a workbook written by export --as xlsx; other rotas can be read by rota import --as rota',
      },
    ])
  return rotaFromRows(own)
}

function rotaFromRows([names = [], ...rows]: readonly (readonly string[])[]): RotaTable {
  const columns = new Map(names.map((name, place) => [name.trim().toLowerCase(), place]))
  const missing = NEEDED.filter((name) => !columns.has(name)).map((name): Complaint => {
    const maybe = nearest(name, columns.keys())
    const detail = `The first line has no column "${name}".`
    return { pointer: 'line 1', detail, ...(maybe === undefined ? {} : { maybe }) }
  })
  if (missing.length > 0) throw new BadInput(missing)
  const complaints: Complaint[] = []
  const assignments: unknown[] = []
  const clinics: unknown[] = []
  for (const [place, cells] of rows.entries()) {
    const at = (column: string) => plainText(cells[columns.get(column) ?? -1] ?? '').trim()
    const fault = faultIn(at)
    if (at('row').toLowerCase() === 'sheet' || cells.every((cell) => cell === '')) continue
    if (fault !== null) complaints.push({ pointer: `line ${place + 2}`, ...fault })
    else if (at('row').toLowerCase() === 'session')
      assignments.push({ ...fieldsOf(SESSION, at), ...remoteOf(at('remote')) })
    else clinics.push({ ...fieldsOf(CONTACTS, at), ...skillsOf(at('skills')), contacts: Number(at('contacts')) })
  }
  if (complaints.length > 0) throw new BadInput(complaints)
  return { assignments, clinics }
}

type Cell = (column: string) => string

function faultIn(at: Cell): Pick<Complaint, 'detail' | 'seen'> | null {
  const [kind, contacts] = [at('row'), at('contacts')]
  if (kind.toLowerCase() === 'session') return null
  if (kind.toLowerCase() !== 'contacts')
    return { detail: 'The column "row" must say session or contacts.', seen: kind.slice(0, 60) }
  if (contacts !== '' && Number.isFinite(Number(contacts))) return null
  return { detail: 'The column "contacts" must be a number.', seen: contacts.slice(0, 60) }
}

function skillsOf(said: string): { readonly skills?: readonly string[] } {
  return said === '' ? {} : { skills: said.split(/\s+/) }
}

function fieldsOf(columns: Readonly<Record<string, string>>, at: Cell): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, at(column)]))
}

/** Omitted if the cell is empty, as in a report. */
function remoteOf(said: string): { readonly remote?: boolean } {
  if (said === '') return {}
  return { remote: /^(yes|true|1)$/i.test(said) }
}
