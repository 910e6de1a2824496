/** A backup holds everything, comes back digit by digit, and into either kind of database; what is no whole backup changes nothing. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laneOf } from '../../../api/jobs/queue.ts'
import { backupWriter, readBackup } from '../../../api/store/backup/backup-format.ts'
import { BACKED_UP, LEFT_OUT } from '../../../api/store/backup/backup-tables.ts'
import { dump } from '../../../api/store/backup/dump.ts'
import { load } from '../../../api/store/backup/load.ts'
import { claimOperation, endOperation } from '../../../api/store/claims.ts'
import { submit } from '../../../api/store/submission.ts'
import type { Tables } from '../../../api/store/tables.ts'
import { BadInput } from '../../../src/errors.ts'
import { type Opened, openForTest } from './open-database.ts'

let from: Opened
let into: Opened
beforeAll(async () => {
  from = await openForTest()
  into = await openForTest()
  await fill(from)
})
afterAll(async () => {
  await from.close()
  await into.close()
})

/** What a text may have: ends of lines as some programs see them, quotes, signs of several units. */
const ODD = 'a\u2028b\u2029c\r\n"d" \\ \u{1F600} é'
const WAITING = '00000000-0000-4000-8000-000000000001'
const RUNNING = '00000000-0000-4000-8000-000000000002'
const WEBHOOK = '00000000-0000-4000-8000-000000000003'

/** A row or more in every table. */
async function fill({ db }: Opened): Promise<void> {
  const moment = new Date('2026-11-29T12:00:00.123Z')
  await db
    .insertInto('documents')
    .values({ hash: 'h', body: ODD + 'x'.repeat(2_000_000) })
    .execute()
  const operation = { actor: 'local', network: 'U1', week_from: '2026-11-30', document_hash: 'h' }
  await db
    .insertInto('operations')
    .values([
      { ...operation, id: WAITING, state: 'queued', submitted_at: moment },
      { ...operation, id: RUNNING, state: 'running', claim: 'dead', seen_at: moment, attempts: 1 },
    ])
    .execute()
  await db.insertInto('networks').values({ ods: 'U1', name: ODD, erased: 2 }).execute()
  await db.insertInto('weeks').values({ network: 'U1', week_from: '2026-11-30', documents: 1, rotas: 1 }).execute()
  const kept = { network: 'U1', week_from: '2026-11-30', version: 1 }
  await db
    .insertInto('kept_documents')
    .values({ ...kept, document_hash: 'h', actor: 'a', kept_at: moment })
    .execute()
  await db
    .insertInto('calendars')
    .values({ network: 'U1', kind: 'person', subject: 'p1', hash: 'ch', actor: 'a', made_at: moment })
    .execute()
  const session = { network: 'U1', person: 'p1', date: '2026-11-30', part: 'am', site: 's' }
  await db
    .insertInto('calendar_sessions')
    .values({ ...session, body: '{}', left_sites: [ODD], sequence: 2, is_cancelled: true })
    .execute()
  const changes = { network: 'U1', date: '2026-11-30', added: 1, changed: 2, cancelled: 3 }
  const days = { weeks: 730, drafts: 90, record_versions: null, audit: null }
  await db
    .insertInto('retention')
    .values({ network: 'U1', ...days })
    .execute()
  const swap = { week_from: '2026-11-30', version: 1, state: 'accepted' as const, giver: 'p1', taker: 'p2' }
  const settled = { agreed_at: moment, settled_by: 'a', settled_at: moment, published_version: 2 }
  await db
    .insertInto('swaps')
    .values({ network: 'U1', ...swap, begins: '2026-11-30T08:30', body: ODD, proposed_by: 'a', ...settled })
    .execute()
  await db.insertInto('session_changes').values(changes).execute()
  await db.insertInto('kept_records').values({ network: 'U1', version: 1, document_hash: 'h', actor: 'a' }).execute()
  await db
    .insertInto('rotas')
    .values({
      ...kept,
      source: 'hand',
      operation_id: null,
      document_hash: 'h',
      body: '{}',
      judgement: '{}',
      actor: 'a',
    })
    .execute()
  const publication = await db
    .insertInto('publications')
    .values({ ...kept, published_by: 'a' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = { network: 'U1', week: '2026-11-30', publication_id: publication.id }
  await db.insertInto('published_weeks').values(held).execute()
  await db
    .insertInto('webhooks')
    .values({ id: WEBHOOK, network: 'U1', url: 'u', events: ['rota.published', ODD], secret: 's', actor: 'a' })
    .execute()
  await db.insertInto('deliveries').values({ webhook_id: WEBHOOK, network: 'U1', event: 'e', body: '{}' }).execute()
  await db.insertInto('events').values({ operation_id: WAITING, seq: 1, kind: 'state', body: '{}' }).execute()
  const key = { actor: 'a', key: 'k', body_hash: 'h', operation_id: WAITING }
  await db.insertInto('idempotency_keys').values(key).execute()
  await db
    .insertInto('audit')
    .values(['one', 'two', 'three'].map((actor) => ({ actor, action: 'b', subject: 'c', network: null })))
    .execute()
  const { id } = await db
    .insertInto('people')
    .values({ email: 'a@example.org', issuer: null, subject: null, name: 'A', signed_in_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('memberships').values({ person_id: id, role: 'manager', network: 'U1' }).execute()
  await db.insertInto('own_people').values({ network: 'U1', person: 'p1', account_id: id }).execute()
  const secret = { name: 'n', hash: 'kh', starts: 'r', grants: '[]', made_by: 'a', expires_at: moment }
  await db.insertInto('api_keys').values(secret).execute()
  await db.insertInto('sessions').values({ hash: 'sh', person_id: id, id_token: null }).execute()
}

async function linesOf({ db }: Opened): Promise<string[]> {
  const lines: string[] = []
  await dump(db, async (line) => void lines.push(line.slice(0, -1)))
  return lines
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function put(lines: readonly string[], { db, queue } = into): Promise<void> {
  await load(db, await readBackup(each(lines), 'the backup'), {
    requeue: async (trx, operations) => {
      await queue.clear(trx)
      for (const { id, kind } of operations) await laneOf(queue, kind).add(trx, id)
    },
  })
}

/** Rows of a table, as JSON. */
async function rowsOf(lines: readonly string[], table: string): Promise<unknown[]> {
  const { rows } = await readBackup(each(lines), 'the backup')
  const found: unknown[] = []
  for await (const one of rows) if (one.table === table) found.push(JSON.parse(one.row))
  return found
}

it('every table of ours is in a backup, or is left out for a reason', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name not like 'kysely_%'`.execute(from.db)
  const listed: readonly (keyof Tables)[] = [...BACKED_UP, ...LEFT_OUT]
  expect(rows.map(({ name }) => name).sort()).toEqual([...listed].sort())
})

describe('a backup', () => {
  it('has a row of every table that it should, so that what follows tries all of them', async () => {
    const lines = await linesOf(from)
    for (const table of BACKED_UP) expect(await rowsOf(lines, table), table).not.toEqual([])
    expect(lines.some((line) => line.includes('"sh"'))).toBe(false)
  })

  it('is restored digit by digit, except for what was in progress', async () => {
    const before = await linesOf(from)
    await put(before)
    const after = await linesOf(into)
    for (const table of BACKED_UP) {
      if (table === 'operations' || table === 'deliveries') continue
      expect(await rowsOf(after, table), table).toEqual(await rowsOf(before, table))
    }
    expect(await rowsOf(after, 'operations')).toMatchObject([
      { id: WAITING, state: 'queued', submitted_at: '2026-11-29T12:00:00.123+00:00' },
      { id: RUNNING, state: 'queued', claim: null, seen_at: null, attempts: 1 },
    ])
    expect(await rowsOf(after, 'deliveries')).toMatchObject([{ state: 'given-up', reason: expect.any(String) }])
    expect(await into.db.selectFrom('sessions').select('hash').execute()).toEqual([])
  })

  it('goes on with its numbers and its queue where it was', async () => {
    await put(await linesOf(from))
    const added = { actor: 'four', action: 'b', subject: 'c', network: null }
    const { id } = await into.db.insertInto('audit').values(added).returning('id').executeTakeFirstOrThrow()
    expect(Number(id)).toBe(4)
    await into.db.transaction().execute(async (trx) => {
      expect([await into.queue.next(trx), await into.queue.next(trx), await into.queue.next(trx)].sort()).toEqual([
        WAITING,
        RUNNING,
        null,
      ])
      await claimOperation(trx, RUNNING, 'mine')
      const hold = { id: RUNNING, claim: 'mine' }
      expect(await endOperation(trx, hold, { state: 'done', status: 'optimal', report: '{}' })).toBe(true)
    })
  })

  it('puts away what was there, its queue too', async () => {
    const submission = {
      actor: 'a',
      network: 'U9',
      weekFrom: '2026-11-30',
      document: '{}',
      documentHash: 'x',
      key: null,
    }
    await submit(into.db, submission, { ...into.queue, most: 1000 })
    await put(await linesOf(from))
    expect((await into.db.selectFrom('operations').select('network').distinct().execute()).length).toBe(1)
  })
})

describe('of an older version', () => {
  it('is brought up to date', async () => {
    const lines: string[] = []
    const writer = backupWriter(async (line) => void lines.push(line.slice(0, -1)))
    await writer.header({ format: 'rota-backup/1', madeAt: '2026-01-01T00:00:00Z', steps: ['0001-operations'] })
    const operation = {
      id: RUNNING,
      state: 'done',
      actor: 'a',
      network: 'U1',
      week_from: '2026-11-30',
      document_hash: 'h',
    }
    const moments = { submitted_at: '2026-01-01T00:00:00Z', finished_at: '2026-01-01T00:00:00Z' }
    await writer.row({ table: 'documents', row: '{"hash":"h","body":"{}","used_at":"2026-01-01T00:00:00Z"}' })
    const counts = { stop_requested: false, attempts: 1 }
    await writer.row({ table: 'operations', row: JSON.stringify({ ...operation, ...moments, ...counts }) })
    await writer.end()
    await put(lines)
    expect(await into.db.selectFrom('weeks').selectAll().execute()).toEqual([])
    expect(await into.db.selectFrom('operations').select('id').execute()).toEqual([{ id: RUNNING }])
    expect(await into.db.selectFrom('webhooks').selectAll().execute()).toEqual([])
  })
})

describe('what is no whole backup is refused, and changes nothing', () => {
  const refused = async (lines: readonly string[], words: string) => {
    const before = await linesOf(into)
    await expect(put(lines)).rejects.toThrow(words)
    await expect(put(lines)).rejects.toThrow(BadInput)
    // But for its moment, and what its lines add up to.
    expect((await linesOf(into)).slice(1, -1)).toEqual(before.slice(1, -1))
  }

  it('one that breaks off', async () => {
    const lines = await linesOf(from)
    await refused(lines.slice(0, -1), 'incomplete')
    await refused(lines.slice(0, 4), 'incomplete')
  })

  it('one of which a letter was changed, or a line is missing', async () => {
    const lines = await linesOf(from)
    await refused(
      lines.map((line) => line.replace('"three"', '"drei!"')),
      'damaged',
    )
    await refused([...lines.slice(0, -3), ...lines.slice(-2)], 'damaged')
  })

  it('one of a newer version, and something else', async () => {
    const [header = '', ...rest] = await linesOf(from)
    await refused([header.replace('0013-chores', '9999-later'), ...rest], 'newer version')
    await refused(['{"format":"rota/1"}'], 'not a rota backup')
    await refused([], 'not a rota backup')
  })
})
