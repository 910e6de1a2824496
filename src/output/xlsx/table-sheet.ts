/** The rota as one table, which `rota import` and `rota judge` read back. Its checksums show whether another sheet has been edited. */
import type { Problem } from '../../problem.ts'
import type { RotaReport } from '../../report.ts'
import { sheetCheck } from '../../sheet-check.ts'
import { COLUMNS, tableRows } from '../csv/csv-rota.ts'
import { head, listSheet } from './list-sheets.ts'
import { type Cell, plain, type Row, type Sheet } from './sheet.ts'

const WIDTHS = COLUMNS.map((name) => (/name|title/.test(name) ? 26 : 11))

/** `others` are the sites' sheets, under their names in the workbook. */
export function tableSheet(report: RotaReport, problem: Problem, others: readonly Sheet[]): Sheet {
  const rows = tableRows(report, problem).map((row) => row.map((value) => cellOf(value)))
  return listSheet('Sessions', WIDTHS, [head(...COLUMNS, 'check'), ...rows, ...others.map(checkRow)])
}

function cellOf(value: string | number | boolean | null): Cell {
  return { value: typeof value === 'boolean' ? String(value) : value, style: 'person' }
}

function checkRow({ name, rows }: Sheet): Row {
  const texts = rows.map((row) => row.map(({ value }) => String(plain(value) ?? '')))
  const cells = COLUMNS.map((column) => cellOf(column === 'row' ? 'sheet' : column === 'site name' ? name : null))
  return [...cells, cellOf(sheetCheck(texts))]
}
