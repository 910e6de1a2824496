/** The abuse itself is tested: an inspection that finds nothing anywhere would survive everything. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimOperation, endOperation } from '../../api/store/claims.ts'
import { submit } from '../../api/store/submission.ts'
import { inspect } from '../../reliability/inspection.ts'
import { leakIn } from '../../reliability/leak.ts'
import { makeLedger, noteAnswer } from '../../reliability/ledger.ts'
import { percentile } from '../../reliability/percentile.ts'
import { withEntry } from '../../reliability/record.ts'
import { mutated } from '../../reliability/request-arbitrary.ts'
import { faultOf } from '../../reliability/requests.ts'
import { slopeOf } from '../../reliability/slope.ts'
import { tinyRecord } from '../../reliability/tiny-document.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { checkRecord } from '../../src/intake/record/check-record.ts'
import { type Opened, openForTest } from '../api/store/open-database.ts'

describe('an inspection', () => {
  let opened: Opened
  const ledger = makeLedger()
  const ids: string[] = []

  beforeAll(async () => {
    opened = await openForTest()
    for (const n of [1, 2, 3]) {
      const document = JSON.stringify({ n })
      const key = `key-${n}`
      const place = {
        actor: 'local',
        network: 'U99991',
        weekFrom: '2026-11-30',
        document,
        documentHash: `hash-${n}`,
        key,
      }
      const taken = await submit(opened.db, place, { ...opened.queue, most: 100 })
      if (!('id' in taken)) throw new Error('not taken in')
      ids.push(taken.id)
      ledger.operations.set(key, { id: taken.id, key, document })
    }
    for (const id of ids.slice(0, 2)) {
      await opened.db.transaction().execute(async (trx) => {
        await claimOperation(trx, id, 'worker')
        await endOperation(trx, { id, claim: 'worker' }, { state: 'done', status: 'optimal', report: '{}' })
        await opened.queue.next(trx)
        await opened.queue.complete(trx, id)
      })
    }
  })
  afterAll(() => opened.close())

  it('finds what still waits, and nothing else where nothing is wrong', async () => {
    const { lost, stuck, twice, states } = await inspect(opened.db, ledger)
    expect([lost, twice]).toEqual([[], []])
    expect(stuck).toEqual([`${ids[2]} is queued`, expect.stringContaining('job')])
    expect([states.get('done'), states.get('queued')]).toEqual([2, 1])
  })

  it('finds an operation that is gone, and a rota that was shown', async () => {
    const more = makeLedger()
    for (const [key, one] of ledger.operations) more.operations.set(key, one)
    more.operations.set('key-9', { id: 'gone', key: 'key-9', document: '{}' })
    more.rotas.set(ids[0] ?? '', { version: 7, digest: 'x' })
    more.documents.set('U99991 2026-11-30 1', '{}')
    more.records.set('U99991 1', '{}')
    expect((await inspect(opened.db, more)).lost).toHaveLength(4)
  })

  it('finds an operation that no caller asked for', async () => {
    const fewer = makeLedger()
    for (const [key, one] of [...ledger.operations].slice(1)) fewer.operations.set(key, one)
    expect((await inspect(opened.db, fewer)).twice).toEqual([expect.stringContaining(ids[0] ?? '')])
  })

  it('finds a second ending, and a gap in the numbers', async () => {
    await sql`insert into events (operation_id, seq, kind, body)
      values (${ids[0]}::uuid, 9, 'state', '{"state":"done"}')`.execute(opened.db)
    await sql`update rotas set version = 5 where operation_id = ${ids[1]}::uuid`.execute(opened.db)
    expect((await inspect(opened.db, ledger)).twice).toHaveLength(2)
  })
})

it('a caller who is shown another rota than before, or none any more, takes note', () => {
  const ledger = makeLedger()
  noteAnswer(ledger, { id: 'a', state: 'done', version: 1, report: { x: 1 } })
  noteAnswer(ledger, { id: 'a', state: 'done', version: 1, report: { x: 1 } })
  expect(ledger.broken).toEqual([])
  noteAnswer(ledger, { id: 'a', state: 'done', version: 1, report: { x: 2 } })
  noteAnswer(ledger, { id: 'a', state: 'running' })
  expect(ledger.broken).toHaveLength(2)
})

describe('an answer', () => {
  const problem = { 'content-type': 'application/problem+json' }

  it('is a fault from 500 on, but for 503 with when to come back', () => {
    expect(faultOf({ status: 500, headers: problem, text: '{}' })).not.toBeNull()
    expect(faultOf({ status: 503, headers: problem, text: '{}' })).not.toBeNull()
    expect(faultOf({ status: 503, headers: { ...problem, 'retry-after': '5' }, text: '{}' })).toBeNull()
  })

  it('that refuses is a problem document that reveals no internals', () => {
    expect(faultOf({ status: 404, headers: { 'content-type': 'text/html' }, text: 'x' })).not.toBeNull()
    expect(faultOf({ status: 422, headers: problem, text: '{"title":"no"}' })).toBeNull()
    for (const leak of [
      'Error\n    at run (file.js:1:2)',
      'in /srv/rota/x',
      'node_modules',
      'app.ts:12',
      'postgres://a:b@c/d',
    ])
      expect(leakIn(leak, '/srv/rota'), leak).not.toBeNull()
  })
})

it('the record of the load is one that the service takes', () => {
  expect(checkRecord(tinyRecord('U99991', 'Record 1.'), ruleBook())).toMatchObject({ note: 'Record 1.' })
})

it('mutations write hostile keys out, and leave what they were given as it was', () => {
  const whole = { a: { b: 1 } }
  const text = mutated(whole, [{ kind: 'add', at: 0, value: { isAdmin: true } }])
  expect(text).toContain('"__proto__":{"isAdmin":true}')
  expect(whole).toEqual({ a: { b: 1 } })
})

it('a slope is what each solve leaves behind, and percentiles are of those that were seen', () => {
  expect(slopeOf([10, 20, 30].map((x) => [x, 100 + 2 * x]))).toBeCloseTo(2)
  expect(slopeOf([])).toBe(0)
  const numbers = Array.from({ length: 100 }, (_, n) => n + 1)
  expect([50, 95, 99].map((per) => percentile(numbers, per))).toEqual([50, 95, 99])
})

it('a table takes the place of its earlier self, and leaves the others', () => {
  const entry = { name: 'x', title: 'X', seed: 1, small: false, seconds: 2, rows: [] }
  const once = withEntry('# Page\n', entry)
  const twice = withEntry(withEntry(once, { ...entry, name: 'y', title: 'Y' }), { ...entry, seconds: 9 })
  expect(twice.match(/^## X$/gm)).toHaveLength(1)
  expect(twice).toContain('seed 1, 9 s')
  expect(twice).toContain('## Y')
})
