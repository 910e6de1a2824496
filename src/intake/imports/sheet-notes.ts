/** Lists what sheets contain besides tables and isn't imported, for the user: comments, colours, hidden sheets. */
import type { SheetFile } from '../cells/cell-file.ts'
import { addressOf, type Sheet, textOf } from '../cells/sheet.ts'
import type { Account } from './import-answer.ts'
import { rollingWeeks } from './team/rolling-weeks.ts'

/** Visible sheets, with remarks on the hidden ones. Sheets identical to an earlier one are skipped. */
export function visibleSheets(file: SheetFile, account: Account): readonly Sheet[] {
  for (const remark of file.remarks) account.leaveOut({}, '', remark)
  const seen = new Map<string, string | null>()
  return file.sheets.filter((sheet) => {
    if (sheet.rows.length === 0) return false
    if (sheet.hidden) {
      account.leaveOut({ sheet: sheet.name }, sheet.name ?? '', 'a hidden sheet')
      return false
    }
    const cells = sheet.rows.map((row) => row.map(textOf).join('\t')).join('\n')
    // Two weeks of a rolling pattern may be identical.
    if (rollingWeeks(sheet.name ?? '', { isBare: false }) !== null) return true
    const before = seen.get(cells)
    if (before !== undefined)
      account.leaveOut({ sheet: sheet.name }, sheet.name ?? '', `the same cells as the sheet ${before ?? ''}`)
    else seen.set(cells, sheet.name)
    return before === undefined
  })
}

export function leaveOutOf(sheets: readonly Sheet[], account: Account): void {
  for (const { name, notes, coloured } of sheets) {
    for (const { row, column, text } of notes)
      account.leaveOut({ sheet: name, ...addressOf(row, column) }, text, 'a comment on a cell')
    if (coloured > 0)
      account.leaveOut(
        { sheet: name },
        `${coloured} coloured cells`,
        'colours without words: only text in cells is read',
      )
  }
}
