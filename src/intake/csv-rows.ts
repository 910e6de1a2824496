/** Comma-separated values (RFC 4180) as rows of cells, texts as they stand. */
import { eachCsvRow } from './cells/csv-sheet.ts'

/** Empty lines are left out. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  eachCsvRow(text.replace(/^\uFEFF/, ''), ',', (row) => {
    if (row.length > 1 || row[0] !== '') rows.push([...row])
  })
  return rows
}

/** Without the apostrophe that keeps a spreadsheet from calculating it. */
export function plainText(cell: string): string {
  return /^'[=+\-@\t\r'＝＋－＠]/.test(cell) ? cell.slice(1) : cell
}
