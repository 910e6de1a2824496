/** People, keys, names, headers and the log, where people sign in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../../api/access/secrets.ts'
import { newKeyResponse, personResponse } from '../../../api/contract/access.ts'
import { problemResponse } from '../../../api/contract/problem.ts'
import { smallDocument } from '../../small-document.ts'
import { ORIGIN, type ServingAccess, type Session, serveAccess } from './serving-access.ts'

let service: ServingAccess
let administrator: Session
beforeAll(async () => {
  service = await serveAccess()
  administrator = await service.session([{ role: 'administrator', network: '*' }])
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const asAdministrator = (method: string, path: string, json?: unknown) =>
  service.call(path, { method, headers: administrator.headers, ...(json === undefined ? {} : { json }) })
const NETWORK = [{ role: 'manager', network: 'U49929' }] as const

async function newKey(grants: readonly unknown[] = NETWORK) {
  const page = await asAdministrator('POST', '/v1/keys', { name: 'Feed', grants })
  expect(page.status, page.text).toBe(201)
  return newKeyResponse.parse(JSON.parse(page.text))
}

const withKey = (key: string, path = '/v1/me') => service.call(path, { headers: { authorization: `Bearer ${key}` } })

describe('a key', () => {
  it('is shown once, and after that by its first letters', async () => {
    const { key, starts, id } = await newKey()
    expect(key).toMatch(/^rota_[\w-]{43}$/)
    expect(key.startsWith(starts)).toBe(true)
    const listed = await asAdministrator('GET', '/v1/keys')
    expect(listed.text).toContain(id)
    expect(listed.text).not.toContain(key)
    expect(listed.text).not.toContain(hashOf(key))
    expect(JSON.parse((await withKey(key)).text)).toMatchObject({ actor: `key:${id}`, via: 'key', grants: NETWORK })
  })

  it('does in its network what its role may, and nothing in another', async () => {
    const { key } = await newKey([{ role: 'director', network: 'U49929' }])
    const weeks = async (ods: string) => (await withKey(key, `/v1/networks/${ods}/weeks`)).status
    expect([await weeks('U49929'), await weeks('U99999')]).toEqual([200, 403])
  })

  it('gives no access once it is revoked', async () => {
    const { key, id } = await newKey()
    expect((await asAdministrator('DELETE', `/v1/keys/${id}`)).status).toBe(204)
    const page = await withKey(key)
    expect([page.status, page.headers['www-authenticate']]).toEqual([401, 'Bearer realm="rota"'])
  })

  it.each(['', 'rota_', `rota_${'a'.repeat(43)}`, 'a b', `rota_${'a'.repeat(100)}`, "' or 1=1"])(
    'that is none ("%s") opens nothing, not even beside a session',
    async (key) => {
      const headers = { ...administrator.headers, authorization: `Bearer ${key}` }
      expect((await service.call('/v1/me', { headers })).status).toBe(401)
    },
  )

  it('cannot create another key or grant roles', async () => {
    const { key } = await newKey([{ role: 'administrator', network: '*' }])
    const headers = { authorization: `Bearer ${key}` }
    const json = { name: 'Another', grants: NETWORK }
    expect((await service.call('/v1/keys', { headers, json })).status).toBe(403)
    expect((await service.call('/v1/keys', { headers })).status).toBe(200)
  })

  it.each([
    [[{ role: 'manager', network: '*' }], '/grants/0'],
    [[{ role: 'administrator', network: 'U49929' }], '/grants/0'],
    [[{ role: 'king', network: 'U49929' }], '/grants/0/role'],
    [[], '/grants'],
  ])('with roles that there are not (%j) is not made', async (grants, pointer) => {
    const page = await asAdministrator('POST', '/v1/keys', { name: 'Feed', grants })
    expect([page.status, problemResponse.parse(JSON.parse(page.text)).errors?.[0]?.pointer]).toEqual([422, pointer])
  })
})

describe('people', () => {
  it('are let in by an administrator, get roles, and are forgotten', async () => {
    const made = await asAdministrator('POST', '/v1/people', { email: 'Eve@example.org', name: 'Eve', grants: NETWORK })
    const { id, email } = personResponse.parse(JSON.parse(made.text))
    expect([made.status, email]).toEqual([201, 'eve@example.org'])
    const again = await asAdministrator('POST', '/v1/people', { email: 'eve@EXAMPLE.org', grants: [] })
    expect([again.status, problemResponse.parse(JSON.parse(again.text)).errors?.[0]?.pointer]).toEqual([422, '/email'])
    const changed = await asAdministrator('PUT', `/v1/people/${id}`, { grants: [] })
    expect(personResponse.parse(JSON.parse(changed.text)).grants).toEqual([])
    expect((await asAdministrator('DELETE', `/v1/people/${id}`)).status).toBe(204)
    expect((await asAdministrator('DELETE', `/v1/people/${id}`)).status).toBe(404)
    expect((await asAdministrator('GET', '/v1/people')).text).not.toContain('eve@example.org')
  })

  it('must be known by something', async () => {
    expect((await asAdministrator('POST', '/v1/people', { name: 'Eve', grants: [] })).status).toBe(422)
  })
})

describe('a call with a session’s cookie that changes something', () => {
  it.each([
    ['from a page of ours', { origin: ORIGIN }, 204],
    ['from a page of ours, said otherwise', { 'sec-fetch-site': 'same-origin' }, 204],
    ['from another site', { origin: 'https://evil.example' }, 403],
    ['from another site of the same domain', { 'sec-fetch-site': 'same-site' }, 403],
    ['from a page without an address', { origin: 'null' }, 403],
    ['from our name without TLS', { origin: 'http://rota.test' }, 403],
    ['from our name at another port', { origin: 'https://rota.test:444' }, 403],
    ['from nowhere', {}, 403],
  ])('%s is answered with the right status', async (_, from, status) => {
    const { id } = await newKey()
    const { cookie = '' } = administrator.headers
    const page = await service.call(`/v1/keys/${id}`, { method: 'DELETE', headers: { cookie, ...from } })
    expect(page.status, page.text).toBe(status)
  })
})

describe('a service that has a name', () => {
  it('answers to that name alone, but for what a machine asks by its address', async () => {
    const by = async (path: string, host: string) => (await service.call(path, { headers: { host } })).status
    expect(await by('/healthz', 'rota.test')).toBe(200)
    expect(await by('/v1/openapi.json', 'ROTA.test')).toBe(200)
    for (const host of ['evil.example', '127.0.0.1', 'rota.test.evil.example', 'rota.test:8080']) {
      expect(await by('/v1/openapi.json', host)).toBe(421)
    }
    expect([await by('/healthz', '10.0.0.7:8080'), await by('/readyz', '10.0.0.7:8080')]).toEqual([200, 200])
  })

  it('asks browsers to keep to TLS, and lets a form lead to the provider alone', async () => {
    const { headers } = await service.call('/docs')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain("form-action 'self' https://provider.test;")
  })

  it('shows its figures to a monitor, and to nobody without a key', async () => {
    const { key } = await newKey([{ role: 'monitor', network: '*' }])
    expect((await service.call('/metrics')).status).toBe(401)
    const figures = await withKey(key, '/metrics')
    expect([figures.status, figures.text.includes('rota_http_requests_total')]).toEqual([200, true])
    expect((await withKey(key, '/v1/rules')).status).toBe(403)
  })

  it('tells of its calls and of who may do them to anybody', async () => {
    const page = await service.call('/v1/openapi.json')
    expect(page.text).toContain('For these roles, where people sign in: staff, manager, director, administrator.')
  })
})

describe('the queue', () => {
  it('has room for others, however much one network sends', async () => {
    const send = async (ods: string) => {
      const { headers } = await service.session([{ role: 'manager', network: ods }])
      const json = smallDocument({ network: { ods, name: 'Alder and Birch' } })
      return (await service.call('/v1/solves', { json, headers })).status
    }
    const statuses: number[] = []
    for (let n = 0; n < 21; n++) statuses.push(await send('U11111'))
    expect([new Set(statuses.slice(0, 20)), statuses[20]]).toEqual([new Set([202]), 503])
    expect(await send('U22222')).toBe(202)
  })
})

describe('the log', () => {
  it('records who, what and the outcome, and nobody’s key, cookie, code or address', async () => {
    const { key } = await newKey()
    const { headers } = await service.session(NETWORK)
    const secrets = ['a-code-from-the-provider', 'a-state', key, String(headers.cookie).split('=')[1] ?? '']
    await withKey(key, `/v1/networks/U49929/weeks?key=${key}`)
    await service.call('/v1/me', { headers })
    await service.call(`/sign-in/callback?code=${secrets[0]}&state=${secrets[1]}`, { headers })
    await service.call(`/v1/solves/${key}`, { headers })
    await service.call(`/nowhere/${key}`, { headers: { authorization: `Bearer ${key}x`, 'x-request-id': key } })
    await asAdministrator('POST', '/v1/people', { email: 'frank@example.org', grants: [] })
    await expect.poll(() => service.lines.at(-1)?.route).toBe('/v1/people')
    const log = service.lines.map((line) => JSON.stringify(line)).join('\n')
    for (const secret of [...secrets, 'frank@example.org']) expect(log).not.toContain(secret)
    expect(service.lines.at(-1)).toMatchObject({ method: 'POST', status: 201, actor: administrator.id })
    expect(log).toContain('"route":"/sign-in/callback","status":403')
    expect(log).toContain('"why":"no-way-under-way"')
  })
})
