import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { beat, claimOperation, endOperation, giveBack, takeFromDead } from '../../../api/store/claims.ts'
import type { Db } from '../../../api/store/database.ts'
import { expire } from '../../../api/store/expiry.ts'
import { eventsAfter, findOperation, queueState } from '../../../api/store/operations.ts'
import { requestStop, type Submission, submit } from '../../../api/store/submission.ts'
import { type Opened, openForTest } from './open-database.ts'

let at: Opened
beforeAll(async () => {
  at = await openForTest()
})
afterEach(async () => {
  for (let id = await next(); id !== null; id = await next()) await at.queue.complete(at.db, id)
  await at.db.deleteFrom('rotas').execute()
  await at.db.deleteFrom('weeks').execute()
  await at.db.deleteFrom('operations').execute()
  await at.db.deleteFrom('documents').execute()
  expect(at.faults).toEqual([])
})
afterAll(() => at.close())

const SUBMISSION: Submission = {
  actor: 'local',
  network: 'U99999',
  weekFrom: '2026-11-30',
  document: '{"format":"rota/1"}',
  documentHash: 'sha256:one',
  key: null,
}

const next = () => within((trx) => at.queue.next(trx))

function within<T>(work: (trx: Db) => Promise<T>): Promise<T> {
  return at.db.transaction().execute(work)
}

async function send(other: Partial<Submission> = {}, most = 10) {
  return submit(at.db, { ...SUBMISSION, ...other }, { ...at.queue, most })
}

async function taken(other: Partial<Submission> = {}): Promise<string> {
  const submitted = await send(other)
  if (submitted.kind !== 'taken') throw new Error(`${submitted.kind}`)
  return submitted.id
}

/** An operation that the worker of this name has. */
async function claimed(claim: string, other: Partial<Submission> = {}) {
  const id = await taken(other)
  await within(async (trx) => claimOperation(trx, (await at.queue.next(trx)) ?? '', claim))
  return { id, claim }
}

const stateOf = async (id: string) => (await findOperation(at.db, id, 'all'))?.state

async function eventsOf(id: string) {
  return ((await eventsAfter(at.db, { id, after: 0 }, 'all'))?.events ?? []).map(({ seq, body }) => [
    seq,
    JSON.parse(body),
  ])
}

/** As if the worker had been silent for a minute. */
const silence = (id: string) =>
  at.db
    .updateTable('operations')
    .set({ seen_at: new Date(0) })
    .where('id', '=', id)
    .execute()

describe('an operation', () => {
  it('waits once it is taken in, with its document as it came', async () => {
    const id = await taken()
    expect(await findOperation(at.db, id, 'all')).toMatchObject({
      id,
      state: 'queued',
      network: 'U99999',
      report: null,
    })
    expect(await next()).toBe(id)
    expect(await within((trx) => claimOperation(trx, id, 'a'))).toEqual({
      id,
      claim: 'a',
      document: SUBMISSION.document,
      documentHash: SUBMISSION.documentHash,
      question: null,
      waitedSeconds: expect.closeTo(0, -2),
    })
  })

  it('is given to one worker only', async () => {
    await taken()
    expect(await next()).not.toBeNull()
    expect(await next()).toBeNull()
  })

  it('is given out in the order of asking', async () => {
    const ids = [await taken(), await taken(), await taken()]
    expect([await next(), await next(), await next()]).toEqual(ids)
  })

  it('is not there at all where its transaction fails', async () => {
    const failing = { ...at.queue, most: 10, add: () => Promise.reject(new Error('the queue is away')) }
    await expect(submit(at.db, { ...SUBMISSION, key: 'k' }, failing)).rejects.toThrow('away')
    expect(await queueState(at.db)).toEqual({ states: new Map(), oldestSeconds: 0 })
    expect((await send({ key: 'k' })).kind).toBe('taken')
  })

  it('is refused where as many wait as may, and its key is free again', async () => {
    const first = await taken()
    expect(await send({ key: 'k' }, 1)).toEqual({ kind: 'full' })
    await requestStop(at.db, { id: first, actor: 'local', networks: 'all' }, at.queue)
    expect((await send({ key: 'k' }, 1)).kind).toBe('taken')
  })
})

describe('a key', () => {
  it('names one operation for one body, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send({ key: 'k' })))
    expect(new Set(answers.map((answer) => 'id' in answer && answer.id)).size).toBe(1)
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'taken'])
  })

  it('is refused for another body', async () => {
    await taken({ key: 'k' })
    expect(await send({ key: 'k', documentHash: 'sha256:two' })).toEqual({ kind: 'key-of-another' })
  })

  it('of one actor is nothing to another', async () => {
    await taken({ key: 'k' })
    expect((await send({ key: 'k', actor: 'somebody else', documentHash: 'sha256:two' })).kind).toBe('taken')
  })
})

describe('a worker', () => {
  it('reports its progress, and ends the operation with its report', async () => {
    const hold = await claimed('a')
    expect(await beat(at.db, hold, { progress: { stage: 'urgent' }, preview: { assignments: [] } })).toBe('go-on')
    expect(
      await within((trx) => endOperation(trx, hold, { state: 'done', status: 'optimal', report: '{"a":1}' })),
    ).toBe(true)
    expect(await findOperation(at.db, hold.id, 'all')).toMatchObject({ state: 'done', report: { a: 1 }, version: 1 })
    expect(await eventsOf(hold.id)).toEqual([
      [1, { state: 'queued' }],
      [2, { state: 'running' }],
      [3, { stage: 'urgent' }],
      [4, { assignments: [] }],
      [5, { state: 'done' }],
    ])
  })

  it('counts the reports of a network’s week', async () => {
    const holds = [await claimed('a'), await claimed('b'), await claimed('c', { weekFrom: '2026-12-07' })]
    await Promise.all(
      holds.map((hold) => within((trx) => endOperation(trx, hold, { state: 'done', status: 'optimal', report: '{}' }))),
    )
    const versions = await Promise.all(holds.map(async ({ id }) => (await findOperation(at.db, id, 'all'))?.version))
    expect([versions.slice(0, 2).sort(), versions[2]]).toEqual([[1, 2], 1])
  })

  it('hears that it is to stop', async () => {
    const hold = await claimed('a')
    expect(await requestStop(at.db, { id: hold.id, actor: 'local', networks: 'all' }, at.queue)).toBe(true)
    expect(await beat(at.db, hold, { progress: null, preview: null })).toBe('stop')
    expect(await stateOf(hold.id)).toBe('running')
  })

  it('that gives an operation back leaves it as it was', async () => {
    const hold = await claimed('a')
    await within(async (trx) => {
      await giveBack(trx, hold)
      await at.queue.again(trx, [hold.id])
    })
    expect(await findOperation(at.db, hold.id, 'all')).toMatchObject({ state: 'queued', attempts: 0 })
    expect(await next()).toBe(hold.id)
  })
})

describe('a worker that died', () => {
  const take = () => within((trx) => takeFromDead(trx, { silence: 30, problem: { title: 'given up' } }))

  it('has its operation taken over, and can write no more', async () => {
    const hold = await claimed('a')
    await silence(hold.id)
    const { again } = await take()
    expect(again).toEqual([{ id: hold.id, kind: 'solve' }])
    await within((trx) => at.queue.again(trx, [hold.id]))
    expect(await next()).toBe(hold.id)
    await within((trx) => claimOperation(trx, hold.id, 'b'))
    expect(await beat(at.db, hold, { progress: { stage: 'late' }, preview: null })).toBe('lost')
    expect(await within((trx) => endOperation(trx, hold, { state: 'done', status: 'optimal', report: '"late"' }))).toBe(
      false,
    )
    const other = { id: hold.id, claim: 'b' }
    expect(
      await within((trx) => endOperation(trx, other, { state: 'done', status: 'optimal', report: '"good"' })),
    ).toBe(true)
    expect(await findOperation(at.db, hold.id, 'all')).toMatchObject({
      state: 'done',
      report: 'good',
      attempts: 2,
    })
  })

  it('is distinguished from one that lives', async () => {
    await claimed('a')
    expect(await take()).toEqual({ again: [], ended: [] })
  })

  it('for the third time has its operation abandoned, with the reason', async () => {
    const hold = await claimed('a')
    await at.db.updateTable('operations').set({ attempts: 3 }).execute()
    await silence(hold.id)
    expect(await take()).toEqual({ again: [], ended: [{ id: hold.id, kind: 'solve' }] })
    expect(await findOperation(at.db, hold.id, 'all')).toMatchObject({
      state: 'failed',
      problem: { title: 'given up' },
    })
  })
})

describe('stopping', () => {
  it('cancels what waits, at once', async () => {
    const id = await taken()
    expect(await requestStop(at.db, { id, actor: 'local', networks: 'all' }, at.queue)).toBe(true)
    expect(await stateOf(id)).toBe('stopped')
    expect(await next()).toBeNull()
  })

  it('leaves what is finished as it is', async () => {
    const hold = await claimed('a')
    await within((trx) => endOperation(trx, hold, { state: 'done', status: 'optimal', report: '{}' }))
    expect(await requestStop(at.db, { id: hold.id, actor: 'local', networks: 'all' }, at.queue)).toBe(true)
    expect(await stateOf(hold.id)).toBe('done')
  })
})

describe('in time', () => {
  it('finished operations expire with everything that belongs to them; waiting ones do not', async () => {
    const waiting = await taken({ documentHash: 'sha256:two' })
    const hold = await claimed('a', { key: 'k' })
    const other = hold.id
    await at.db
      .updateTable('operations')
      .set({ state: 'done', finished_at: new Date(0) })
      .where('id', '=', other)
      .execute()
    await at.db
      .updateTable('operations')
      .set({ state: 'queued', submitted_at: new Date(0) })
      .where('id', '=', waiting)
      .execute()
    await at.db
      .updateTable('documents')
      .set({ used_at: new Date(0) })
      .execute()
    expect(await expire(at.db, 3600)).toBe(1)
    expect(await findOperation(at.db, other, 'all')).toBeNull()
    expect(await stateOf(waiting)).toBe('queued')
    expect(await at.db.selectFrom('documents').select('hash').execute()).toEqual([{ hash: 'sha256:two' }])
    expect(await at.db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
  })

  it('the audit log still says who did what', async () => {
    await at.db.deleteFrom('audit').execute()
    const id = await taken()
    await requestStop(at.db, { id, actor: 'local', networks: 'all' }, at.queue)
    const audit = await at.db.selectFrom('audit').select(['actor', 'action', 'subject']).orderBy('id').execute()
    expect(audit).toEqual([
      { actor: 'local', action: 'submit', subject: id },
      { actor: 'local', action: 'stop', subject: id },
    ])
  })
})
