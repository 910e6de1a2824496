/** Comma-separated values (RFC 4180) as rows of cells, with texts unchanged. */
import { eachCsvRow } from './cells/csv-sheet.ts'

/** Skips empty lines. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  eachCsvRow(text.replace(/^\uFEFF/, ''), ',', (row) => {
    if (row.length > 1 || row[0] !== '') rows.push([...row])
  })
  return rows
}

/** Removes the apostrophe that stops spreadsheets evaluating the text as a formula. */
export function plainText(cell: string): string {
  return /^'[=+\-@\t\r'＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
