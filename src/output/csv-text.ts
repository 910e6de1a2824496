/** Comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */

export type CsvCell = string | number | boolean | null

/** A spreadsheet reads the text as UTF-8 where it starts with this. */
const MARK = '\uFEFF'

/** What a spreadsheet would calculate, and an apostrophe, by which such a text is kept a text (OWASP, CSV injection). */
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
