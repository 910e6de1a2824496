/** A spreadsheet as its cells, whatever file it came from: the form that every importer of tables reads. */
import type { Day } from '../../time.ts'

/** A cell that holds a date, a time of day, or both. */
export interface Moment {
  readonly kind: 'moment'
  readonly date: Day | null
  /** `HH:mm`. */
  readonly time: string | null
}

/** A formula without a value: `#REF!`. */
export interface CellError {
  readonly kind: 'error'
  readonly text: string
}

export type Cell = string | number | boolean | Moment | CellError | null

/** Rows and columns count from 0; the last ones belong to it. */
export interface Area {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

/** Somebody's comment on a cell. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface Sheet {
  /** Null if the file has only one table and no name for it. */
  readonly name: string | null
  readonly hidden: boolean
  /** From the first row of the sheet to the last that is not empty; texts without spaces around them, empty ones null. */
  readonly rows: readonly (readonly Cell[])[]
  readonly merged: readonly Area[]
  readonly notes: readonly Note[]
  /** Cells with a background colour and nothing in them: their meaning is lost, so users are told. */
  readonly coloured: number
  /** Cells whose value a formula had when the file was saved. */
  readonly formulas: number
}

/** A cell's address: row as spreadsheets count them, and column by its letters. */
export interface Address {
  readonly row: number
  readonly column: string
}

/** Of a cell, counted from 0: `{ row: 3, column: 'AB' }`. */
export function addressOf(row: number, column: number): Address {
  return { row: row + 1, column: columnName(column) }
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Of `A` or `AA`; -1 for anything that names no column. */
export function columnIndex(name: string): number {
  if (!/^[A-Z]{1,3}$/i.test(name)) return -1
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

export function cellAt(sheet: Pick<Sheet, 'rows'>, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? null
}

/** What a cell says, as text, on one line. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
  return cell.kind === 'error' ? cell.text : [cell.date, cell.time].filter((one) => one !== null).join(' ')
}

/** Spaces of every kind become one ordinary space; none are left around. */
export function tidied(text: string): string {
  return text.replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ').trim()
}

/** The sheet with the value of each merged area in every one of its cells. */
export function spread(sheet: Sheet): Sheet {
  if (sheet.merged.length === 0) return sheet
  const rows = sheet.rows.map((row) => [...row])
  const lastRow = rows.length - 1
  for (const { fromRow, fromColumn, toRow, toColumn } of sheet.merged) {
    const value = cellAt(sheet, fromRow, fromColumn)
    if (value === null) continue
    for (let row = fromRow; row <= Math.min(toRow, lastRow); row += 1)
      for (let column = fromColumn; column <= toColumn; column += 1) {
        const line = rows[row]
        if (line !== undefined && (line[column] ?? null) === null) line[column] = value
      }
  }
  return { ...sheet, rows }
}
