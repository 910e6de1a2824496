/** The table of who may do what: complete, and nothing is let in beside it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callFinder, linesOf } from '../../../api/access/call-finding.ts'
import { PAGES, PERMISSIONS } from '../../../api/access/permissions.ts'
import { createApp } from '../../../api/app.ts'
import { CALLS, type Call } from '../../../api/openapi/calls.ts'
import { type Listening, listen } from '../listening.ts'

/** As somebody adds it who has not read this far. */
const ADDED: Call = {
  method: 'get',
  path: '/v1/rules',
  name: 'listRulesAnew',
  does: 'Lists the rules.',
  answers: {},
  problems: [],
}

const withoutLine = (calls: readonly Call[]) => calls.map(({ name }) => name).filter((name) => !(name in PERMISSIONS))

describe('every call of the OpenAPI document', () => {
  it('has a line in the table, and every line is of a call', () => {
    expect(withoutLine(CALLS)).toEqual([])
    expect(withoutLine([...CALLS, ADDED])).toEqual(['listRulesAnew'])
    expect(Object.keys(PERMISSIONS).sort()).toEqual(CALLS.map(({ name }) => name).sort())
  })

  it('has a line of its own: no two share a name, or a method and path', () => {
    const paths = linesOf().map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(paths).size).toBe(CALLS.length + PAGES.length)
  })

  it('says where its network is: in the path, in the body, or by its operation', () => {
    const wrong = CALLS.filter(({ path, name, body }) => {
      const of = PERMISSIONS[name]?.of
      if (path.includes('{ods}')) return of?.kind !== 'path'
      if (path.startsWith('/v1/solves/{id}')) return of?.kind !== 'operation'
      return of?.kind === 'path' || of?.kind === 'operation' || (of?.kind === 'body' && body === undefined)
    })
    expect(wrong).toEqual([])
  })
})

describe('a call is found', () => {
  const find = callFinder(linesOf())

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

  it('with its parameters as a route reads them', () => {
    expect(find('GET', '/v1/networks/U4%39929/document')).toMatchObject({ params: { ods: 'U49929' } })
    expect(find('GET', '/v1/networks/U49929%2Fx/document')).toMatchObject({ params: { ods: 'U49929/x' } })
    expect(find('GET', '/v1/networks/%E0%A4%A/document')).toEqual({ kind: 'unreadable' })
  })

  it('by its method: HEAD is GET, and others are told what there is', () => {
    expect(find('HEAD', '/v1/rules').kind).toBe('call')
    expect(find('OPTIONS', '/v1/solves/x')).toEqual({ kind: 'wrong-method', allow: 'GET, HEAD, DELETE' })
    expect(find('TRACE', '/v1/solves')).toEqual({ kind: 'wrong-method', allow: 'POST' })
  })
})

describe('a route that nobody wrote a line for', () => {
  let service: Listening
  beforeAll(async () => {
    // The route stands there, and so does the call; what is missing is the line.
    const calls = [...CALLS.filter(({ name }) => name !== 'listRules'), ADDED]
    service = await listen({}, (deps) => createApp(deps, calls))
  })
  afterAll(() => service.close())

  it('is closed to everyone, even to the local user', async () => {
    const response = await service.get('/v1/rules')
    expect([response.status, await response.json()]).toMatchObject([403, { type: 'urn:problem-type:rota:forbidden' }])
  })

  it('and one that is in no document is not found', async () => {
    expect((await service.get('/v1/rules-too')).status).toBe(404)
  })
})
