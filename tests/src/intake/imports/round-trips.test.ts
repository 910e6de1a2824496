/** What this program writes, it reads back; and publications are read in the archives in which they are downloaded. */
import { readFileSync } from 'node:fs'
import { read, type WorkBook, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../../../src/errors.ts'
import type { ImportAnswer, ImportContext } from '../../../../src/intake/imports/import-answer.ts'
import { importContext } from '../../../../src/intake/imports/import-context.ts'
import { importFile } from '../../../../src/intake/imports/import-file.ts'
import { mergedRecord } from '../../../../src/intake/imports/merged-record.ts'
import { teamRows } from '../../../../src/intake/record/team-rows.ts'
import type { NetworkRecord } from '../../../../src/intake/record-document.ts'
import { rotaFromTable, rotaFromWorkbook } from '../../../../src/intake/rota-table.ts'
import { csvRota } from '../../../../src/output/csv/csv-rota.ts'
import { fhirRota } from '../../../../src/output/fhir/fhir-rota.ts'
import type { Written } from '../../../../src/output/output-format.ts'
import { teamWorkbook } from '../../../../src/output/xlsx/team-workbook.ts'
import { xlsxRota } from '../../../../src/output/xlsx/xlsx-rota.ts'
import { ROOT } from '../../../source-files.ts'
import { sampleReport, sampleWeek } from '../../output/sample-report.ts'
import { csv, testContext } from './import-context.ts'
import { zip } from './written-zip.ts'

const problem = sampleWeek()
const report = sampleReport()
const bytesOf = (written: Written) => (typeof written === 'string' ? new TextEncoder().encode(written) : written)
const sorted = (rows: ImportAnswer['result']) => (rows?.assignments ?? []).map((row) => JSON.stringify(row)).sort()
const CONTEXT: ImportContext = {
  ...testContext(),
  people: problem.people.map(({ id, name, role, home }) => ({ id, name, role, home })),
  sites: problem.sites.map(({ id, name }) => ({ id, name })),
}
const EXPECTED = report.assignments.map(({ person, date, part, site, work, remote }) =>
  JSON.stringify({ person, date, part, site, work, ...(remote === true ? { remote } : {}) }),
)

it.each([
  ['the table', () => csvRota.write(report, problem)],
  ['the workbook', () => xlsxRota.write(report, problem)],
  ['the FHIR bundle', () => fhirRota.write(report, problem)],
  [
    'the report',
    () =>
      JSON.stringify({
        assignments: report.assignments.map(({ remote, ...one }) => (remote === true ? { ...one, remote } : one)),
      }),
  ],
])('%s of a rota is read back as that rota', async (_, write) => {
  const { problems, result } = importFile(bytesOf(await write()), 'rota', CONTEXT)
  expect(problems).toEqual([])
  expect(sorted(result).map((row) => new Set(Object.entries(JSON.parse(row)).map(String)))).toEqual(
    [...EXPECTED].sort().map((row) => new Set(Object.entries(JSON.parse(row)).map(String))),
  )
})

describe('of a workbook', () => {
  /** As a spreadsheet program saves it, with some cells changed. */
  async function saved(change: (book: WorkBook) => void): Promise<Uint8Array> {
    const book = read(await xlsxRota.write(report, problem), { type: 'array' })
    change(book)
    return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
  }

  it('saved again, nothing is lost and nothing has changed', async () => {
    const { problems, result, understood } = importFile(await saved(() => undefined), 'rota', CONTEXT)
    expect(problems).toEqual([])
    expect(result?.assignments).toHaveLength(EXPECTED.length)
    expect(understood?.guesses).toEqual([])
  })

  it('sessions are changed in their table', async () => {
    const bytes = await saved(({ Sheets }) => {
      const cell = Sheets.Sessions?.O2
      expect(cell?.v).toBe('duty')
      if (cell !== undefined) cell.v = 'admin'
    })
    const { result, understood } = importFile(bytes, 'rota', CONTEXT)
    expect(result?.assignments?.[0]).toMatchObject({ person: 'gp-1', work: 'admin' })
    expect(understood?.guesses).toEqual([])
  })

  it('a site’s sheet that somebody changed is named, since it is not read', async () => {
    const bytes = await saved(({ Sheets }) => {
      const sheet = Sheets['Alder Road']
      const [place = ''] = Object.entries(sheet ?? {}).find(([, cell]) => cell?.v === 'D') ?? []
      if (sheet !== undefined) sheet[place].v = 'A'
    })
    const { problems, result, understood } = importFile(bytes, 'rota', CONTEXT)
    expect(problems).toEqual([])
    expect(result?.assignments).toHaveLength(EXPECTED.length)
    expect(understood?.guesses).toMatchObject([{ sheet: 'Alder Road', taken: expect.stringContaining('not read') }])
  })

  it('judging sees the same sessions and contacts as in the table of text', async () => {
    const text = String(await csvRota.write(report, problem))
    expect(rotaFromWorkbook(bytesOf(await xlsxRota.write(report, problem)))).toEqual(rotaFromTable(text))
    expect(() => rotaFromWorkbook(csv('Name,Role', 'Ann,GP'))).toThrow(/No sheet has the columns row, person/)
  })
})

it('somebody whom the network does not have is named with their place', async () => {
  const people = CONTEXT.people.filter(({ id }) => id !== 'physio-1')
  const { problems, result } = importFile(bytesOf(await csvRota.write(report, problem)), 'rota', { ...CONTEXT, people })
  expect(problems).toMatchObject([{ seen: 'physio-1', row: 5, correct: { by: 'people', word: 'physio-1' } }])
  expect(result).toBeUndefined()
})

it('JSON of anything else is refused', () => {
  for (const text of ['{}', '[]', '[7]', '{"resourceType":"Bundle","entry":[]}', '{"assignments":[{"person":1}]}'])
    expect(importFile(new TextEncoder().encode(text), 'rota', CONTEXT).problems.length, text).toBe(1)
})

const HEAD = 'APPOINTMENT_MONTH_START_DATE,GP_CODE,GP_NAME,NATIONAL_CATEGORY,COUNT_OF_APPOINTMENTS,APPT_STATUS'
const table = (...rows: readonly string[]) => new TextDecoder().decode(csv(HEAD, ...rows))
const ALDER = '2026-02-01,A99901,ALDER ROAD,General Consultation Acute,400,Attended'
const ELM = '2026-02-01,A99902,ELM PARK,General Consultation Acute,200,Attended'
const OTHER = '2026-02-01,B11111,ELSEWHERE,General Consultation Acute,900,Attended'
const sites = [
  { id: 'A99901', name: 'Alder Road' },
  { id: 'A99902', name: 'Elm Park' },
]

it('a publication in an archive is read: of several tables, those with the network’s practices', () => {
  const archive = zip([
    { path: 'Practice_Level_North.csv', text: table(ALDER) },
    { path: 'Practice_Level_South.csv', text: table(OTHER) },
    { path: 'Practice_Level_West.csv', text: table(ELM) },
    { path: 'Notes.pdf', text: 'not a table' },
  ])
  const { problems, understood } = importFile(archive, 'demand', { ...testContext(), sites })
  expect(problems).toEqual([])
  expect(understood?.counts).toEqual({ rows: 2, appointments: 600, practices: 2 })
})

it('an archive with different tables says which there are', () => {
  const archive = zip([
    { path: 'a.csv', text: table(ALDER) },
    { path: 'b.csv', text: 'Name,Role\r\nA99901,GP' },
  ])
  const read = () => importFile(archive, 'demand', { ...testContext(), sites })
  expect(read).toThrow(BadInput)
  expect(read).toThrow(/2 tables with different headings/)
})

it('a record’s team as a workbook is read back as that team', async () => {
  const record: NetworkRecord = JSON.parse(readFileSync(`${ROOT}fixtures/records/fern-lane.json`, 'utf8'))
  const people = record.people.map((person, n) =>
    n === 3 ? { ...person, until: '2027-03-31', works: ['mon-am', 'fri-pm', 'tue-evening'] } : person,
  )
  const team = { ...record, people }
  const written = await teamWorkbook(record.network.name, teamRows(team, '2026-11-30'))
  const { problems, result, understood } = importFile(written, 'team', importContext(team, { today: '2026-11-30' }))
  expect(problems).toEqual([])
  expect(understood?.guesses).toEqual([])
  const after = mergedRecord(team, result ?? {}).people
  const byId = (all: NetworkRecord['people']) => Object.fromEntries(all.map((person) => [person.id, person]))
  expect(byId(after)).toEqual(byId(people.map((person) => ({ home: 'fern', ...person }))))
})
