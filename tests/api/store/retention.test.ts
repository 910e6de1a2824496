/** What a network no longer wants to store goes, piece by piece or by its age; the rest stays, and so do numbers. */
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '../../../api/store/audit.ts'
import { deleteRecordVersion, deleteRota, deleteWeek } from '../../../api/store/deletion.ts'
import { keepDocument } from '../../../api/store/kept-documents.ts'
import { keepRecord, listRecords } from '../../../api/store/kept-records.ts'
import { withdraw } from '../../../api/store/publications.ts'
import {
  expireByRetention,
  FOR_EVER,
  findRetention,
  type Retention,
  setRetention,
} from '../../../api/store/retention.ts'
import { findPublished, keepRota, listRotas } from '../../../api/store/rotas.ts'
import { listWeeks } from '../../../api/store/weeks.ts'
import { type Opened, openForTest } from './open-database.ts'
import { ONE_DAY, publishRota } from './publish-rota.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
})
afterEach(() => expect(at.faults).toEqual([]))
afterAll(() => at.close())

let count = 0
/** A network of its own, with a published rota and a draft for each of these weeks. */
async function aNetwork(weeks: readonly string[]) {
  count += 1
  const tenant = { network: `U${count}`, actor: 'local' }
  for (const weekFrom of weeks) {
    for (const body of ['first', 'second']) await keep(tenant, weekFrom, body)
    await publishRota(at.db, { ...tenant, weekFrom, version: 1 }, { sessions: [{ ...SESSION, date: weekFrom }] })
  }
  return tenant
}
type Who = Awaited<ReturnType<typeof aNetwork>>

const SESSION = { person: 'p1', part: 'am', site: 's', body: '{}' }

async function keep(tenant: Who, weekFrom: string, body: string): Promise<void> {
  const document = JSON.stringify({ from: weekFrom, network: tenant.network })
  const kept = { ...tenant, weekFrom, documentHash: `sha256:${document}` }
  await keepDocument(at.db, { ...kept, networkName: 'A', document, hasSeen: () => 'yes' })
  await keepRota(at.db, { ...kept, body: JSON.stringify(body), judgement: '{}' })
}

const record = (tenant: Who, body: string) =>
  keepRecord(at.db, {
    ...tenant,
    networkName: 'A',
    body: JSON.stringify(body),
    documentHash: `sha256:${tenant.network}${body}`,
    action: 'keep-record',
    hasSeen: () => 'yes',
  })

/** Days before today, as the database has it. */
async function monday(daysAgo: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char((now() at time zone 'Europe/London')::date - ${daysAgo}::int, 'YYYY-MM-DD') as day`.execute(at.db)
  return rows[0]?.day ?? ''
}

const set = (tenant: Who, retention: Partial<Retention>) => setRetention(at.db, tenant, { ...FOR_EVER, ...retention })
const versions = async (network: string, weekFrom: string) =>
  (await listRotas(at.db, { network, weekFrom })).map(({ version }) => version)
const bodies = async (network: string) => {
  const rows = await at.db.selectFrom('documents').select('body').where('body', 'like', `%"${network}"%`).execute()
  return rows.length
}

describe('a rota, a week or a version of the record', () => {
  it('that is published, or the latest, is not deleted', async () => {
    const who = await aNetwork(['2026-11-30'])
    await record(who, 'one')
    expect(await deleteWeek(at.db, { ...who, weekFrom: '2026-11-30' })).toBe('in-use')
    expect(await deleteRota(at.db, { ...who, weekFrom: '2026-11-30', version: 1 })).toBe('in-use')
    expect(await deleteRecordVersion(at.db, who, 1)).toBe('in-use')
    expect(await versions(who.network, '2026-11-30')).toEqual([2, 1])
  })

  it('is gone with what nothing else uses, and its number is not given out again', async () => {
    const who = await aNetwork(['2026-11-30'])
    const week = { ...who, weekFrom: '2026-11-30' }
    expect(await deleteRota(at.db, { ...week, version: 2 })).toBe('deleted')
    expect(await deleteRota(at.db, { ...week, version: 2 })).toBe('nothing')
    await withdraw(at.db, { ...week, version: 1 }, ONE_DAY)
    expect(await deleteRota(at.db, { ...week, version: 1 })).toBe('deleted')
    expect(await bodies(who.network)).toBe(1)
    await keep(who, '2026-11-30', 'third')
    expect(await versions(who.network, '2026-11-30')).toEqual([3])
    expect(await deleteWeek(at.db, week)).toBe('deleted')
    expect(await deleteWeek(at.db, week)).toBe('nothing')
    expect([await bodies(who.network), await listWeeks(at.db, who.network)]).toEqual([0, []])
    for (const body of ['one', 'two']) await record(who, body)
    expect(await deleteRecordVersion(at.db, who, 1)).toBe('deleted')
    expect(await deleteRecordVersion(at.db, who, 1)).toBe('nothing')
    expect(await record(who, 'three')).toMatchObject({ version: 3 })
    const actions = (await listAudit(at.db, who.network, { before: null, limit: 20 })).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['delete-rota', 'delete-week', 'delete-record-version']))
  })

  it('of another network stays', async () => {
    const [one, other] = [await aNetwork(['2026-11-30']), await aNetwork(['2026-11-30'])]
    await withdraw(at.db, { ...one, weekFrom: '2026-11-30', version: 1 }, ONE_DAY)
    await deleteWeek(at.db, { ...one, weekFrom: '2026-11-30' })
    expect(await versions(other.network, '2026-11-30')).toEqual([2, 1])
    expect(await bodies(other.network)).toBe(1)
  })
})

describe('retention', () => {
  it('deletes nothing until a network asks for it', async () => {
    const old = await monday(4000)
    const who = await aNetwork([old])
    expect(await findRetention(at.db, who.network)).toEqual(FOR_EVER)
    await expireByRetention(at.db)
    expect(await versions(who.network, old)).toEqual([2, 1])
  })

  it('of weeks takes those that are over for long enough, published ones too, with their calendar entries', async () => {
    const [old, edge, recent] = [await monday(107), await monday(106), await monday(7)]
    const who = await aNetwork([old, edge, recent])
    const other = await aNetwork([old])
    await set(who, { weeks: 100 })
    expect(await expireByRetention(at.db)).toBe(1)
    const left = (await listWeeks(at.db, who.network)).map(({ weekFrom }) => weekFrom)
    expect(left).toEqual([recent, edge])
    expect(await findPublished(at.db, { network: who.network, weekFrom: old })).toBeNull()
    const entries = await at.db
      .selectFrom('calendar_sessions')
      .select('date')
      .where('network', '=', who.network)
      .execute()
    expect(entries.map(({ date }) => date)).toEqual([recent])
    expect(await versions(other.network, old)).toEqual([2, 1])
    expect(await expireByRetention(at.db)).toBe(0)
  })

  it('of drafts takes only what was never published', async () => {
    const [old, recent] = [await monday(91), await monday(14)]
    const who = await aNetwork([old, recent])
    await set(who, { drafts: 90 })
    expect(await expireByRetention(at.db)).toBe(1)
    expect([await versions(who.network, old), await versions(who.network, recent)]).toEqual([[1], [2, 1]])
  })

  it('of the record’s versions and the audit log takes what is old, and never the latest version', async () => {
    const who = await aNetwork([])
    for (const body of ['one', 'two', 'three']) await record(who, body)
    const ago = sql<Date>`now() - interval '40 days'`
    await at.db.updateTable('kept_records').set({ kept_at: ago }).where('network', '=', who.network).execute()
    await at.db.updateTable('audit').set({ at: ago }).where('network', '=', who.network).execute()
    await set(who, { recordVersions: 30, audit: 30 })
    expect(await expireByRetention(at.db)).toBe(2 + 3)
    expect((await listRecords(at.db, who.network)).map(({ version }) => version)).toEqual([3])
    const left = await listAudit(at.db, who.network, { before: null, limit: 9 })
    expect(left.map(({ action }) => action)).toEqual(['set-retention'])
  })
})
