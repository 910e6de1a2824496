/** Comma-separated values (RFC 4180) as rows of cells. */

/** Quotes around a cell, doubled inside it; lines end with CR, LF or both. Empty lines are left out. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    const [, quoted, plain = '', end = ''] = match
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

/** A cell and what ends it: a comma, a line's end, or the end of everything. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/g

/** Without the apostrophe that keeps a spreadsheet from calculating it. */
export function plainText(cell: string): string {
  return /^'[=+\-@\t\r'＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
