/** Comma-separated values (RFC 4180), protected against formula injection. */

export type CsvCell = string | number | boolean | null

/** Byte-order mark: makes spreadsheets read the file as UTF-8. */
const MARK = '\uFEFF'

/**
 * Text that a spreadsheet would evaluate as a formula, or that begins with the apostrophe used to prevent that (OWASP, CSV injection).
 */
const CALCULATED = /^[=+\-@\t\r'＝＋－＠]/

export function csvText(names: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `${MARK}${[names, ...rows].map((cells) => cells.map(cellText).join(',')).join('\r\n')}\r\n`
}

function cellText(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = CALCULATED.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
