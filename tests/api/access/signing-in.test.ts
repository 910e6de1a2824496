/** Signing in and out at a certified provider, with a real browser's steps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProvider } from '../../../api/access/provider.ts'
import type { Browser, Page } from './browser.ts'
import { browserFor, CLIENT, passProvider, type RunningProvider, runProvider } from './certified-provider.ts'
import { ORIGIN, type ServingAccess, serveAccess } from './serving-access.ts'

let running: RunningProvider
let service: ServingAccess
beforeAll(async () => {
  running = await runProvider()
  const provider = await openProvider({
    issuer: running.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    callback: new URL('/sign-in/callback', ORIGIN),
    signedOut: new URL('/signed-out', ORIGIN),
    log: (error) => {
      throw error
    },
  })
  service = await serveAccess(provider)
  await service.doors.makeAdministrator('Ada@example.org')
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
  await running.close()
})

const SESSION = '__Host-rota-session'
const at = (path: string) => ORIGIN + path

/** The address that the provider sends somebody back to. */
const back = async (browser: Browser, name = 'ada', to = '') =>
  passProvider(browser, await browser.go(at(`/sign-in${to}`)), name)

async function signedIn(name = 'ada'): Promise<Browser> {
  const browser = browserFor(service.url)
  const page = await browser.go(await back(browser, name))
  expect([page.status, page.headers.location]).toEqual([303, '/docs'])
  return browser
}

const cookieOf = (browser: Browser, name = SESSION) => browser.cookies.get('rota.test')?.get(name)
const me = async (browser: Browser) => (await browser.go(at('/v1/me'))).status
const out = (browser: Browser): Promise<Page> =>
  browser.go(at('/sign-out'), { method: 'POST', headers: { origin: ORIGIN } })

describe('signing in', () => {
  it('leads to the provider with a state, a nonce and a challenge of its own each time', async () => {
    const asked = await Promise.all([1, 2].map(() => browserFor(service.url).go(at('/sign-in'))))
    const [first, second] = asked.map(({ headers }) => new URL(String(headers.location)).searchParams)
    expect(first?.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first?.get(name)).toMatch(/^[\w-]{43}$/)
      expect(first?.get(name)).not.toBe(second?.get(name))
    }
  })

  it('comes back with a session, for whoever was let in by an address that the provider vouches for', async () => {
    const browser = await signedIn()
    const page = await browser.go(at('/v1/me'))
    expect(JSON.parse(page.text)).toMatchObject({
      via: 'session',
      grants: [{ role: 'administrator', network: '*' }],
    })
  })

  it('goes on to the page that was asked for, and to no other site', async () => {
    const to = async (path: string) => {
      const browser = browserFor(service.url)
      return (await browser.go(await back(browser, 'ada', `?to=${encodeURIComponent(path)}`))).headers.location
    }
    expect(await to('/v1/me?x=1')).toBe('/v1/me?x=1')
    for (const trick of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\tevil', '']) {
      expect(await to(trick), trick).toBe('/docs')
    }
  })

  it('gives a cookie that no script reads, no other site sends, and no other host has', async () => {
    const browser = browserFor(service.url)
    const page = await browser.go(await back(browser))
    const line = [page.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith(SESSION))
    expect(line?.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  it('lets nobody in who was not let in before, and says no more than that', async () => {
    const browser = browserFor(service.url)
    const page = await browser.go(await back(browser, 'stranger'))
    expect([page.status, page.text]).toEqual([403, expect.stringContaining('nobody has given you access')])
    expect(cookieOf(browser)).toBeUndefined()
  })

  it('begins a new session each time, and ends the one before: a name that somebody planted is not taken on', async () => {
    const browser = await signedIn()
    const before = cookieOf(browser)
    await browser.go(await back(browser))
    const after = cookieOf(browser)
    expect(after).not.toBe(before)
    browser.cookies.get('rota.test')?.set(SESSION, before ?? '')
    expect(await me(browser)).toBe(401)
    browser.cookies.get('rota.test')?.set(SESSION, after ?? '')
    expect(await me(browser)).toBe(200)
  })
})

describe('a way back from the provider', () => {
  it('is taken once', async () => {
    const browser = browserFor(service.url)
    const address = await back(browser)
    const way = cookieOf(browser, '__Host-rota-sign-in')
    expect((await browser.go(address)).status).toBe(303)
    browser.cookies.get('rota.test')?.set('__Host-rota-sign-in', way ?? '')
    expect((await browser.go(address)).status).toBe(403)
  })

  it('is closed to every other browser: no link signs anybody in as somebody else', async () => {
    const address = await back(browserFor(service.url))
    const other = browserFor(service.url)
    expect((await other.go(address)).status).toBe(403)
    await other.go(at('/sign-in'))
    expect((await other.go(address)).status).toBe(403)
    expect(cookieOf(other)).toBeUndefined()
  })

  it('with a code that was used before, or that is another’s, is refused by the provider', async () => {
    const used = browserFor(service.url)
    const code = new URL(await back(used)).searchParams.get('code') ?? ''
    const browser = browserFor(service.url)
    const address = new URL(await back(browser))
    address.searchParams.set('code', code)
    expect((await browser.go(address.href)).status).toBe(403)
    expect(service.lines.at(-1)?.why).toBe('invalid_grant')
  })

  it('without a state, with another one, or with another issuer is refused', async () => {
    for (const [name, value] of [
      ['state', 'a'.repeat(43)],
      ['state', ''],
      ['iss', 'http://127.0.0.1:1'],
    ] as const) {
      const browser = browserFor(service.url)
      const address = new URL(await back(browser))
      address.searchParams.set(name, value)
      expect((await browser.go(address.href)).status, name).toBe(403)
    }
  })

  it('from somebody who thought better of it is no fault', async () => {
    const browser = browserFor(service.url)
    const { headers } = await browser.go(at('/sign-in'))
    const state = new URL(String(headers.location)).searchParams.get('state') ?? ''
    const query = new URLSearchParams({ error: 'access_denied', state, iss: running.issuer.origin })
    expect((await browser.go(at(`/sign-in/callback?${query}`))).status).toBe(403)
    expect(service.lines.at(-1)?.why).toBe('access_denied')
  })
})

describe('signing out', () => {
  it('ends the session here and over there, and comes back to a page of ours', async () => {
    const browser = await signedIn()
    const before = cookieOf(browser) ?? ''
    const page = await out(browser)
    const end = new URL(String(page.headers.location))
    expect([page.status, end.origin]).toEqual([303, running.issuer.origin])
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(at('/signed-out'))
    expect(end.searchParams.get('id_token_hint')).toMatch(/^ey/)
    const asked = await browser.go(end.href)
    const [, secret = ''] = /name="xsrf" value="(\w+)"/.exec(asked.text) ?? []
    const action = new URL('/session/end/confirm', running.issuer).href
    const done = await browser.follow(await browser.go(action, { form: { xsrf: secret, logout: 'yes' } }))
    expect([done.status, done.url]).toEqual([200, at('/signed-out')])
    browser.cookies.get('rota.test')?.set(SESSION, before)
    expect(await me(browser)).toBe(401)
    // The provider asks again who it is.
    const again = await browser.follow(await browser.go(at('/sign-in')), /\/sign-in\/callback/)
    expect(again.text).toContain('name="login"')
  })

  it('is not done by another site', async () => {
    const browser = await signedIn()
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
      {},
    ]) {
      expect((await browser.go(at('/sign-out'), { method: 'POST', headers })).status).toBe(403)
    }
    expect(await me(browser)).toBe(200)
  })
})
