/** Decodes text files written by any program. */
import { isUtf8 } from 'node:buffer'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/** Uses the byte order mark if there is one; otherwise UTF-8 if valid, or Windows-1252, which older spreadsheet programs save. */
export function decodedText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16' }
  if (first === 0xfe && second === 0xff) return { text: decode(swapped(bytes), 'utf-16le'), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: decode(bytes, 'windows-1252'), encoding: 'Windows-1252' }
  }
}

/** Number of bytes decoded at a time. */
const PIECE = 4 * 1024 * 1024

/** Decodes piecewise; each piece is a separate string. */
export function* textPieces(bytes: Uint8Array): Generator<string> {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isWide) {
    yield decodedText(bytes).text
    return
  }
  const decoder = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length })
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes)
}

function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((_, n) => bytes[n % 2 === 0 ? n + 1 : n - 1] ?? 0)
}
