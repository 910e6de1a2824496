/** The typed client: as the service is today, and of use. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rotaClient } from '../../client/rota-client.ts'
import { checkedFetch } from '../api/contract-check.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves } from '../api/serving-solves.ts'
import { ROOT } from '../source-files.ts'

it('its types are what the OpenAPI document says today (if not: npm run client)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rota-client-'))
  try {
    const types = join(folder, 'openapi.ts')
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/client.ts', types], { cwd: ROOT })
    expect(readFileSync(`${ROOT}client/openapi.ts`, 'utf8')).toBe(readFileSync(types, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
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
    const { api, follow } = rotaClient({ url: service.url, fetch: checked })
    const found = good(await api.GET('/v1/networks', { params: { query: { name: 'rochford' } } })).data
    const ods = found.networks[0]?.ods ?? ''
    const query = { week: '2026-11-30' }
    const document = good(await api.GET('/v1/networks/{ods}/document', { params: { path: { ods }, query } })).data
    const week = { ods, from: document.week.from }
    const address = '/v1/networks/{ods}/weeks/{from}/document'
    const kept = good(await api.PUT(address, { params: { path: week }, body: document }))
    expect([kept.response.status, kept.data.version]).toEqual([201, 1])

    const changed = { ...document, note: 'With the locum.' }
    const header = { 'If-Match': kept.response.headers.get('etag') ?? '' }
    good(await api.PUT(address, { params: { path: week, header }, body: changed }))
    const late = await api.PUT(address, { params: { path: week, header }, body: document })
    expect([late.response.status, late.error]).toMatchObject([412, { type: 'urn:problem-type:rota:changed-since' }])

    const submitted = await api.POST('/v1/solves', {
      params: { header: { 'Idempotency-Key': 'week-49' } },
      body: changed,
    })
    const { id } = good(submitted).data
    const heard: string[] = []
    for await (const { event, data } of follow(id)) {
      heard.push(event === 'state' ? data.state : event)
      if (event === 'progress') solver.letGo()
    }
    expect(heard).toEqual(['queued', 'running', 'progress', 'preview', 'done'])
    expect((await follow(id, { after: 2 }).next()).value).toMatchObject({ id: 3, event: 'progress' })
    expect(await follow(id, { after: 5 }).next()).toEqual({ done: true, value: undefined })

    const solved = good(await api.GET('/v1/solves/{id}', { params: { path: { id } } })).data
    expect([solved.state, solved.report]).toEqual(['done', REPORT])
    const path = { ...week, version: solved.version ?? 0 }
    const publication = '/v1/networks/{ods}/weeks/{from}/rotas/{version}/publication'
    good(await api.PUT(publication, { params: { path } }))
    const published = good(await api.GET('/v1/networks/{ods}/weeks/{from}/published', { params: { path: week } })).data
    expect([published.rota.version, published.assignments]).toEqual([1, REPORT.assignments])
    expect(good(await api.GET('/v1/networks/{ods}/weeks', { params: { path: { ods } } })).data.weeks).toMatchObject([
      { state: 'published', document: { version: 2 }, rota: 1 },
    ])
    expect((await api.DELETE(publication, { params: { path } })).response.status).toBe(204)
    const audit = await api.GET('/v1/networks/{ods}/audit', { params: { path: { ods }, query: { limit: 3 } } })
    expect(good(audit).data.entries.map(({ action }) => action)).toEqual(['withdraw', 'publish', 'done'])
  })

  it('what is wrong comes as a value, with every complaint', async () => {
    const { api, follow } = rotaClient({ url: service.url })
    const answer = await api.GET('/v1/solves/{id}', { params: { path: { id: '../../healthz' } } })
    expect([answer.response.status, answer.error]).toMatchObject([404, { type: 'urn:problem-type:rota:not-found' }])
    await expect(follow('nothing').next()).rejects.toMatchObject({ cause: { status: 404 } })
  })
})

async function checked(request: Request): Promise<Response> {
  const { method, url, headers } = request
  const body = request.body === null ? {} : { body: await request.text() }
  return checkedFetch(url, { method, headers, ...body })
}

function good<T, R extends { readonly data?: T; readonly error?: unknown }>(
  answer: R,
): R & { data: NonNullable<R['data']> } {
  if (answer.data === undefined || answer.data === null) throw new Error(JSON.stringify(answer.error))
  return { ...answer, data: answer.data }
}
