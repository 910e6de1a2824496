/** Reads delimited text as a sheet, using papaparse. The delimiter is detected, and values stay text. */
import Papa from 'papaparse'
import { BadInput } from '../../errors.ts'
import { textPieces } from './decoded-text.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { type Cell, type Sheet, tidied } from './sheet.ts'

const NAMES: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }
/** Number of characters examined to detect the delimiter. */
const SAMPLE = 20_000

export interface CsvSheet {
  readonly sheet: Sheet
  /** For users, in words. */
  readonly delimiter: string
  readonly faults: readonly string[]
}

/** Throws a BadInput if there are too many rows or cells. */
export function csvSheet(text: string): CsvSheet {
  const delimiter = delimiterOf(text)
  const rows: Cell[][] = []
  let cells = 0
  const faults: string[] = []
  eachCsvRow(text, delimiter, (values, errors) => {
    const row = values.map((value) => tidied(value)).map((value) => (value === '' ? null : value))
    cells += row.filter((value) => value !== null).length
    if (rows.length >= FILE_LIMITS.rows || cells > FILE_LIMITS.cells)
      throw new BadInput([
        {
          pointer: '',
          detail: `The table has more than ${FILE_LIMITS.rows.toLocaleString('en-GB')} rows or ${FILE_LIMITS.cells.toLocaleString('en-GB')} filled cells.`,
          maybe: 'a copy with only the rows of your practices and weeks',
        },
      ])
    if (errors > 0 && faults.length < 20)
      faults.push(`Row ${rows.length + 1} has quotation marks that do not match; it was read as well as possible.`)
    rows.push(row)
  })
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === null)) rows.pop()
  const sheet: Sheet = { name: null, hidden: false, rows, merged: [], notes: [], coloured: 0, formulas: 0 }
  return { sheet, delimiter: NAMES[delimiter] ?? delimiter, faults }
}

/** Calls back for each row, including blank ones, without keeping any in memory. */
export function eachCsvRow(
  text: string,
  delimiter: string,
  take: (values: readonly string[], errors: number) => void,
): void {
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors }) => take(data, errors.length),
  })
}

/** As above for bytes, decoded in pieces, so that a large file is never held as one string. */
export function eachCsvRowOf(
  bytes: Uint8Array,
  delimiter: string,
  take: (values: readonly string[], errors: number) => void,
): void {
  let rest = ''
  for (const piece of textPieces(bytes)) {
    const text = rest + piece
    const end = lastLineEnd(text)
    // A trailing line end would be read as another row.
    if (end > 0) eachCsvRow(text.slice(0, end).replace(/\r?\n$/, ''), delimiter, take)
    rest = text.slice(end)
  }
  if (rest !== '') eachCsvRow(rest, delimiter, take)
}

/** Position of the last line end outside quotation marks; 0 if there is none. */
function lastLineEnd(text: string): number {
  let [isQuoted, end] = [false, 0]
  for (let n = 0; n < text.length; n += 1) {
    const sign = text.charCodeAt(n)
    if (sign === QUOTE) isQuoted = !isQuoted
    else if (sign === NEWLINE && !isQuoted) end = n + 1
  }
  return end
}

const QUOTE = 34
const NEWLINE = 10

/** The delimiter that splits most of the first lines into the same number of fields; a comma if none does. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scores = Object.keys(NAMES).map((sign) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1)
    const some = counts.filter((count) => count > 0)
    const same = some.filter((count) => count === mostCommon(some)).length
    return { sign, score: same * Math.min(3, mostCommon(some)) + some.length / 1000 }
  })
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).sign
}

function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}
