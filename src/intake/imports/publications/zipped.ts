/** Publications as they are downloaded: tables of text in a ZIP archive, one for each area or month. */
import { BadInput } from '../../../errors.ts'
import { type ArchiveEntry, openArchive } from '../../cells/archive.ts'
import { fileKindOf } from '../../cells/file-kind.ts'
import { FILE_LIMITS, megabytes } from '../../cells/file-limits.ts'

const NEWLINE = 10
const RETURN = 13
const TABLE = /\.(csv|txt)$/i
/** What every workbook has in it. */
const WORKBOOK = '[Content_Types].xml'

/**
 * The table inside, as if it had been unpacked; of several, those that name one of the practices, as one table where they have the same
 * headings. Null for what is no such archive. Throws a BadInput if it can't be read, or doesn't say which table is meant.
 */
export function zippedTable(bytes: Uint8Array, practices: readonly string[]): Uint8Array | null {
  if (fileKindOf(bytes) !== 'zip') return null
  const listed = openArchive(bytes, () => false)
  if (listed.kind === 'refused' || listed.paths.includes(WORKBOOK) || !listed.paths.some((path) => TABLE.test(path)))
    return null
  const archive = openArchive(bytes, (path) => TABLE.test(path))
  if (archive.kind === 'refused') throw new BadInput([{ pointer: '', detail: archive.detail, maybe: archive.maybe }])
  const [only, ...others] = archive.entries
  if (only !== undefined && others.length === 0) return only.content
  const naming = archive.entries.filter(({ content }) =>
    practices.some((code) => Buffer.from(content.buffer, content.byteOffset, content.length).includes(code)),
  )
  return joined(naming.length > 0 ? naming : archive.entries, archive.entries)
}

function joined(entries: readonly ArchiveEntry[], all: readonly ArchiveEntry[]): Uint8Array {
  const heads = new Set(
    entries.map(({ content }) => new TextDecoder().decode(content.subarray(0, headOf(content))).trim()),
  )
  const size = entries.reduce((sum, { content }) => sum + content.length, 0)
  if (heads.size > 1 || size > FILE_LIMITS.textBytes)
    throw new BadInput([
      {
        pointer: '',
        detail: `The archive holds ${all.length} tables with ${heads.size > 1 ? 'different headings' : `${megabytes(size)} together`}.`,
        seen: all
          .map(({ path }) => path)
          .slice(0, 6)
          .join(', '),
        maybe: 'the one table with your practices, unpacked',
      },
    ])
  // As the first table ends its lines: readers take one kind of end for all of them.
  const [first] = entries
  const ending =
    first !== undefined && first.content[headOf(first.content) - 2] === RETURN ? [RETURN, NEWLINE] : [NEWLINE]
  const pieces = entries.flatMap(({ content }, n) => [
    n === 0 ? content : content.subarray(headOf(content)),
    ...(content.at(-1) === NEWLINE ? [] : [Uint8Array.from(ending)]),
  ])
  return Buffer.concat(pieces)
}

/** Bytes of the first line, with its end. */
function headOf(content: Uint8Array): number {
  return content.indexOf(NEWLINE) + 1 || content.length
}
