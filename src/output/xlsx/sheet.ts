/** A sheet as rows of cells, converted to the library's format. */
import type { Cell as HucreCell, WriteSheet } from 'hucre/xlsx'
import { daysBetween } from '../../time.ts'
import { writableText } from '../writable-text.ts'
import { STYLES, type StyleName } from './styles.ts'

export interface Cell {
  readonly value: string | number | null
  readonly style?: StyleName
  /** A comment on the cell. */
  readonly note?: readonly string[]
}

export type Row = readonly Cell[]

export interface Sheet {
  /** The unsanitised name; see `sheet-names.ts`. */
  readonly name: string
  readonly rows: readonly Row[]
  /** In characters; the last width applies to all remaining columns. */
  readonly widths: readonly number[]
  /** Frozen rows and columns, also repeated on each printed page. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Merged cells: a row and a range of columns. */
  readonly merges?: readonly { readonly row: number; readonly from: number; readonly to: number }[]
  /** Columns at which a new page starts when printed. */
  readonly breaks?: readonly number[]
}

/** Maximum characters in a cell or comment; Excel's limit is 32,767. */
const LONGEST = 32_000

/** A spreadsheet's serial day number: days since 30 December 1899. */
export function serialDay(date: string): number {
  return daysBetween('1899-12-30', date)
}

/** A4 landscape, fitted to the page width or, for several weeks, one page per week. */
export function sheetForExcel(sheet: Sheet): WriteSheet {
  const { name, rows, widths, frozen, merges = [], breaks = [] } = sheet
  const cells = new Map<string, HucreCell>()
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) cells.set(`${r},${c}`, cellForExcel(cell))
  }
  const columns = Math.max(1, ...rows.map((row) => row.length))
  return {
    name,
    rows: rows.map((row) => row.map(({ value }) => plain(value))),
    cells,
    columns: Array.from({ length: columns }, (_, c) => ({ width: widths[c] ?? widths.at(-1) ?? 10 })),
    rowDefs: new Map(rows.map((row, r) => [r, { height: heightOf(row, widths) }] as const)),
    merges: merges.map(({ row, from, to }) => ({ startRow: row, endRow: row, startCol: from, endCol: to })),
    freezePane: frozen,
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      ...scaleOf(sheet),
      margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.6, header: 0.2, footer: 0.3 },
    },
    ...(breaks.length === 0 ? {} : { colBreaks: breaks.map((column) => column - 1) }),
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  }
}

/** Characters across a page at full size. */
const PAGE = 118

/** Fits the page width. With page breaks it sets a scale instead, because spreadsheets ignore breaks in a sheet that is fitted. */
function scaleOf({ rows, widths, breaks = [] }: Sheet): WriteSheet['pageSetup'] {
  if (breaks.length === 0) return { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  const columns = Math.max(...rows.map((row) => row.length))
  const widthOf = (column: number) => widths[column] ?? widths.at(-1) ?? 0
  const ends = [...breaks, columns]
  const widest = Math.max(
    ...ends.map((end, n) => {
      const first = n === 0 ? 1 : (breaks[n - 1] ?? 1)
      return Array.from({ length: end - first }, (_, k) => widthOf(first + k)).reduce((sum, width) => sum + width, 0)
    }),
  )
  return { scale: Math.max(10, Math.min(100, Math.floor((100 * PAGE) / (widest + widthOf(0))))) }
}

/** In points: a line of text, the space around it, and the maximum height of a row. */
const HEIGHT = { line: 12, around: 3, most: 400 } as const

/** Set from the longest wrapped text, because not every program computes row heights itself. */
function heightOf(row: Row, widths: readonly number[]): number {
  const lines = row.map(({ value, style }, c) => {
    if (style === 'title') return TITLE_LINES
    const width = widths[c] ?? widths.at(-1) ?? 1
    return WRAPPED.has(style ?? 'plain') ? Math.ceil((String(value ?? '').length * 1.1) / width) : 1
  })
  return Math.min(HEIGHT.most, Math.max(1, ...lines) * HEIGHT.line + HEIGHT.around)
}

const WRAPPED: ReadonlySet<StyleName> = new Set(['head', 'words', 'sentence'])
const TITLE_LINES = 1.5

function cellForExcel({ value, style = 'plain', note = [] }: Cell): HucreCell {
  return {
    value: plain(value),
    // Set explicitly, so that text is never taken for a formula or a date.
    type: value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string',
    style: STYLES[style],
    ...(note.length === 0
      ? {}
      : { comment: { author: 'rota', text: note.map(plainText).join('\n').slice(0, LONGEST) } }),
  }
}

/** Removes characters that a file can't hold. */
export function plain(value: Cell['value']): Cell['value'] {
  return typeof value === 'string' ? plainText(value) : value
}

function plainText(text: string): string {
  return writableText(text.slice(0, LONGEST))
}
