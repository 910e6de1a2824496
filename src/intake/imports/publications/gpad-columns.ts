/** The columns of "Appointments in General Practice" in every spelling since 2019, and the names of their values. */

import { isDay } from '../../../time.ts'
import { monthOf } from '../date-words.ts'

export type GpadColumn =
  | 'area'
  | 'practice'
  | 'practiceName'
  | 'date'
  | 'status'
  | 'professional'
  | 'mode'
  | 'wait'
  | 'category'
  | 'count'
  | 'name'
  | 'ons'

const COLUMNS: readonly (readonly [pattern: RegExp, column: GpadColumn])[] = [
  [/^count_of_appointments$/, 'count'],
  [/^(appointment_date|appointment_month|appointment_month_start_date)$/, 'date'],
  [/^appt_status$/, 'status'],
  [/^hcp_type$/, 'professional'],
  [/^appt_mode$/, 'mode'],
  [/^time_between_book_and_appt$/, 'wait'],
  [/^national_category$/, 'category'],
  [/^gp_code$/, 'practice'],
  [/^gp_name$/, 'practiceName'],
  [/^(ccg_code|sub_icb_location_code)$/, 'area'],
  [/_ons(_code)?$|^ons_/, 'ons'],
  [/(name|nm)$|^sub_icb_location$/, 'name'],
]

/** By position; null for irrelevant columns. Null as a whole if the headings belong to something else. */
export function gpadColumns(headings: readonly string[]): readonly (GpadColumn | null)[] | null {
  const names = headings.map((text) =>
    text
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  const columns = names.map((name) => COLUMNS.find(([pattern]) => pattern.test(name))?.[1] ?? null)
  const has = (column: GpadColumn) => columns.includes(column)
  return has('count') && has('date') && (has('status') || has('professional') || has('category')) ? columns : null
}

/** Older names of values → current names. */
const RENAMED: Readonly<Record<string, string>> = {
  'appt status not provided': 'Unknown',
  'hcp type not provided': 'Unknown',
  'video conference/online': 'Video/Online',
  'unknown / data issue': 'Unknown / Data Quality',
  'unknown/data quality': 'Unknown / Data Quality',
}

/** Normalises spellings: `15  to 21 Days` has had an extra space since 2018. */
export function gpadValue(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return RENAMED[plain.toLowerCase()] ?? plain
}

/** `MAR2019` → 2019-03; `01APR2024` and `2024-04-01` → the day. Otherwise null. */
export function gpadDate(text: string): string | null {
  const [, day, name = '', year] = /^(\d\d)?([a-z]{3})(\d{4})$/i.exec(text.trim()) ?? []
  const month = monthOf(name)
  if (month !== null) {
    const date = `${year}-${String(month).padStart(2, '0')}`
    return day === undefined ? date : isDay(`${date}-${day}`) ? `${date}-${day}` : null
  }
  const uk = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text.trim())
  const iso = uk ? `${uk[3]}-${uk[2]}-${uk[1]}` : text.trim()
  return isDay(iso) ? iso : null
}

/**
 * Repairs a row with more fields than headings, caused by unquoted commas in a name ("Heywood, Middleton and Rochdale"). Joins the
 * surplus fields in the only name column for which codes and count end up in the right columns; null if there is no such column.
 */
export function rejoined(fields: readonly string[], columns: readonly (GpadColumn | null)[]): readonly string[] | null {
  const extra = fields.length - columns.length
  if (extra <= 0) return extra === 0 ? fields : null
  const names = columns.flatMap((column, at) => (column === 'name' || column === 'practiceName' ? [at] : []))
  const tries = names.map((at) => [
    ...fields.slice(0, at),
    fields.slice(at, at + extra + 1).join(','),
    ...fields.slice(at + extra + 1),
  ])
  const fitting = tries.filter((row) => row.every((field, at) => fits(field, columns[at] ?? null)))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function fits(field: string, column: GpadColumn | null): boolean {
  if (column === 'count') return /^\d+$/.test(field.trim())
  if (column === 'ons') return /^E\d{8}$/.test(field.trim()) || field.trim() === ''
  if (column === 'date') return gpadDate(field) !== null
  return column !== 'name' || !/^E\d{8}$/.test(field.trim())
}
