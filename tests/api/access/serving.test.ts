/** The service as started in production, with everything real: people sign in on this machine, to try it out. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSignIn } from '../../../api/access/settings.ts'
import { type Service, serve } from '../../../api/main.ts'
import { openBrowser } from './browser.ts'
import { CLIENT } from './certified-provider.ts'
import { type HostileProvider, runHostileProvider } from './hostile-provider.ts'

/** Where browsers find it; it really listens somewhere else, as behind a proxy. */
const PUBLIC = 'http://localhost:8099'

let provider: HostileProvider
let service: Service
const faults: unknown[] = []
beforeAll(async () => {
  provider = await runHostileProvider()
  const given = { oidc: provider.issuer.href, clientId: CLIENT.id, clientSecret: CLIENT.secret, publicUrl: PUBLIC }
  const signIn = readSignIn({ ...given, administrator: 'Mallory@example.org' })
  service = await serve({ port: 0, places: 0, signIn, log: (error) => faults.push(error) })
})
afterAll(async () => {
  await service.close()
  await provider.close()
  expect(faults).toEqual([])
})

it('the operator’s administrator signs in, looks after people, and signs out', async () => {
  const browser = openBrowser({ [PUBLIC]: service.url })
  expect((await browser.go(`${PUBLIC}/v1/people`)).status).toBe(401)
  const there = await browser.follow(await browser.go(`${PUBLIC}/sign-in?to=/v1/people`))
  expect([there.status, there.url]).toEqual([200, `${PUBLIC}/v1/people`])
  expect(there.text).toContain('mallory@example.org')
  // Without TLS a browser would not take a cookie that asks for it.
  expect([...(browser.cookies.get('localhost:8099') ?? []).keys()]).toEqual(['rota-session'])
  const out = await browser.go(`${PUBLIC}/sign-out`, { method: 'POST', headers: { origin: PUBLIC } })
  // This provider has no page for it, so it ends here.
  expect(out.headers.location).toBe('/signed-out')
  expect((await browser.follow(out)).text).toContain('You are signed out')
  expect((await browser.go(`${PUBLIC}/v1/people`)).status).toBe(401)
})

it('nobody gets in without signing in, not even from this machine', async () => {
  expect((await fetch(`${service.url}/v1/rules`)).status).toBe(421)
  const browser = openBrowser({ [PUBLIC]: service.url })
  expect((await browser.go(`${PUBLIC}/v1/rules`)).status).toBe(401)
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200)
})
