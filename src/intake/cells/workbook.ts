/**
 * Reads Excel workbooks as sheets, using SheetJS. SheetJS only sees parts unpacked within limits, and never macros, pictures or links.
 */
import { CFB, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { BadInput } from '../../errors.ts'
import type { ArchiveEntry } from './archive.ts'
import { openArchive } from './archive.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { openOle } from './ole-stream.ts'
import { type Area, type Cell, type Moment, type Note, type Sheet, tidied } from './sheet.ts'

/** Parts of a workbook that hold cells, their formats, or comments. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles|metadata)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/(comments|threadedComments|persons)[^/]*(\/[^/]+)?\.xml|xl\/theme\/[^/]+\.xml)$/i

/** Archives in other formats. */
const OTHERS: readonly (readonly [has: RegExp, what: string, maybe: string])[] = [
  [/^xl\/workbook\.bin$/i, 'This is a binary workbook (.xlsb).', 'the workbook saved as .xlsx'],
  [/^word\//i, 'This is a Word document.', 'its table pasted into a spreadsheet and saved as .xlsx'],
  [/^ppt\//i, 'This is a presentation.', 'its table pasted into a spreadsheet and saved as .xlsx'],
  [/^(content\.xml|META-INF\/manifest\.xml)$/i, 'This is an OpenDocument file.', 'the spreadsheet saved as .xlsx'],
  [/^(Index\/|Index\.zip)/i, 'This is a Numbers spreadsheet.', 'the spreadsheet exported as .xlsx'],
]

export interface ReadWorkbook {
  readonly what: string
  readonly sheets: readonly Sheet[]
  readonly remarks: readonly string[]
}

/** Throws a BadInput if the workbook can't be read. */
export function readWorkbook(bytes: Uint8Array, kind: 'zip' | 'ole'): ReadWorkbook {
  const { content, remarks } = kind === 'zip' ? repacked(bytes) : { content: workbookIn(bytes), remarks: [] }
  const book = parsed(content)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const names = book.SheetNames
  if (names.length > FILE_LIMITS.sheets)
    throw refusal(`The workbook has ${names.length} sheets.`, 'a copy of the sheets you need')
  let left: number = FILE_LIMITS.cells
  const sheets = names.map((name, n) => {
    const hidden = (book.Workbook?.Sheets?.[n]?.Hidden ?? 0) !== 0
    const sheet = sheetOf(book.Sheets[name], { name, hidden, date1904 })
    left -= sheet.filled
    if (left < 0)
      throw refusal(
        `The workbook has more than ${FILE_LIMITS.cells.toLocaleString('en-GB')} filled cells.`,
        'a copy of the sheets and rows you need',
      )
    return sheet.sheet
  })
  const macros = book.vbaraw === undefined ? [] : [MACROS]
  return {
    what: kind === 'zip' ? 'Excel workbook' : 'Excel workbook (97–2003)',
    sheets,
    remarks: [...remarks, ...macros],
  }
}

/** The workbook stream of an old Excel file. */
function workbookIn(bytes: Uint8Array): Uint8Array {
  const found = openOle(bytes)
  switch (found.kind) {
    case 'workbook':
      return found.content
    case 'encrypted':
      throw refusal('The file is protected by a password.', 'a copy saved without a password')
    case 'other':
      throw refusal(
        'This is an old Office file without a workbook in it.',
        'the table pasted into a spreadsheet and saved as .xlsx',
      )
    case 'damaged':
      throw refusal(DAMAGED, RESAVED)
  }
}

const DAMAGED = 'The workbook is damaged, or not one that spreadsheet programs write.'
const RESAVED = 'the file opened in a spreadsheet program and saved again as .xlsx'

const MACROS = 'The macros in this workbook were neither read nor run.'

/** Rebuilds the workbook from its safe parts, without compression. */
function repacked(bytes: Uint8Array): { readonly content: Uint8Array; readonly remarks: readonly string[] } {
  const archive = openArchive(bytes, (path) => PARTS.test(path))
  if (archive.kind === 'refused') throw refusal(archive.detail, archive.maybe)
  const other = OTHERS.find(([has]) => archive.paths.some((path) => has.test(path)))
  if (other !== undefined) throw refusal(other[1], other[2])
  if (!archive.paths.some((path) => /^xl\/workbook\.xml$/i.test(path)))
    throw refusal('This archive is not a workbook.', 'the spreadsheet itself, saved as .xlsx')
  if (archive.entries.some(declaresEntities))
    throw refusal(
      'The file declares XML entities, which no spreadsheet program writes.',
      'a new file with the cells copied into it',
    )
  const has = (part: RegExp) => archive.paths.some((path) => part.test(path))
  const remarks = [
    ...(has(/vbaProject/i) ? [MACROS] : []),
    ...(has(/externalLinks\//i)
      ? ['Links to other workbooks were not followed; cells keep the values they were saved with.']
      : []),
  ]
  return { content: storedZip(archive.entries), remarks }
}

/** Refuses any document type declaration, in every encoding, because entities can only be declared inside one. */
function declaresEntities({ content }: ArchiveEntry): boolean {
  if (content[0] === 0xff || content[0] === 0xfe || content[0] === 0 || content[1] === 0) return true
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength).includes('<!')
    ? /<!(DOCTYPE|ENTITY)/i.test(new TextDecoder('latin1').decode(content))
    : false
}

function storedZip(entries: readonly ArchiveEntry[]): Uint8Array {
  const container = CFB.utils.cfb_new()
  for (const { path, content } of entries) CFB.utils.cfb_add(container, `/${path}`, Buffer.from(content))
  return CFB.write(container, { fileType: 'zip', type: 'buffer', compression: false }) as Uint8Array
}

function parsed(content: Uint8Array): WorkBook {
  try {
    return read(content, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      sheetRows: FILE_LIMITS.rows + 1,
    })
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/password/i.test(said)) throw refusal('The file is protected by a password.', 'a copy saved without a password')
    throw refusal(DAMAGED, RESAVED)
  }
}

interface SheetFacts {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
}

/** SheetJS's representation of a cell. */
interface GivenCell {
  readonly t?: string
  readonly v?: unknown
  readonly z?: unknown
  readonly w?: string
  readonly f?: string
  readonly c?: readonly { readonly t?: string }[]
  readonly s?: { readonly patternType?: string; readonly fgColor?: { readonly rgb?: string; readonly theme?: number } }
}

function sheetOf(given: WorkSheet | undefined, facts: SheetFacts): { readonly sheet: Sheet; readonly filled: number } {
  const data = (
    (given as { '!data'?: readonly (readonly GivenCell[] | undefined)[] } | undefined)?.['!data'] ?? []
  ).slice()
  if (data.length > FILE_LIMITS.rows)
    throw refusal(
      `The sheet ${facts.name} has more than ${FILE_LIMITS.rows.toLocaleString('en-GB')} rows.`,
      'a copy of the rows you need',
    )
  const notes: Note[] = []
  let filled = 0
  let coloured = 0
  let formulas = 0
  const rows = Array.from(data, (line, row) => {
    const cells: Cell[] = []
    for (const [column, cell] of (line ?? []).entries()) {
      if (cell === undefined || column >= FILE_LIMITS.columns) continue
      const value = cellOf(cell, facts.date1904)
      if (value !== null) {
        filled += 1
        cells[column] = value
      } else if (cell.s?.patternType === 'solid' && cell.s.fgColor?.rgb !== 'FFFFFF') coloured += 1
      if (cell.f !== undefined) formulas += 1
      const text = tidied((cell.c ?? []).map(({ t = '' }) => t).join(' '))
      if (text !== '') notes.push({ row, column, text })
    }
    return Array.from(cells, (value) => value ?? null)
  })
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  const merged = (given?.['!merges'] ?? []).map(areaOf)
  const { name, hidden } = facts
  return { sheet: { name: tidied(name), hidden, rows, merged, notes, coloured, formulas }, filled }
}

function areaOf({ s, e }: { readonly s: { r: number; c: number }; readonly e: { r: number; c: number } }): Area {
  return { fromRow: s.r, fromColumn: s.c, toRow: e.r, toColumn: Math.min(e.c, FILE_LIMITS.columns - 1) }
}

function cellOf({ t, v, z, w }: GivenCell, date1904: boolean): Cell {
  if (t === 'e') return { kind: 'error', text: w ?? ERRORS[Number(v)] ?? '#ERROR!' }
  if (t === 'b') return v === true
  if (t === 'n' && typeof v === 'number') {
    return typeof z === 'string' && SSF.is_date(z) ? (momentOf(v, date1904) ?? v) : v
  }
  if (typeof v !== 'string') return null
  const text = tidied(v)
  return text === '' ? null : text
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

interface DateCode {
  readonly y: number
  readonly m: number
  readonly d: number
  readonly H: number
  readonly M: number
}

/** Null if the number isn't a date. Values below one are times of day; whole numbers are dates without a time. */
function momentOf(value: number, date1904: boolean): Moment | null {
  const code = SSF.parse_date_code(value, { date1904 }) as DateCode | null
  if (code === null || value < 0 || !Number.isFinite(value)) return null
  const two = (n: number) => String(n).padStart(2, '0')
  const time = value % 1 === 0 ? null : `${two(code.H)}:${two(code.M)}`
  const date = value < 1 ? null : `${code.y}-${two(code.m)}-${two(code.d)}`
  return { kind: 'moment', date, time: value === 0 ? '00:00' : time }
}

function refusal(detail: string, maybe: string): BadInput {
  return new BadInput([{ pointer: '', detail, maybe }])
}
