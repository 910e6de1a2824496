/** Networks' weeks in the database: whose they are, what is forgotten, and what an older database becomes. */
import { Kysely, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '../../../api/store/audit.ts'
import { claimOperation, endOperation } from '../../../api/store/claims.ts'
import type { Db } from '../../../api/store/database.ts'
import { openMemory } from '../../../api/store/embedded.ts'
import { erasePerson, type Writers } from '../../../api/store/erasure.ts'
import { expire } from '../../../api/store/expiry.ts'
import { findDocument, keepDocument } from '../../../api/store/kept-documents.ts'
import { up as first } from '../../../api/store/migrations/0001-operations.ts'
import { up as second } from '../../../api/store/migrations/0002-networks.ts'
import { up as later } from '../../../api/store/migrations/0012-published-weeks.ts'
import { up as questions } from '../../../api/store/migrations/0019-questions.ts'
import { eventsAfter, findOperation } from '../../../api/store/operations.ts'
import { readPerson } from '../../../api/store/people.ts'
import { pgliteDialect } from '../../../api/store/pglite-dialect.ts'
import { publish, withdraw } from '../../../api/store/publications.ts'
import { findPublished, findRota, keepRota, listRotas } from '../../../api/store/rotas.ts'
import { requestStop, submit } from '../../../api/store/submission.ts'
import { listWeeks } from '../../../api/store/weeks.ts'
import { type Opened, openForTest } from './open-database.ts'
import { ONE_DAY, publishRota } from './publish-rota.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
})
afterEach(async () => {
  for (const table of [
    'published_weeks',
    'publications',
    'rotas',
    'kept_documents',
    'weeks',
    'operations',
    'documents',
  ] as const)
    await at.db.deleteFrom(table).execute()
  expect(at.faults).toEqual([])
})
afterAll(() => at.close())

const WEEK = { network: 'U10001', weekFrom: '2026-11-30', actor: 'local' }
const BODY = '{"people":[{"id":"p1"}]}'

const keep = (document = BODY) =>
  keepDocument(at.db, { ...WEEK, networkName: 'A', document, documentHash: `sha256:${document}`, hasSeen: () => 'yes' })
const byHand = (body = '[]') =>
  keepRota(at.db, { ...WEEK, documentHash: `sha256:${BODY}`, body, judgement: '{"findings":[]}' })

/** An operation of the week that has ended with a report. */
async function solved(hash = 'sha256:solved') {
  const { network, weekFrom, actor } = WEEK
  const submission = { actor, network, weekFrom, document: BODY, documentHash: hash, key: null }
  const submitted = await submit(at.db, submission, { ...at.queue, most: 10 })
  const id = 'id' in submitted ? submitted.id : ''
  await at.db.transaction().execute(async (trx) => {
    await at.queue.next(trx)
    await claimOperation(trx, id, 'a')
    await endOperation(trx, { id, claim: 'a' }, { state: 'done', status: 'optimal', report: '{}' })
    await at.queue.complete(trx, id)
  })
  return id
}

const longAgo = async () => {
  await at.db
    .updateTable('operations')
    .set({ finished_at: new Date(0) })
    .execute()
  await at.db
    .updateTable('documents')
    .set({ used_at: new Date(0) })
    .execute()
}
const versions = async () => (await listRotas(at.db, WEEK)).map(({ version }) => version)

/** Erases by changing every text alike. */
const writing = (text: (body: string) => string): Writers => ({
  names: () => ['A'],
  meant: (_, names) => ({ names, namesakes: [] }),
  document: (body) => ({ body: text(body), hash: `sha256:${text(body)}` }),
  rota: ({ body, judgement }) => ({ body: text(body), judgement }),
  problem: text,
  swap: text,
})

describe('what one network has', () => {
  it('cannot be seen, changed or stopped from another by any call of the store', async () => {
    await keep()
    await byHand()
    const id = await solved()
    await publishRota(at.db, { ...WEEK, version: 1 })
    const other = { ...WEEK, network: 'U10002' }
    const who = { network: 'U10002', actor: 'local', person: 'p1' }
    const told = { rota: () => 'a rota', swap: () => 'a swap', question: () => 'a question' }
    const read = { names: () => ['A'], document: (body: string) => body, ...told }
    expect(await listWeeks(at.db, other.network)).toEqual([])
    expect(await findDocument(at.db, other, null)).toBeNull()
    expect(await listRotas(at.db, other)).toEqual([])
    expect(await findRota(at.db, other, 1)).toBeNull()
    expect(await findPublished(at.db, other)).toBeNull()
    expect(await publishRota(at.db, { ...other, version: 1 })).toEqual({ kind: 'no-such-rota' })
    expect(await withdraw(at.db, { ...other, version: 1 }, ONE_DAY)).toBe(false)
    expect(await listAudit(at.db, other.network, { before: null, limit: 10 })).toEqual([])
    expect(await readPerson(at.db, who, read)).toEqual({ documents: [], rotas: [], swaps: [], questions: [] })
    expect(
      await erasePerson(
        at.db,
        who,
        writing((body) => body),
      ),
    ).toEqual({ kind: 'nobody' })
    for (const networks of [['U10002'], []]) {
      expect(await findOperation(at.db, id, networks)).toBeNull()
      expect(await eventsAfter(at.db, { id, after: 0 }, networks)).toBeNull()
      expect(await requestStop(at.db, { id, actor: 'other', networks }, at.queue)).toBe(false)
    }
    expect((await findPublished(at.db, WEEK))?.body).toBe('[]')
    expect((await findOperation(at.db, id, ['U10002', 'U10001']))?.id).toBe(id)
  })
})

describe('of two networks with one and the same week', () => {
  const other = { ...WEEK, network: 'U10002' }
  const rota = { documentHash: `sha256:${BODY}`, body: '[]', judgement: '{"findings":[]}' }
  const keeping = { networkName: 'B', document: BODY, documentHash: `sha256:${BODY}`, hasSeen: () => 'yes' as const }

  it('each has its own numbers, documents and rotas', async () => {
    await keep()
    await keep('{}')
    await keep()
    await byHand()
    await byHand('[1]')
    expect(await keepRota(at.db, { ...other, ...rota })).toEqual({ kind: 'erased' })
    expect(await keepDocument(at.db, { ...other, ...keeping })).toMatchObject({ kind: 'kept', version: 1 })
    expect(await keepRota(at.db, { ...other, ...rota })).toEqual({ kind: 'kept', version: 1, isNew: true })
    expect((await listWeeks(at.db, 'U10002')).map(({ documentVersion, rota }) => [documentVersion, rota])).toEqual([
      [1, 1],
    ])
    expect(await versions()).toEqual([2, 1])
    expect((await findRota(at.db, other, 1))?.documentVersion).toBe(1)
    expect(await findRota(at.db, other, 2)).toBeNull()
  })

  it('each publishes and takes back its own', async () => {
    await keep()
    await byHand()
    await byHand('[2]')
    await keepDocument(at.db, { ...other, ...keeping })
    await keepRota(at.db, { ...other, ...rota })
    await publishRota(at.db, { ...WEEK, version: 1 })
    expect((await listWeeks(at.db, 'U10002')).map(({ published }) => published)).toEqual([null])
    expect(await publishRota(at.db, { ...other, version: 2 })).toEqual({ kind: 'no-such-rota' })
    expect(await withdraw(at.db, { ...other, version: 1 }, ONE_DAY)).toBe(false)
    expect(await publishRota(at.db, { ...other, version: 1 })).toEqual({
      kind: 'published',
      replaces: [],
      affected: [],
    })
    expect(await withdraw(at.db, { ...other, version: 1 }, ONE_DAY)).toBe(true)
    expect((await findPublished(at.db, WEEK))?.version).toBe(1)
    expect(await findPublished(at.db, other)).toBeNull()
  })

  it('each is rid of a person of its own only, even where both have the same document', async () => {
    await keep()
    await byHand('{"by":"p1"}')
    await keepDocument(at.db, { ...other, ...keeping })
    await keepRota(at.db, { ...other, ...rota, body: '{"by":"p1"}' })
    const text = (body: string) => body.replace('p1', 'former-1')
    const read = { names: () => ['A'], document: text, rota: () => null, swap: () => null, question: () => null }
    await readPerson(at.db, { network: WEEK.network, actor: 'local', person: 'p1' }, read)
    const erased = await erasePerson(at.db, { network: 'U10002', actor: 'local', person: 'p1' }, writing(text))
    expect(erased).toMatchObject({ kind: 'erased', documents: 1, rotas: 1 })
    expect((await findRota(at.db, WEEK, 1))?.body).toBe('{"by":"p1"}')
    expect((await findDocument(at.db, WEEK, null))?.body).toBe(BODY)
    expect((await findRota(at.db, other, 1))?.body).toBe('{"by":"former-1"}')
    const [newest] = await listAudit(at.db, WEEK.network, { before: null, limit: 1 })
    expect(newest).toMatchObject({ action: 'export-person', subject: 'person/p1' })
  })
})

describe('in time', () => {
  it('a solve’s rota goes with its operation, but not one that has been published, even if it was taken back', async () => {
    await keep()
    await solved()
    await solved()
    await solved()
    await byHand()
    await publishRota(at.db, { ...WEEK, version: 1 })
    await publishRota(at.db, { ...WEEK, version: 2 })
    await longAgo()
    expect(await expire(at.db, 3600)).toBe(3)
    expect(await versions()).toEqual([4, 2, 1])
    expect(await findPublished(at.db, WEEK)).toMatchObject({ version: 2, solve: null, document: BODY })
  })

  it('a kept document stays, and numbers are not given out twice', async () => {
    await keep()
    await solved('sha256:gone')
    await longAgo()
    await expire(at.db, 3600)
    expect((await findDocument(at.db, WEEK, null))?.body).toBe(BODY)
    expect(await at.db.selectFrom('documents').select('hash').execute()).toEqual([{ hash: `sha256:${BODY}` }])
    expect(await versions()).toEqual([])
    expect(await byHand()).toMatchObject({ version: 2 })
  })
})

it('rotas that are kept at once get numbers of their own', async () => {
  await keep()
  const kept = await Promise.all(['[1]', '[2]', '[3]'].map(byHand))
  expect(kept.map((one) => 'version' in one && one.version).sort()).toEqual([1, 2, 3])
})

it('a rota from which somebody was erased after it was read is not published as it was read', async () => {
  await keep()
  await byHand()
  const read = { documentHash: 'sha256:before', weeks: [{ first: WEEK.weekFrom, last: WEEK.weekFrom }], sessions: [] }
  expect(await publish(at.db, { ...WEEK, version: 1 }, read)).toEqual({ kind: 'changed-since' })
  expect(await findPublished(at.db, WEEK)).toBeNull()
})

it('of two published at once, one is published in the end, and the database holds no second', async () => {
  await keep()
  await byHand('[1]')
  await byHand('[2]')
  await Promise.all([1, 2].map((version) => publishRota(at.db, { ...WEEK, version })))
  const now = await at.db.selectFrom('publications').select('version').where('withdrawn_at', 'is', null).execute()
  expect(now).toHaveLength(1)
})

it('a database of the version before keeps its reports, under their numbers, and its audit log learns the networks', async () => {
  const { pglite } = await openMemory()
  const db: Db = new Kysely({ dialect: pgliteDialect(pglite) })
  await first(db as Kysely<unknown>)
  const id = '00000000-0000-4000-8000-000000000001'
  await sql`insert into documents (hash, body) values ('h', '{}')`.execute(db)
  await sql`insert into operations (id, state, actor, network, week_from, document_hash)
    values (${id}, 'done', 'local', 'U10001', '2026-11-30', 'h')`.execute(db)
  await sql`insert into reports (operation_id, network, week_from, version, body)
    values (${id}, 'U10001', '2026-11-30', 7, '{"status":"optimal"}')`.execute(db)
  await sql`insert into audit (actor, action, subject) values ('local', 'submit', ${id})`.execute(db)
  await second(db as Kysely<unknown>)
  await later(db as Kysely<unknown>)
  await questions(db as Kysely<unknown>)
  expect(await findOperation(db, id, 'all')).toMatchObject({ version: 7, report: { status: 'optimal' } })
  expect(await findRota(db, WEEK, 7)).toMatchObject({ source: 'solve', solve: id, status: 'optimal', madeBy: 'local' })
  expect(await listAudit(db, 'U10001', { before: null, limit: 9 })).toMatchObject([{ action: 'submit', subject: id }])
  const asked = { ...WEEK, networkName: 'A', document: '{}', documentHash: 'h', hasSeen: () => 'yes' as const }
  expect(await keepDocument(db, asked)).toMatchObject({ kind: 'kept', version: 1 })
  const rota = { ...WEEK, documentHash: 'h', body: '[]', judgement: '{}' }
  expect(await keepRota(db, rota)).toEqual({ kind: 'kept', version: 8, isNew: true })
  expect(await keepRota(db, { ...rota, documentHash: 'erased meanwhile' })).toEqual({ kind: 'erased' })
  await db.destroy()
})
