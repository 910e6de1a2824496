/** A spreadsheet as cells, whatever its file format: the input of every table importer. */
import type { Day } from '../../time.ts'

/** A cell with a date, a time of day, or both. */
export interface Moment {
  readonly kind: 'moment'
  readonly date: Day | null
  /** `HH:mm`. */
  readonly time: string | null
}

/** A formula error, such as `#REF!`. */
export interface CellError {
  readonly kind: 'error'
  readonly text: string
}

export type Cell = string | number | boolean | Moment | CellError | null

/** Zero-based rows and columns; the last row and column are inclusive. */
export interface Area {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

/** A user's comment on a cell. */
export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface Sheet {
  /** Null if the file has a single, unnamed table. */
  readonly name: string | null
  readonly hidden: boolean
  /** From the sheet's first row to its last non-empty one. Text is trimmed, and empty text becomes null. */
  readonly rows: readonly (readonly Cell[])[]
  readonly merged: readonly Area[]
  readonly notes: readonly Note[]
  /** Number of empty cells with a background colour. Their meaning is lost, so users are told. */
  readonly coloured: number
  /** Number of cells holding a formula's cached value. */
  readonly formulas: number
}

/** A cell's address: 1-based row and column letters, as spreadsheets show them. */
export interface Address {
  readonly row: number
  readonly column: string
}

/** Takes zero-based positions: `{ row: 3, column: 'AB' }`. */
export function addressOf(row: number, column: number): Address {
  return { row: row + 1, column: columnName(column) }
}

/** Zero-based: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Zero-based index of `A` or `AA`; -1 if the text isn't a column name. */
export function columnIndex(name: string): number {
  if (!/^[A-Z]{1,3}$/i.test(name)) return -1
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

export function cellAt(sheet: Pick<Sheet, 'rows'>, row: number, column: number): Cell {
  return sheet.rows[row]?.[column] ?? null
}

/** A cell's value as text on one line. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)
  return cell.kind === 'error' ? cell.text : [cell.date, cell.time].filter((one) => one !== null).join(' ')
}

/** Collapses whitespace of any kind to single spaces, and trims. */
export function tidied(text: string): string {
  return text.replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ').trim()
}

/** Copies the value of each merged area into all of its cells. */
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
