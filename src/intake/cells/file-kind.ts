/** Detects a file's type from its content, because names and extensions are often wrong. */

export type FileKind = 'zip' | 'ole' | 'calendar' | 'json' | 'text'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Unsupported types, with advice for each. */
const OTHERS: readonly (readonly [starts: RegExp, what: string, maybe: string])[] = [
  [/^%PDF-/, 'This is a PDF.', 'the spreadsheet it was printed from, or its table pasted into one and saved as .xlsx'],
  [/^\{\\rtf/, 'This is a text document (RTF).', 'its table pasted into a spreadsheet and saved as .xlsx'],
  [
    /^\s*<(!doctype html|html|table)\b/i,
    'This is a web page.',
    'the table opened in a spreadsheet program and saved as .xlsx',
  ],
  [/^\s*<\?xml\b/i, 'This is an XML file.', 'the file opened in a spreadsheet program and saved as .xlsx'],
  [/^(.PNG|ÿØÿ|GIF8)/, 'This is a picture.', 'the spreadsheet itself, saved as .xlsx or .csv'],
  [/^(Rar!|7z¼¯|BZh[1-9])/, 'This is a compressed archive.', 'the file inside it'],
  [/^(MZ[\s\S]{0,400}This program|.ELF)/, 'This is a program, not a table.', 'a spreadsheet, saved as .xlsx or .csv'],
]

/** A supported type, or why this one isn't supported. */
export function fileKindOf(bytes: Uint8Array): FileKind | { readonly detail: string; readonly maybe: string } {
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return 'zip'
  if (startsWith(bytes, OLE)) return 'ole'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^(ï»¿|ÿþ|þÿ)/, '')
  const other = OTHERS.find(([starts]) => starts.test(start))
  if (other !== undefined) return { detail: other[1], maybe: other[2] }
  const plain = start.replaceAll('\0', '')
  if (/^\s*BEGIN:VCALENDAR/i.test(plain)) return 'calendar'
  if (/^\s*[[{]/.test(plain)) return 'json'
  return 'text'
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, n) => bytes[n] === byte)
}
