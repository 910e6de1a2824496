/** The OpenAPI document, and the page that is made of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALLS } from '../../api/calls/every-call.ts'
import { OPENAPI } from '../../api/openapi/openapi.ts'
import { PROBLEMS } from '../../api/problems.ts'
import { ruleList } from '../../api/rule-list.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { type Listening, listen } from './listening.ts'
import { REPORT } from './serving-solves.ts'

let service: Listening
beforeAll(async () => {
  service = await listen({
    plan: async () => REPORT,
    rules: ruleList(),
    solves: {
      ...listenSolves(),
      queue: async () => ({ states: new Map([['queued' as const, 3]]), oldestSeconds: 42 }),
    },
  })
})
afterAll(() => service.close())

function listenSolves() {
  const none = async () => null
  return {
    submit: async () => ({ kind: 'full' as const }),
    find: none,
    list: async () => [],
    eventsAfter: none,
    stop: none,
    follow: () => () => undefined,
  }
}

const post = (path: string, body: unknown, type = 'application/json') =>
  checkedFetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const get = (path: string) => checkedFetch(service.url + path)

describe('every answer is as the document tells', () => {
  it.each([
    ['/v1/rotas', smallDocument(), 200],
    ['/v1/rotas', { format: 'rota/2' }, 422],
    ['/v1/rotas', '{', 400],
    ['/v1/validations', smallDocument(), 200],
    ['/v1/validations', [], 422],
    ['/v1/judgements', { document: smallDocument(), rota: [] }, 200],
    ['/v1/judgements', {}, 422],
    ['/v1/solves', smallDocument(), 503],
  ])('POST %s', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })

  it.each([
    ['/v1/networks?name=rochford', 200],
    ['/v1/networks?nme=rochford', 422],
    ['/v1/networks/U49929/document?week=2026-11-30', 200],
    ['/v1/networks/U49929/document?week=2026-13-30', 422],
    ['/v1/networks/X00000/document', 404],
    ['/v1/rules', 200],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/v1/solves/00000000-0000-4000-8000-000000000000', 404],
  ])('GET %s', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })

  it('also where the body is not JSON, or too large', async () => {
    expect((await post('/v1/solves', 'a', 'text/plain')).status).toBe(415)
    expect((await post('/v1/solves', `"${'a'.repeat(9 * 1024 * 1024)}"`)).status).toBe(413)
  })
})

describe('the document', () => {
  it('is what the service answers', async () => {
    expect(await (await service.get('/v1/openapi.json')).json()).toEqual(JSON.parse(JSON.stringify(OPENAPI)))
  })

  it('has every call that the service has, and no other', async () => {
    for (const { method, path } of CALLS) {
      const response = await fetch(service.url + path.replaceAll(/\{\w+\}/g, 'x'), { method: 'OPTIONS' })
      expect([response.status, response.headers.get('allow')], path).toEqual([
        405,
        expect.stringContaining(method.toUpperCase()),
      ])
    }
  })

  it('refers only to what is in it', () => {
    const refs = [...JSON.stringify(OPENAPI).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    )
    expect(refs.length).toBeGreaterThan(20)
    const schemas = (OPENAPI.components as { schemas: object }).schemas
    expect(refs.filter((name) => !(name !== undefined && name in schemas))).toEqual([])
  })

  it('tells of every kind of problem that a call of it can have', () => {
    const text = JSON.stringify(OPENAPI)
    const ofNoCall = ['wrong-method']
    const untold = Object.keys(PROBLEMS).filter((kind) => !text.includes(`\`${kind}\``) && !ofNoCall.includes(kind))
    expect(untold).toEqual([])
  })
})

describe('the page of docs', () => {
  it('loads nothing but what this service has, and runs nothing that stands in the page itself', async () => {
    const response = await service.get('/docs')
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    const loaded = [...page.matchAll(/<(?:link|script)[^>]*(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(loaded.filter((path) => !/^\/(?:docs\/|favicon)/.test(path))).toEqual([])
    expect(page.replaceAll(/<script src="[^"]+"><\/script>/g, '')).not.toMatch(/<script|<style| style=| on\w+=/)
    for (const path of loaded.filter((one) => one.startsWith('/docs/'))) {
      const file = await service.get(path)
      expect([file.status, (await file.text()).length > 100], path).toEqual([200, true])
    }
  })

  it('shows our own document, and asks nobody else whether it is right', async () => {
    const script = await (await service.get('/docs/docs.js')).text()
    expect(script).toContain("url: '/v1/openapi.json'")
    expect(script).toContain('validatorUrl: null')
    expect(script).not.toContain('://')
  })

  it('is grouped by tags that are explained', () => {
    const tags = (OPENAPI.tags as { name: string; description: string }[]).filter(
      ({ description }) => description !== '',
    )
    expect(CALLS.filter(({ tag }) => !tags.some(({ name }) => name === tag)).map(({ name }) => name)).toEqual([])
    expect(tags.filter(({ name }) => !CALLS.some(({ tag }) => tag === name))).toEqual([])
  })
})
