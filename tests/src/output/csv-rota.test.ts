/** A rota as a table, and the same rota read back from it. */
import { describe, expect, it } from 'vitest'
import { judgementOf } from '../../../solver/judge-given.ts'
import { BadInput } from '../../../src/errors.ts'
import { csvRows, plainText } from '../../../src/intake/csv-rows.ts'
import { readRota } from '../../../src/intake/rota-reading.ts'
import { rotaFromTable } from '../../../src/intake/rota-table.ts'
import { csvRota } from '../../../src/output/csv/csv-rota.ts'
import { csvText } from '../../../src/output/csv-text.ts'
import { sampleReport, sampleWeek } from './sample-report.ts'

const HEAD = 'row,date,part,site,person,work,remote,contacts,skills\n'

function refusal(text: string) {
  try {
    rotaFromTable(text)
  } catch (error) {
    if (error instanceof BadInput) return error.complaints
  }
  return null
}

describe('a rota written as a table', () => {
  it('and read back is judged as the rota was', async () => {
    const [report, problem] = [sampleReport(), sampleWeek()]
    const table = rotaFromTable(String(await csvRota.write(report, problem)))
    expect(table.assignments).toHaveLength(report.assignments.length)
    expect(table.clinics).toHaveLength(report.clinics.length)
    const [given, again] = [readRota(report, problem), readRota(table, problem)]
    expect(again).toEqual(given)
    expect(await judgementOf(problem, again, table)).toEqual(await judgementOf(problem, given, table))
  })

  it('without anybody in it has its first line alone', async () => {
    const text = String(await csvRota.write(sampleReport({ assignments: [], clinics: [] }), sampleWeek()))
    expect(text.split('\r\n')).toHaveLength(2)
    expect(rotaFromTable(text)).toEqual({ assignments: [], clinics: [] })
  })
})

describe('cells', () => {
  const HOSTILE = [
    '=1+1',
    '+44',
    '-1',
    '@SUM(A1)',
    "'quoted'",
    '＝1',
    'a,b',
    'say "hello"',
    'two\r\nlines',
    '',
    'Zoë 王',
  ]

  it('come back as they were, whatever is in them', () => {
    const rows = csvRows(csvText(HOSTILE, [[1.5, true, null, -0.25]]))
    expect(rows[0]?.map(plainText)).toEqual(HOSTILE)
    expect(rows[1]).toEqual(['1.5', 'true', '', '-0.25'])
  })

  it('never start as a formula does, whatever the text', () => {
    const cells = csvRows(csvText(HOSTILE, []))[0] ?? []
    expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual([])
  })
})

describe('a table that somebody changed', () => {
  it('may have its columns in another order, more of them, and capitals in their names', () => {
    const text = 'Note,Work,Site,Part,Date,Person,Row\nx,duty,A,am,2026-11-30,gp-1,Session\n'
    expect(rotaFromTable(text).assignments).toEqual([
      { person: 'gp-1', date: '2026-11-30', part: 'am', site: 'A', work: 'duty' },
    ])
  })

  it('is refused without a column that it needs, with the one that may be meant', () => {
    expect(refusal('row,dates,part,site,person,work\n')).toEqual([
      { pointer: 'line 1', detail: 'The first line has no column "date".', maybe: 'dates' },
    ])
  })

  it('is refused with every line that cannot be read', () => {
    const text = `${HEAD}meeting,2026-11-30,am,A,gp-1,duty\ncontacts,2026-11-30,am,A,,clinic,,many\n`
    expect(refusal(text)).toEqual([
      { pointer: 'line 2', detail: 'The column "row" must say session or contacts.', seen: 'meeting' },
      { pointer: 'line 3', detail: 'The column "contacts" must be a number.', seen: 'many' },
    ])
  })
})
