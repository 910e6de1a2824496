/** The typed client: as the service is today, and of use. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPENAPI } from '../../api/openapi/document.ts'
import { type Answered, type CallName, rotaClient } from '../../client/rota-client.ts'
import { clientSource } from '../../scripts/client/client-source.ts'
import { typeOf } from '../../scripts/client/type-of.ts'
import { checkedFetch } from '../api/contract-check.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves } from '../api/serving-solves.ts'
import { ROOT } from '../source-files.ts'

describe('the client', () => {
  it('is what the OpenAPI document says today (if not: npm run client)', () => {
    expect(readFileSync(`${ROOT}client/calls.ts`, 'utf8')).toBe(clientSource(OPENAPI))
  })

  it.each([
    [{ type: 'array', items: { enum: ['a', "it's"] } }, "readonly ('a' | 'it\\'s')[]"],
    [{ anyOf: [{ $ref: '#/components/schemas/Rota' }, { type: 'null' }] }, 'Rota | null'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, '{\n  readonly [name: string]: number\n}'],
    [
      { type: 'object', properties: { a: { const: false }, 'b-c': {} }, required: ['a'] },
      "{\n  readonly a: false\n  readonly 'b-c'?: unknown\n}",
    ],
  ])('has for %j the type of its values', (schema, type) => {
    expect(typeOf(schema)).toBe(type)
  })

  it('refuses to be written where a schema has no type', () => {
    expect(() => typeOf({ type: 'function' })).toThrow('no type')
  })
})

describe('with the client, against a service', () => {
  let service: ServingSolves
  const solver = patientSolver()
  beforeAll(async () => {
    service = await serveSolves((...asked) => solver.solve(...asked))
  })
  afterAll(async () => {
    expect(service.faults).toEqual([])
    await service.close()
  })

  it('a manager plans a week: looks the network up, keeps its document, has it solved, follows that, and publishes', async () => {
    const { call } = rotaClient({ url: service.url, fetch: (url, init) => checkedFetch(String(url), init) })
    const found = good(await call('findNetworks', { query: { name: 'rochford' } }))
    const ods = found.body.networks[0]?.ods ?? ''
    const { body: document } = good(await call('getNetworkDocument', { path: { ods }, query: { week: '2026-11-30' } }))
    const week = { ods, from: document.week.from }
    const kept = good(await call('keepWeekDocument', { path: week, body: document }))
    expect([kept.status, kept.body.version]).toEqual([201, 1])

    const changed = { ...document, note: 'With the locum.' }
    const etag = kept.headers.get('etag') ?? ''
    good(await call('keepWeekDocument', { path: week, body: changed, headers: { 'If-Match': etag } }))
    const late = await call('keepWeekDocument', { path: week, body: document, headers: { 'If-Match': `${etag}` } })
    expect(late).toMatchObject({ ok: false, status: 412, problem: { type: 'urn:problem-type:rota:changed-since' } })

    const { body: operation } = good(
      await call('submitSolve', { body: changed, headers: { 'Idempotency-Key': 'week-49' } }),
    )
    const path = { id: operation.id }
    const stream = good(await call('followSolve', { path }))
    const heard: string[] = []
    for await (const { event, data } of stream.body ?? []) {
      heard.push(event === 'state' ? `${JSON.parse(data).state}` : event)
      if (event === 'progress') solver.letGo()
    }
    expect(heard).toEqual(['queued', 'running', 'progress', 'done'])
    expect(good(await call('followSolve', { path, headers: { 'Last-Event-ID': '4' } })).status).toBe(204)

    const solved = good(await call('getSolve', { path })).body
    expect([solved.state, solved.report]).toEqual(['done', REPORT])
    const version = String(solved.version)
    good(await call('publishRota', { path: { ...week, version } }))
    const published = good(await call('getPublished', { path: week })).body
    expect([published.rota.version, published.assignments]).toEqual([1, REPORT.assignments])
    expect(good(await call('listWeeks', { path: { ods } })).body.weeks).toMatchObject([
      { state: 'published', document: { version: 2 }, rota: 1 },
    ])
    good(await call('withdrawRota', { path: { ...week, version } }))
    const audit = good(await call('listAudit', { path: { ods }, query: { limit: '3' } })).body.entries
    expect(audit.map(({ action }) => action)).toEqual(['withdraw', 'publish', 'done'])
  })

  it('what is wrong comes as a value, with every complaint', async () => {
    const { call } = rotaClient({ url: service.url })
    const answer = await call('getSolve', { path: { id: '../../healthz' } })
    expect(answer).toMatchObject({ ok: false, status: 404, problem: { type: 'urn:problem-type:rota:not-found' } })
  })
})

function good<N extends CallName>(answer: Answered<N>): Extract<Answered<N>, { ok: true }> {
  if (!answer.ok) throw new Error(JSON.stringify('problem' in answer ? answer.problem : answer))
  return answer as Extract<Answered<N>, { ok: true }>
}
