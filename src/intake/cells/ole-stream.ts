/**
 * Extracts the workbook stream from an old Excel file, which is a small file system (MS-CFB). Sector chains are followed with a counter,
 * because a cyclic chain would otherwise be read until memory runs out.
 */

/** Stream names that Excel 97 and earlier versions use for the workbook. */
const WORKBOOK = ['Workbook', 'Book']

export type OleReading =
  | { readonly kind: 'workbook'; readonly content: Uint8Array }
  | { readonly kind: 'encrypted' | 'other' | 'damaged' }

const LAST_SECTOR = 0xfffffffa
const HEADER = 512
const ENTRY = 128

class Damaged extends Error {}

interface Volume {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly sectorSize: number
  readonly fat: readonly number[]
}

export function openOle(bytes: Uint8Array): OleReading {
  try {
    return find(volumeOf(bytes))
  } catch (error) {
    if (error instanceof Damaged || error instanceof RangeError) return { kind: 'damaged' }
    throw error
  }
}

function volumeOf(bytes: Uint8Array): Volume {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw new Damaged()
  const volume = { bytes, view, sectorSize: 2 ** shift, fat: [] }
  const most = Math.ceil(bytes.length / volume.sectorSize)
  const sectors = Array.from({ length: 109 }, (_, n) => view.getUint32(76 + 4 * n, true)).filter(
    (one) => one < LAST_SECTOR,
  )
  let next = view.getUint32(68, true)
  for (let n = 0; next < LAST_SECTOR; n += 1) {
    if (n > most) throw new Damaged()
    const numbers = numbersIn(sectorAt(next, volume))
    sectors.push(...numbers.slice(0, -1).filter((one) => one < LAST_SECTOR))
    next = numbers.at(-1) ?? LAST_SECTOR
  }
  if (sectors.length > most) throw new Damaged()
  return { ...volume, fat: sectors.flatMap((sector) => numbersIn(sectorAt(sector, volume))) }
}

function sectorAt(index: number, { bytes, sectorSize }: Pick<Volume, 'bytes' | 'sectorSize'>): Uint8Array {
  const start = Math.max(HEADER, sectorSize) + index * sectorSize
  if (start >= bytes.length) throw new Damaged()
  return bytes.subarray(start, start + sectorSize)
}

function numbersIn(sector: Uint8Array): number[] {
  const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength)
  return Array.from({ length: Math.floor(sector.length / 4) }, (_, n) => view.getUint32(4 * n, true))
}

/** Sector numbers of a chain, in order. */
function chain(start: number, table: readonly number[]): number[] {
  const found: number[] = []
  for (let at = start; at < LAST_SECTOR; at = table[at] ?? LAST_SECTOR) {
    if (found.length > table.length || at >= table.length) throw new Damaged()
    found.push(at)
  }
  return found
}

function streamAt(start: number, volume: Volume): Uint8Array {
  return new Uint8Array(Buffer.concat(chain(start, volume.fat).map((sector) => sectorAt(sector, volume))))
}

interface Entry {
  readonly name: string
  readonly start: number
  readonly size: number
}

function find(volume: Volume): OleReading {
  const entries = entriesIn(streamAt(volume.view.getUint32(48, true), volume))
  const book = WORKBOOK.map((name) => entries.find((one) => one.name === name)).find((one) => one !== undefined)
  if (book === undefined)
    return { kind: entries.some(({ name }) => name === 'EncryptedPackage') ? 'encrypted' : 'other' }
  const small = book.size < volume.view.getUint32(56, true)
  const content = small ? miniStream(book, entries[0], volume) : streamAt(book.start, volume).subarray(0, book.size)
  return recordsFit(content) ? { kind: 'workbook', content } : { kind: 'damaged' }
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, n) => {
    const at = n * ENTRY
    const length = Math.min(64, view.getUint16(at + 64, true))
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)))
    return { name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) }
  })
}

/** Small streams are stored together in the mini stream, which has smaller sectors. */
function miniStream({ start, size }: Entry, root: Entry | undefined, volume: Volume): Uint8Array {
  if (root === undefined) throw new Damaged()
  const all = streamAt(root.start, volume)
  const table = numbersIn(streamAt(volume.view.getUint32(60, true), volume))
  const sectorSize = 2 ** Math.min(12, volume.view.getUint16(32, true))
  const parts = chain(start, table).map((sector) => all.subarray(sector * sectorSize, (sector + 1) * sectorSize))
  return new Uint8Array(Buffer.concat(parts)).subarray(0, size)
}

/** Maximum length of a workbook record (MS-XLS 2.1.4). */
const LONGEST_RECORD = 8224

/** True if the stream is a sequence of length-prefixed records up to its end, not counting zeros that pad the last sector. */
function recordsFit(content: Uint8Array): boolean {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  let at = 0
  while (at + 4 <= content.length) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (kind === 0 && length === 0) break
    if (length > LONGEST_RECORD || at + 4 + length > content.length) return false
    at += 4 + length
  }
  return at > 0
}
