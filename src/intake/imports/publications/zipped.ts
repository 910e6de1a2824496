/** Publications as downloaded: text tables in a ZIP archive, one per area or month. */
import { BadInput } from '../../../errors.ts'
import { type ArchiveEntry, eachEntry, openArchive } from '../../cells/archive.ts'
import { fileKindOf } from '../../cells/file-kind.ts'
import { FILE_LIMITS, megabytes } from '../../cells/file-limits.ts'

const NEWLINE = 10
const RETURN = 13
const TABLE = /\.(csv|txt)$/i
/** An entry found in every workbook. */
const WORKBOOK = '[Content_Types].xml'

/**
 * The table inside the archive. If it has several, those that mention one of the practices are concatenated, provided that their headings
 * agree. Null if the file isn't such an archive. Throws a BadInput if it can't be read or the choice of table is ambiguous.
 */
export function zippedTable(bytes: Uint8Array, practices: readonly string[]): Uint8Array | null {
  if (fileKindOf(bytes) !== 'zip') return null
  const listed = openArchive(bytes, () => false)
  if (listed.kind === 'refused' || listed.paths.includes(WORKBOOK) || !listed.paths.some((path) => TABLE.test(path)))
    return null
  const tables = listed.paths.filter((path) => TABLE.test(path))
  const found = tables.length === 1 ? [] : unpacked(bytes, (entry) => practices.some((code) => names(entry, code)))
  const entries = found.length > 0 ? found : unpacked(bytes, () => true)
  return entries.length === 1 ? (entries[0]?.content ?? null) : joined(entries, tables)
}

/** The wanted tables. At most one other table is in memory at any time. */
function unpacked(bytes: Uint8Array, wanted: (entry: ArchiveEntry) => boolean): readonly ArchiveEntry[] {
  const entries: ArchiveEntry[] = []
  const paths: string[] = []
  let size = 0
  const limits = {
    wanted: (path: string) => TABLE.test(path),
    each: FILE_LIMITS.textBytes,
    all: FILE_LIMITS.archiveBytes,
  }
  const seen = eachEntry(bytes, limits, (entry) => {
    paths.push(entry.path)
    if (!wanted(entry)) return
    entries.push(entry)
    size += entry.content.length
    if (size > FILE_LIMITS.textBytes)
      throw severalTables(`tables with more than ${megabytes(FILE_LIMITS.textBytes)} together`, paths)
  })
  if (seen.kind === 'refused') throw new BadInput([{ pointer: '', detail: seen.detail, maybe: seen.maybe }])
  return entries
}

function names({ content }: ArchiveEntry, code: string): boolean {
  return Buffer.from(content.buffer, content.byteOffset, content.length).includes(code)
}

function severalTables(what: string, paths: readonly string[]): BadInput {
  return new BadInput([
    {
      pointer: '',
      detail: `The archive holds ${what}.`,
      seen: paths.slice(0, 6).join(', '),
      maybe: 'the one table with your practices, unpacked',
    },
  ])
}

function joined(entries: readonly ArchiveEntry[], tables: readonly string[]): Uint8Array {
  const heads = new Set(
    entries.map(({ content }) => new TextDecoder().decode(content.subarray(0, headOf(content))).trim()),
  )
  if (heads.size > 1) throw severalTables(`${tables.length} tables with different headings`, tables)
  // Use the first table's line ending, because readers expect a single kind.
  const [first] = entries
  const ending =
    first !== undefined && first.content[headOf(first.content) - 2] === RETURN ? [RETURN, NEWLINE] : [NEWLINE]
  const pieces = entries.flatMap(({ content }, n) => [
    n === 0 ? content : content.subarray(headOf(content)),
    ...(content.at(-1) === NEWLINE ? [] : [Uint8Array.from(ending)]),
  ])
  return Buffer.concat(pieces)
}

/** Length in bytes of the first line, including its line ending. */
function headOf(content: Uint8Array): number {
  return content.indexOf(NEWLINE) + 1 || content.length
}
