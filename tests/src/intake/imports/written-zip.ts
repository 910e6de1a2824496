/** ZIP archives and workbooks written byte by byte, so that they can be as wrong as needed. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  readonly path: string
  readonly text?: string
  /** Already compressed, with the size that the directory is to claim. */
  readonly packed?: { readonly data: Uint8Array; readonly claim: number }
}

/** A ZIP archive of these parts, by its specification. */
export function zip(parts: readonly Part[], flags = 0): Uint8Array {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, text = '', packed } of parts) {
    const name = Buffer.from(path)
    const data = Buffer.from(packed?.data ?? deflateRawSync(text))
    const claim = packed?.claim ?? Buffer.byteLength(text)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(text), 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(claim, 22)
    head.writeUInt16LE(name.length, 26)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50, 0)
    line.writeUInt16LE(flags, 8)
    line.writeUInt16LE(8, 10)
    head.copy(line, 16, 14, 28)
    line.writeUInt32LE(at, 42)
    chunks.push(head, name, data)
    directory.push(line, name)
    at += 30 + name.length + data.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...chunks, listed, end]))
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
const BOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const ROOT_RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'

/** A sheet with these texts. */
export function sheetXml(rows: readonly (readonly string[])[], head = ''): string {
  const cells = rows.map(
    (row, r) =>
      `<row r="${r + 1}">${row.map((text, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
  )
  return `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.join('')}</sheetData></worksheet>`
}

/** The parts of a workbook with this sheet, and more. */
export function workbook(sheet: Part, ...more: readonly Part[]): Part[] {
  return [
    { path: '[Content_Types].xml', text: TYPES },
    { path: '_rels/.rels', text: ROOT_RELS },
    { path: 'xl/workbook.xml', text: BOOK },
    { path: 'xl/_rels/workbook.xml.rels', text: RELS },
    sheet,
    ...more,
  ]
}
