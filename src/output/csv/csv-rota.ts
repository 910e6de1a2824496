/** A rota as one table: a row per session worked, then a row per clinic's contacts. `rota judge` can read it back. */
import type { Problem } from '../../problem.ts'
import type { AssignmentReport, ClinicReport, RotaReport } from '../../report.ts'
import { partName, weekdayName, weekdayOf } from '../../time.ts'
import { type CsvCell, csvText } from '../csv-text.ts'
import type { RotaFormat } from '../output-format.ts'

/** In output order; `src/intake/rota-table.ts` reads the ones with ids and figures. */
export const COLUMNS = [
  ...['row', 'date', 'day', 'part', 'session', 'starts', 'ends', 'site', 'site name', 'person', 'person name'],
  ...['role', 'role title', 'skills', 'work', 'remote', 'need', 'need title', 'patients of', 'contacts'],
] as const
type Column = (typeof COLUMNS)[number]
type CsvRow = Readonly<Partial<Record<Column, CsvCell>>>

export const csvRota: RotaFormat = {
  name: 'csv',
  does: 'one table of sessions and contacts, for spreadsheets and other systems',
  mediaType: 'text/csv',
  ending: '.csv',
  file: 'rota.csv',
  write: (report, problem) => csvText(COLUMNS, tableRows(report, problem)),
}

/** Cells in column order. */
export function tableRows({ assignments, clinics }: RotaReport, problem: Problem): readonly (readonly CsvCell[])[] {
  const rows = [...assignments.map((a) => sessionRow(a, problem)), ...clinics.map((c) => contactsRow(c, problem))]
  return rows.map((row) => COLUMNS.map((column) => row[column] ?? null))
}

function sessionRow(assignment: AssignmentReport, problem: Problem): CsvRow {
  const { person, work, remote } = assignment
  const known = problem.personById.get(person)
  return {
    row: 'session',
    ...placeOf(assignment, problem),
    person,
    'person name': known?.name ?? null,
    ...roleOf(known?.role ?? '', problem),
    work,
    remote: remote === true ? 'yes' : null,
  }
}

function contactsRow(clinic: ClinicReport, problem: Problem): CsvRow {
  const { role, skills = [], work, need, patientsOf, contacts } = clinic
  return {
    row: 'contacts',
    ...placeOf(clinic, problem),
    ...roleOf(role, problem),
    skills: skills.join(' '),
    work,
    need,
    'need title': problem.needById.get(need)?.title ?? null,
    'patients of': patientsOf,
    contacts,
  }
}

function placeOf({ date, part, site }: Pick<ClinicReport, 'date' | 'part' | 'site'>, problem: Problem): CsvRow {
  const { starts = null, ends = null } = problem.horizon.parts.find(({ id }) => id === part) ?? {}
  const day = weekdayName(weekdayOf(date))
  return {
    date,
    day,
    part,
    session: partName(part),
    starts,
    ends,
    site,
    'site name': problem.siteById.get(site)?.name ?? null,
  }
}

function roleOf(role: string, problem: Problem): CsvRow {
  return { role, 'role title': problem.roleById.get(role)?.title ?? null }
}
