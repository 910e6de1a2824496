/** Entry point for tables: reads any spreadsheet-like file as sheets. Other files are refused, with advice on what to do. */
import { BadInput } from '../../errors.ts'
import { csvSheet } from './csv-sheet.ts'
import { decodedText } from './decoded-text.ts'
import { fileKindOf } from './file-kind.ts'
import { FILE_LIMITS, megabytes } from './file-limits.ts'
import type { Sheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'

/** Tables of a workbook or delimited text file. */
export interface SheetFile {
  readonly kind: 'sheets'
  /** For users, such as "Excel workbook". */
  readonly what: string
  readonly sheets: readonly Sheet[]
  /** Sentences about what was deliberately left out. */
  readonly remarks: readonly string[]
}

export type CellFile =
  | SheetFile
  | {
      readonly kind: 'calendar' | 'json'
      readonly what: string
      readonly text: string
      readonly remarks: readonly string[]
    }

/** Throws a BadInput if the file can't be read at all. */
export function readCellFile(bytes: Uint8Array): CellFile {
  if (bytes.length === 0) throw refusal('The file is empty.', 'the file saved again, and chosen again')
  const kind = fileKindOf(bytes)
  if (typeof kind === 'object') throw refusal(kind.detail, kind.maybe)
  const most = kind === 'text' ? FILE_LIMITS.textBytes : FILE_LIMITS.bytes
  if (bytes.length > most)
    throw refusal(
      `The file has ${megabytes(bytes.length)}; at most ${megabytes(most)} are read.`,
      'a copy with only the rows of your practices and weeks',
    )
  if (kind === 'zip' || kind === 'ole') return { kind: 'sheets', ...readWorkbook(bytes, kind) }
  const { text, encoding } = decodedText(bytes)
  const remarks = encoding === 'UTF-8' ? [] : [`The text is in ${encoding}, not UTF-8, and was converted.`]
  if (kind === 'calendar') return { kind, what: 'calendar (iCal)', text, remarks }
  if (kind === 'json') return { kind, what: 'JSON file', text, remarks }
  if (text.includes('\0'))
    throw refusal('This is neither text nor a spreadsheet.', 'a spreadsheet, saved as .xlsx or .csv')
  const { sheet, delimiter, faults } = csvSheet(text)
  return {
    kind: 'sheets',
    what: `table of text, separated by ${delimiter}`,
    sheets: [sheet],
    remarks: [...remarks, ...faults],
  }
}

function refusal(detail: string, maybe: string): BadInput {
  return new BadInput([{ pointer: '', detail, maybe }])
}
