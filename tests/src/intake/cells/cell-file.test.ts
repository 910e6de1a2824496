/** Files as cells: what is recognised, converted, and refused. Workbooks are in the tests of layouts. */
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../../src/errors.ts'
import { readCellFile } from '../../../../src/intake/cells/cell-file.ts'
import { delimiterOf } from '../../../../src/intake/cells/csv-sheet.ts'
import { columnIndex, columnName } from '../../../../src/intake/cells/sheet.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

function rowsOf(given: Uint8Array) {
  const file = readCellFile(given)
  return file.kind === 'sheets' ? file.sheets[0]?.rows : file.kind
}

function refusalOf(given: Uint8Array) {
  try {
    readCellFile(given)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
    throw error
  }
  return []
}

describe('separated text', () => {
  it('may use commas, semicolons, tabs or bars', () => {
    expect(['a,b\n1,2', 'a;b\n1,5;2', 'a\tb\n1,x\t2', 'a|b\n1|2'].map(delimiterOf)).toEqual([',', ';', '\t', '|'])
  })

  it('is read without its byte order mark, spaces around values, and blank rows at the end', () => {
    expect(rowsOf(bytes('\uFEFFName,Role\r\n Ann\u00A0 Lee , GP\r\n\r\n'))).toEqual([
      ['Name', 'Role'],
      ['Ann Lee', 'GP'],
    ])
  })

  it('keeps rows where they are, so that addresses fit', () => {
    expect(rowsOf(bytes('a,b\n\n\nc,d'))).toEqual([['a', 'b'], [null], [null], ['c', 'd']])
  })

  it('in Windows-1252 or UTF-16 is converted', () => {
    expect(rowsOf(latin('Name;Role\nZo\xeb;GP'))?.[1]).toEqual(['Zoë', 'GP'])
    expect(rowsOf(new Uint8Array(Buffer.from('\uFEFFName\tRole\nZoë\tGP', 'utf16le')))?.[1]).toEqual(['Zoë', 'GP'])
  })

  it('never becomes dates or numbers on its own', () => {
    expect(rowsOf(bytes('d,n\n01/02/2019,007'))?.[1]).toEqual(['01/02/2019', '007'])
  })

  it('with stray quotation marks is read on', () => {
    const file = readCellFile(bytes('a,b\n"Smith" Jane,2\nx,4\n'))
    expect(file.remarks).toEqual(['Row 2 has quotation marks that do not match; it was read as well as possible.'])
  })
})

describe('what is no table', () => {
  it('is refused with what to do', () => {
    const refused = (text: string) => refusalOf(latin(text)).map(({ detail }) => detail)
    expect(refused('')).toEqual(['The file is empty.'])
    expect(refused('%PDF-1.7 …')).toEqual(['This is a PDF.'])
    expect(refused('<!DOCTYPE html><table>')).toEqual(['This is a web page.'])
    expect(refused('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>')).toEqual(['This is an XML file.'])
    expect(refused('\x89PNG\r\n')).toEqual(['This is a picture.'])
    expect(refused('a\0b,c')).toEqual(['This is neither text nor a spreadsheet.'])
    expect(refused('PK\x03\x04 and nothing else')).toEqual(['The file is damaged or incomplete.'])
    expect(refused('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off')).toEqual([
      'The workbook is damaged, or not one that spreadsheet programs write.',
    ])
    expect(refusalOf(latin('%PDF-1.7')).map(({ maybe }) => maybe)).not.toContain(undefined)
  })

  it('but a calendar or JSON is told apart by its content', () => {
    expect(rowsOf(bytes('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'))).toBe('calendar')
    expect(rowsOf(bytes(' {"resourceType":"Bundle"}'))).toBe('json')
  })
})

it('columns have letters', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  expect([0, 25, 26, 701, 702].map(columnName).map(columnIndex)).toEqual([0, 25, 26, 701, 702])
})
