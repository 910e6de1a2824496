/** Text tables. */
import { ink, type Mark, type Paper } from './ink.ts'
import { cut } from './wrap.ts'

export interface Cell {
  readonly text: string
  readonly mark?: Mark
}

/** The first cell of a row is left-aligned, the others right-aligned. */
export type Row = readonly Cell[]

/** Minimum width of the first column, and the space between columns. */
const LEAST_NAME = 8
const GAP = 2

/** Makes each column as wide as its longest cell. On narrow paper the first column shrinks first, then the spacing. */
export function table(rows: readonly Row[], paper: Paper): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => row[c]?.text.length ?? 0)))
  const spaces = (gap: number) => widths.slice(1).reduce((sum, width) => sum + width + gap, 0)
  const gap = LEAST_NAME + spaces(GAP) > paper.width ? 1 : GAP
  widths[0] = Math.min(widths[0] ?? 0, Math.max(LEAST_NAME, paper.width - spaces(gap)))
  const inked = (cell: Cell, c: number) => ink(pad(cell.text, widths[c] ?? 0, c), cell.mark ?? 'plain', paper)
  return rows.map((row) => row.map(inked).join(' '.repeat(gap)).trimEnd())
}

function pad(text: string, width: number, column: number): string {
  return column === 0 ? cut(text, width).padEnd(width) : text.padStart(width)
}
