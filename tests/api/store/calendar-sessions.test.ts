/** Calendar entries of what was published before there were any. */
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { feedSessions } from '../../../api/store/calendar-sessions.ts'
import { keepDocument } from '../../../api/store/kept-documents.ts'
import { up } from '../../../api/store/migrations/0016-calendars.ts'
import { keepRota } from '../../../api/store/rotas.ts'
import { type Opened, openForTest } from './open-database.ts'
import { publishRota } from './publish-rota.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
})
afterAll(() => at.close())

it('a database of the version before gets an entry for each session of its published weeks, and no other', async () => {
  const week = { network: 'U1', actor: 'local', weekFrom: '2026-11-30' }
  const document = JSON.stringify({
    network: { ods: 'U1', name: 'A' },
    parts: [{ id: 'am', starts: '08:30', ends: '12:40' }],
    sites: [{ id: 'alder', name: 'Alder Road' }],
    people: [{ id: 'ann', name: 'Ann' }],
  })
  const row = { person: 'ann', part: 'am', site: 'alder', work: 'clinic' }
  const rows = [
    { ...row, date: '2026-11-30' },
    { ...row, date: '2026-12-01', person: 'gone', site: 'gone', part: 'pm', remote: true },
    // Of its second week, which another rota has taken over.
    { ...row, date: '2026-12-07' },
  ]
  const kept = { ...week, documentHash: 'h' }
  await keepDocument(at.db, { ...kept, networkName: 'A', document, hasSeen: () => 'yes' })
  await keepRota(at.db, { ...kept, body: JSON.stringify({ assignments: rows, clinics: [] }), judgement: '{}' })
  await keepRota(at.db, {
    ...kept,
    body: JSON.stringify({ assignments: [{ ...row, date: '2026-12-02' }] }),
    judgement: '{}',
  })
  await publishRota(at.db, { ...week, version: 1 })
  await sql`drop table calendars, calendar_sessions, session_changes`.execute(at.db)
  await up(at.db as unknown as Kysely<unknown>)
  const entries = async (kind: 'person' | 'site', subject: string) =>
    (await feedSessions(at.db, { network: 'U1', kind, subject }, '')).map(({ date, sequence, isCancelled, body }) => {
      return { date, sequence, isCancelled, words: JSON.parse(body) }
    })
  const words = {
    name: 'Ann',
    siteName: 'Alder Road',
    work: 'clinic',
    starts: '08:30',
    ends: '12:40',
    timezone: null,
    remote: null,
  }
  const entry = { date: '2026-11-30', sequence: 0, isCancelled: false, words }
  expect(await entries('person', 'ann')).toEqual([entry])
  expect(await entries('site', 'alder')).toEqual([entry])
  const unknown = { name: null, siteName: null, work: 'clinic', starts: null, ends: null, timezone: null, remote: true }
  expect(await entries('person', 'gone')).toMatchObject([{ date: '2026-12-01', words: unknown }])
  expect(at.faults).toEqual([])
})
