/** Files made to do harm, and files that were damaged: refused, or read without harm; never half. */
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../../src/errors.ts'
import { openArchive } from '../../../../src/intake/cells/archive.ts'
import { FILE_LIMITS } from '../../../../src/intake/cells/file-limits.ts'
import { IMPORT_KINDS, type ImportKind } from '../../../../src/intake/imports/import-answer.ts'
import { importFile } from '../../../../src/intake/imports/import-file.ts'
import { ROOT } from '../../../source-files.ts'
import { csv, testContext } from './import-context.ts'
import { sheetXml, workbook, zip } from './written-zip.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`${ROOT}fixtures/layouts/${name}`))

function refusalOf(bytes: Uint8Array, as: ImportKind = 'team'): string {
  try {
    const { problems } = importFile(bytes, as, testContext())
    return `read: ${problems[0]?.detail ?? ''}`
  } catch (error) {
    if (error instanceof BadInput) return error.complaints.map(({ detail }) => detail).join(' ')
    throw error
  }
}

const SHEET = 'xl/worksheets/sheet1.xml'
const TEAM = [
  ['Name', 'Role', 'Sessions'],
  ['Ann Lee', 'ANP', '6'],
]

describe('a workbook', () => {
  it('made here is read, so that the refusals below are for their reasons', () => {
    const { result } = importFile(zip(workbook({ path: SHEET, text: sheetXml(TEAM) })), 'team', testContext())
    expect(result?.people?.map(({ name }) => name)).toEqual(['Ann Lee'])
  })

  it('that unpacks to more than is allowed is refused, whatever it claims', () => {
    const zeros = deflateRawSync(Buffer.alloc(FILE_LIMITS.unpackedBytes + 1))
    expect(zeros.length).toBeLessThan(FILE_LIMITS.bytes / 100)
    for (const claim of [FILE_LIMITS.unpackedBytes + 1, 1000])
      expect(refusalOf(zip(workbook({ path: SHEET, packed: { data: zeros, claim } })))).toBe(
        'Unpacked, the file is larger than 256 MB.',
      )
  })

  it('whose parts lie on top of each other is refused by the sum of them', () => {
    const zeros = deflateRawSync(Buffer.alloc(FILE_LIMITS.unpackedBytes / 8))
    const same = Array.from({ length: 9 }, (_, n) => ({
      path: `xl/worksheets/sheet${n + 1}.xml`,
      packed: { data: zeros, claim: 9 },
    }))
    expect(refusalOf(zip(same))).toBe('Unpacked, the file is larger than 256 MB.')
  })

  it('with too many parts, or with a password, is refused', () => {
    const many = Array.from({ length: FILE_LIMITS.entries + 1 }, (_, n) => ({ path: `xl/x${n}`, text: '' }))
    expect(refusalOf(zip(many))).toMatch(/^The file holds 2,001 parts/)
    expect(refusalOf(zip(workbook({ path: SHEET, text: sheetXml(TEAM) }), 1))).toBe(
      'The file is protected by a password.',
    )
  })

  it('that declares entities is refused before anything expands them', () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    expect(refusalOf(zip(workbook({ path: SHEET, text: sheetXml(TEAM, bomb) })))).toMatch(
      /^The file declares XML entities/,
    )
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    expect(refusalOf(zip(workbook({ path: SHEET, text: sheetXml(TEAM, outside) })))).toMatch(
      /^The file declares XML entities/,
    )
  })

  it('with macros is read without them, and that is said', () => {
    const parts = workbook({ path: SHEET, text: sheetXml(TEAM) }, { path: 'xl/vbaProject.bin', text: 'Sub AutoOpen()' })
    const { understood, result } = importFile(zip(parts), 'team', testContext())
    expect(result?.people).toHaveLength(1)
    expect(understood?.notImported.map(({ why }) => why)).toContain(
      'The macros in this workbook were neither read nor run.',
    )
  })

  it('with paths that lead out of it reads nothing there', () => {
    const parts = workbook(
      { path: SHEET, text: sheetXml(TEAM) },
      { path: '../../../etc/passwd', text: 'x' },
      { path: '__proto__/polluted', text: 'x' },
    )
    expect(importFile(zip(parts), 'team', testContext()).result?.people).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('an archive with tables of text', () => {
  const HEAD = 'GP_CODE,NATIONAL_CATEGORY,APPOINTMENT_MONTH_START_DATE,COUNT_OF_APPOINTMENTS\n'
  const packed = (size: number) =>
    deflateRawSync(Buffer.alloc(size, `${HEAD}A99901,General Consultation Acute,2026-02-01,1\n`))

  it('of which one unpacks to more than is allowed is refused, whatever it claims', () => {
    const data = packed(FILE_LIMITS.textBytes + 1)
    expect(data.length).toBeLessThan(FILE_LIMITS.textBytes / 100)
    const before = process.memoryUsage().rss
    for (const claim of [FILE_LIMITS.textBytes + 1, 1000])
      expect(refusalOf(zip([{ path: 'bomb.csv', packed: { data, claim } }]), 'demand')).toBe(
        'Unpacked, bomb.csv is larger than 96 MB.',
      )
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })

  it('that together unpack to more than is allowed are refused; only what is kept takes memory', () => {
    const data = packed(64 * 1024 * 1024)
    const tables = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ path: `${n}.csv`, packed: { data, claim: 1 } }))
    const before = process.memoryUsage().rss
    expect(refusalOf(zip(tables(2)), 'demand')).toBe('The archive holds tables with more than 96 MB together.')
    const sites = [{ id: 'B99999', name: 'Elm Park' }]
    const none = { ...testContext(), sites }
    expect(() => importFile(zip(tables(17)), 'demand', none)).toThrow('Unpacked, the file is larger than 1024 MB.')
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })
})

describe('a name that is a formula', () => {
  it.each(['=HYPERLINK("http://x","y")', '+44 1234', '-2+3', '@SUM(A1)'])('%s is refused, in its cell', (name) => {
    const { problems, result } = importFile(
      csv('Name,Role,Sessions', `"${name.replaceAll('"', '""')}",ANP,6`),
      'team',
      testContext(),
    )
    expect(problems.map(({ row, column, detail }) => [row, column, detail])).toEqual([
      [2, 'A', 'This looks like a formula, not a name; it was not run.'],
    ])
    expect(result).toBeUndefined()
  })
})

describe('too much text', () => {
  it('of 200 MB is refused before it is read', () => {
    const bytes = new Uint8Array(200 * 1024 * 1024).fill(97)
    const before = process.memoryUsage().rss
    expect(refusalOf(bytes)).toBe('The file has 200 MB; at most 96 MB are read.')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })

  it('in rows is refused', () => {
    const lines = Array.from({ length: FILE_LIMITS.rows + 2 }, (_, n) => `p${n},ANP,6`)
    expect(refusalOf(csv(['Name,Role,Sessions', ...lines].join('\n')))).toMatch(/^The table has more than 100,000 rows/)
  })

  it('in the figures of a publication is read row by row', () => {
    const head = 'SUB_ICB_LOCATION_CODE,Appointment_Date,APPT_STATUS,COUNT_OF_APPOINTMENTS'
    const lines = Array.from(
      { length: 300_000 },
      (_, n) => `00L,${String((n % 28) + 1).padStart(2, '0')}APR2024,Attended,3`,
    )
    const { understood, problems } = importFile(csv([head, ...lines].join('\n')), 'demand', testContext())
    expect(problems).toEqual([])
    expect(understood?.counts.appointments).toBe(900_000)
  })

  it('by a rule that never ends is cut off', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART:01000101T090000',
      'RRULE:FREQ=DAILY',
      'SUMMARY:Ann Lee - AL',
      'END:VEVENT',
      'END:VCALENDAR',
    ]
    expect(refusalOf(csv(...text), 'leave')).toBe('The calendar has more than 20,000 events.')
  })
})

/** Numbers that look random and are always the same (xorshift). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = new Uint8Array(bytes)
  const at = () => Math.floor(next() * copy.length)
  const times = 1 + Math.floor(next() * 8)
  for (let n = 0; n < times; n += 1) copy[at()] = Math.floor(next() * 256)
  const kind = next()
  if (kind < 0.2) return copy.slice(0, at())
  if (kind < 0.4) {
    const [from, to] = [at(), at()]
    copy.copyWithin(Math.min(from, to), Math.max(from, to))
  }
  return copy
}

describe('1,000 damaged files of each format', () => {
  it.each([
    ['xlsx', '02-month-of-people-and-days.xlsx', 'leave'],
    ['xls', '10-names-by-role.xls', 'rota'],
    ['csv', '11a-semicolons-latin1-us-dates.csv', 'leave'],
    ['ics', '14a-team-leave.ics', 'leave'],
  ] as const)('%s: each is refused or read, none crashes, memory stays bounded', (_, file, as) => {
    const original = fixture(file)
    const next = numbers(20_261_130)
    const outcomes = { refused: 0, problems: 0, read: 0 }
    for (let n = 0; n < 1000; n += 1) {
      const bytes = mutated(original, next)
      try {
        const { problems, result } = importFile(bytes, as, testContext())
        expect(result === undefined).toBe(problems.length > 0)
        outcomes[problems.length > 0 ? 'problems' : 'read'] += 1
      } catch (error) {
        if (!(error instanceof BadInput)) throw error
        outcomes.refused += 1
      }
    }
    expect(outcomes.refused + outcomes.problems + outcomes.read).toBe(1000)
    expect(process.memoryUsage().rss).toBeLessThan(1500 * 1024 * 1024)
    process.stdout.write(
      `${file}: ${JSON.stringify(outcomes)}, ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB\n`,
    )
  })
})

it('1,000 workbooks damaged inside, in parts that unpack well: as above', () => {
  const archive = openArchive(fixture('02-month-of-people-and-days.xlsx'), () => true)
  const parts = archive.kind === 'read' ? archive.entries : []
  expect(parts.length).toBeGreaterThan(5)
  const next = numbers(7)
  const outcomes = { refused: 0, problems: 0, read: 0 }
  for (let n = 0; n < 1000; n += 1) {
    const victim = Math.floor(next() * parts.length)
    const packed = parts.map(({ path, content }, at) => {
      const damaged = at === victim ? mutated(content, next) : content
      return { path, packed: { data: deflateRawSync(damaged), claim: damaged.length } }
    })
    try {
      outcomes[importFile(zip(packed), 'leave', testContext()).problems.length > 0 ? 'problems' : 'read'] += 1
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      outcomes.refused += 1
    }
  }
  expect(outcomes.refused + outcomes.problems + outcomes.read).toBe(1000)
  expect(outcomes.read).toBeGreaterThan(300)
  process.stdout.write(
    `inside: ${JSON.stringify(outcomes)}, ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB\n`,
  )
})

it('a file asked for as something else is refused kindly', () => {
  for (const as of IMPORT_KINDS) expect(refusalOf(fixture('12-preference-scores.xlsx'), as)).toMatch(/^read: No /)
})
