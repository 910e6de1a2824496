/**
 * Unpacks a ZIP archive within limits. Declared sizes aren't trusted, encrypted entries are refused, and only the entries a reader needs
 * are unpacked.
 */
import { inflateRawSync } from 'node:zlib'
import { FILE_LIMITS, megabytes } from './file-limits.ts'

export interface ArchiveEntry {
  readonly path: string
  readonly content: Uint8Array
}

interface Refused {
  readonly kind: 'refused'
  readonly detail: string
  readonly maybe: string
}

/** Paths of all entries, or why the archive was refused. */
export type Listing = { readonly kind: 'read'; readonly paths: readonly string[] } | Refused

/** As above, with the unpacked entries. */
export type Archive = (Listing & { readonly kind: 'read'; readonly entries: readonly ArchiveEntry[] }) | Refused

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535

const DAMAGED = refused(
  'The file is damaged or incomplete.',
  'the file opened in a spreadsheet program and saved again as .xlsx',
)

interface Listed {
  readonly path: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly at: number
}

/** Unpacks the entries whose path `wanted` accepts. */
export function openArchive(bytes: Uint8Array, wanted: (path: string) => boolean): Archive {
  const entries: ArchiveEntry[] = []
  const all = FILE_LIMITS.unpackedBytes
  const seen = eachEntry(bytes, { wanted, each: all, all }, (entry) => entries.push(entry))
  return seen.kind === 'read' ? { ...seen, entries } : seen
}

interface Unpacking {
  readonly wanted: (path: string) => boolean
  /** Limits in unpacked bytes: per entry, and in total. */
  readonly each: number
  readonly all: number
}

/** Unpacks entries one at a time, so that only what is kept uses memory. */
export function eachEntry(
  bytes: Uint8Array,
  { wanted, each, all }: Unpacking,
  take: (entry: ArchiveEntry) => void,
): Listing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = directoryOf(view, bytes)
  if (listed === null) return DAMAGED
  if (listed.length > FILE_LIMITS.entries)
    return refused(
      `The file holds ${listed.length.toLocaleString('en-GB')} parts; no spreadsheet does.`,
      'a new file with the cells copied into it',
    )
  const chosen = listed.filter(({ path }) => wanted(path))
  if (chosen.some(({ encrypted }) => encrypted))
    return refused('The file is protected by a password.', 'a copy saved without a password')
  let left = all
  for (const one of chosen) {
    const content = contentOf(one, { view, bytes, left: Math.min(left, each) })
    if (content === 'too-large')
      return each < all && each <= left ? tooLarge(one.path, each) : tooLarge('the file', all)
    if (content === null) return DAMAGED
    left -= content.length
    take({ path: one.path, content })
  }
  return { kind: 'read', paths: listed.map(({ path }) => path) }
}

function tooLarge(what: string, most: number): Refused {
  return refused(`Unpacked, ${what} is larger than ${megabytes(most)}.`, 'a copy of only the sheets and rows you need')
}

function refused(detail: string, maybe: string): Refused {
  return { kind: 'refused', detail, maybe }
}

/** Null if there is no central directory, or if it is truncated. */
function directoryOf(view: DataView, bytes: Uint8Array): Listed[] | null {
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const listed: Listed[] = []
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null
    const nameLength = view.getUint16(at + 28, true)
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    listed.push({
      path: path.replaceAll('\\', '/').replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return listed
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at
  return null
}

interface Source {
  readonly view: DataView
  readonly bytes: Uint8Array
  /** Remaining budget in unpacked bytes. */
  readonly left: number
}

function contentOf({ method, packed, at }: Listed, { view, bytes, left }: Source): Uint8Array | 'too-large' | null {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > bytes.length) return null
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data.length > left ? 'too-large' : data
  if (method !== 8) return null
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : null
  }
}
