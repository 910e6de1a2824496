/** What every call declares of who may make it: complete, and nothing is let in beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callFinder } from '../../../api/access/call-finding.ts'
import { createApp } from '../../../api/app.ts'
import type { call } from '../../../api/calls/call.ts'
import { CALLS } from '../../../api/calls/every-call.ts'
import { type Listening, listen } from '../listening.ts'

type Declaration = Parameters<typeof call<'/v1/rules'>>[0]
type WithPart = Parameters<typeof call<'/v1/rules/{id}'>>[0]
type Lacks<D, Field extends keyof D> = Omit<D, Field> extends D ? never : true
/** Does not compile where a call may leave out who may make it, what answers it, or what a part of its path is. */
const REQUIRED: [Lacks<Declaration, 'permission'>, Lacks<Declaration, 'handle'>, Lacks<WithPart, 'params'>] = [
  true,
  true,
  true,
]

describe('a call', () => {
  it('does not compile without a permission, a handler and its path parameters', () => {
    expect(REQUIRED).toEqual([true, true, true])
  })

  it('has a name of its own, and a method and path of its own', () => {
    const paths = CALLS.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(paths).size).toBe(CALLS.length)
    expect(new Set(CALLS.map(({ name }) => name)).size).toBe(CALLS.length)
  })

  it('declares every part of its path, and no other', () => {
    const parts = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
    const wrong = CALLS.filter(({ path, params = {} }) => `${parts(path)}` !== `${Object.keys(params).sort()}`)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('says where its network is: in the path, in the query, in the body, or by its operation', () => {
    const wrong = CALLS.filter(({ path, query, body, permission: { of } }) => {
      if (path.includes('{ods}')) return of.kind !== 'path'
      if (/^\/v1\/(solves|operations)\/\{id\}/.test(path)) return of.kind !== 'operation'
      if (query !== undefined && 'network' in query.shape) return of.kind !== 'query'
      return of.kind !== 'none' && (of.kind !== 'body' || body === undefined)
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})

describe('a call is found', () => {
  const find = callFinder(
    CALLS.map(({ method, path, permission }) => ({
      method,
      path,
      permission,
      hasBody: false,
      handler: () => undefined,
    })),
  )

  it('by its path as it is written, and nothing that merely looks like it', () => {
    const kinds = [
      '/v1/rules',
      '/v1/rules/',
      '/V1/rules',
      '//v1/rules',
      '/v1/%72ules',
      '/v1/rules;x',
      '/v1/solves/',
    ].map((path) => find('GET', path).kind)
    expect(kinds).toEqual(['call', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'])
  })

  it('with its parameters as text', () => {
    expect(find('GET', '/v1/networks/U4%39929/document')).toMatchObject({ params: { ods: 'U49929' } })
    expect(find('GET', '/v1/networks/U49929%2Fx/document')).toMatchObject({ params: { ods: 'U49929/x' } })
    expect(find('GET', '/v1/networks/%E0%A4%A/document')).toEqual({ kind: 'unreadable' })
  })

  it('by its method: HEAD is GET, and others are answered with the methods that exist', () => {
    expect(find('HEAD', '/v1/rules').kind).toBe('call')
    expect(find('OPTIONS', '/v1/solves/x')).toEqual({ kind: 'wrong-method', allow: 'GET, HEAD, DELETE' })
    expect(find('TRACE', '/v1/rotas')).toEqual({ kind: 'wrong-method', allow: 'POST' })
  })
})

describe('a call that is not in the list', () => {
  let service: Listening
  beforeAll(async () => {
    service = await listen({}, (deps) =>
      createApp(
        deps,
        CALLS.filter(({ name }) => name !== 'listRules'),
      ),
    )
  })
  afterAll(() => service.close())

  it('does not exist, even for the local user', async () => {
    const response = await service.get('/v1/rules')
    expect([response.status, await response.json()]).toMatchObject([404, { type: 'urn:problem-type:rota:not-found' }])
    expect(await (await service.get('/v1/openapi.json')).text()).not.toContain('listRules')
  })
})
