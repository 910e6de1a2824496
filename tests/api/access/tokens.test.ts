/** Harmful tokens that a provider may send, or tokens by a wrong clock. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProvider, type Provider } from '../../../api/access/provider.ts'
import { browserFor, CLIENT } from './certified-provider.ts'
import { type HostileProvider, type Mischief, runHostileProvider, secondsFromNow } from './hostile-provider.ts'
import { ORIGIN, type ServingAccess, serveAccess } from './serving-access.ts'

let hostile: HostileProvider
let service: ServingAccess
beforeAll(async () => {
  // It says that it would sign with anything, and with nothing.
  hostile = await runHostileProvider({ id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] })
  service = await serveAccess(await opened(hostile))
  await service.doors.invite('test', {
    name: '',
    email: 'mallory@example.org',
    subject: null,
    issuer: null,
    grants: [],
  })
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
  await hostile.close()
})

function opened({ issuer }: HostileProvider): Promise<Provider> {
  return openProvider({
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    callback: new URL('/sign-in/callback', ORIGIN),
    signedOut: new URL('/signed-out', ORIGIN),
    log: () => undefined,
  })
}

/** The status that somebody comes back to, and the word for it in the log. */
async function tried(mischief: Mischief): Promise<readonly [number, string | undefined]> {
  hostile.mischief = mischief
  const browser = browserFor(service.url)
  const there = await browser.follow(await browser.go(`${ORIGIN}/sign-in`), /^https:\/\/rota\.test/)
  const { status } = await browser.go(String(there.headers.location))
  const hasCookie = browser.cookies.get('rota.test')?.has('__Host-rota-session') ?? false
  expect(hasCookie).toBe(status === 303)
  return [status, service.lines.at(-1)?.why]
}

const COMPARED = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'
const TIMED = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED'

describe('a token', () => {
  it('that is valid is accepted, so that the others are refused for the right reason', async () => {
    expect(await tried({})).toEqual([303, undefined])
  })

  it.each([
    ['for another audience', { claims: { aud: 'another' } }, COMPARED],
    ['for others beside us', { claims: { aud: [CLIENT.id, 'another'] } }, COMPARED],
    ['that another party asked for', { claims: { aud: [CLIENT.id, 'another'], azp: 'another' } }, COMPARED],
    ['of another issuer', { claims: { iss: 'https://elsewhere.example' } }, COMPARED],
    ['with another nonce: somebody else’s, played again', { claims: { nonce: 'a'.repeat(43) } }, COMPARED],
    ['without a nonce', { claims: { nonce: undefined } }, 'OAUTH_INVALID_RESPONSE'],
    ['that has expired', { claims: { exp: secondsFromNow(-120) } }, TIMED],
    ['that is not valid yet', { claims: { nbf: secondsFromNow(180) } }, TIMED],
    ['that never expires', { claims: { exp: undefined } }, 'OAUTH_INVALID_RESPONSE'],
    ['about nobody', { claims: { sub: undefined } }, 'OAUTH_INVALID_RESPONSE'],
  ])('%s is refused', async (_, mischief, why) => {
    expect(await tried(mischief)).toEqual([403, why])
  })

  it.each([
    ['with the algorithm none', { header: { alg: 'none' }, signedBy: 'nobody' }],
    ['with none in other letters', { header: { alg: 'nOnE' }, signedBy: 'nobody' }],
    ['that says RS256, and is not signed', { signedBy: 'nobody' }],
    ['that somebody else signed', { signedBy: 'another' }],
    ['that names a key which is not there', { header: { kid: 'another' }, signedBy: 'another' }],
    ['signed with our secret', { header: { alg: 'HS256' }, signedBy: 'client-secret' }],
    ['signed with the public key, as if that were a secret', { header: { alg: 'HS256' }, signedBy: 'public-key' }],
  ] as const)('%s is refused', async (_, mischief) => {
    const [status, why] = await tried(mischief)
    expect(status).toBe(403)
    expect(why).toMatch(/^OAUTH_/)
  })

  it.each([
    ['expired half a minute ago', { exp: secondsFromNow(-30) }],
    ['is valid in half a minute', { nbf: secondsFromNow(30), iat: secondsFromNow(30) }],
  ])('that %s by a clock other than ours is taken', async (_, claims) => {
    expect((await tried({ claims }))[0]).toBe(303)
  })

  it.each([
    [200, '{"access_token":"x","token_type":"Bearer"}'],
    [200, '{"access_token":"x","token_type":"Bearer","id_token":"x.y"}'],
    [200, 'nonsense'],
    [500, '{}'],
    [400, '{"error":"<script>"}'],
  ])('that is none (%i %s) is no fault of ours', async (status, body) => {
    expect((await tried({ answer: { status, body } }))[0]).toBe(403)
  })
})

describe('an address', () => {
  const stranger = (claims: object) => tried({ claims: { sub: `${Math.floor(secondsFromNow(0))}`, ...claims } })

  it('that the provider does not vouch for lets nobody in', async () => {
    await invite('bob@example.org')
    expect(await stranger({ email: 'bob@example.org', email_verified: false })).toEqual([403, 'nobody-let-them-in'])
    expect(await stranger({ email: 'bob@example.org', email_verified: 'true' })).toEqual([403, 'nobody-let-them-in'])
    expect((await stranger({ email: 'bob@example.org', email_verified: true }))[0]).toBe(303)
  })

  it('is asked for where the token has none, and only of the one whom the token is about', async () => {
    await invite('carol@example.org')
    const claims = { sub: 'carol', email: undefined, email_verified: undefined }
    const userinfo = { email: 'carol@example.org', email_verified: true }
    expect((await tried({ claims, userinfo: { ...userinfo, sub: 'another' } }))[0]).toBe(403)
    expect((await tried({ claims, userinfo: { ...userinfo, sub: 'carol' } }))[0]).toBe(303)
  })

  it('that somebody else has by now lets nobody else in; and whoever had it is known by themselves', async () => {
    await invite('dave@example.org')
    const dave = { email: 'dave@example.org', email_verified: true }
    expect((await tried({ claims: { sub: 'dave', ...dave } }))[0]).toBe(303)
    expect(await tried({ claims: { sub: 'another-dave', ...dave } })).toEqual([403, 'nobody-let-them-in'])
    const moved = { sub: 'dave', email: 'dave@elsewhere.example', email_verified: true }
    expect((await tried({ claims: moved }))[0]).toBe(303)
  })

  const invite = (email: string) =>
    service.doors.invite('test', { name: '', email, subject: null, issuer: null, grants: [] })
})

describe('a provider', () => {
  it('that is away does not keep the service from starting, and is looked for again when somebody signs in', async () => {
    const later = await runHostileProvider()
    const { issuer } = later
    await later.close()
    const faults: unknown[] = []
    const provider = await openProvider({
      issuer,
      clientId: CLIENT.id,
      clientSecret: null,
      callback: new URL('/sign-in/callback', ORIGIN),
      signedOut: new URL('/signed-out', ORIGIN),
      log: (error) => faults.push(error),
    })
    expect(faults.length).toBe(1)
    await expect(provider.begin({ state: 's', nonce: 'n', verifier: 'v' })).rejects.toThrow()
  })

  it('that says it is another is not believed', async () => {
    const liar = await runHostileProvider({ issuer: 'https://elsewhere.example' })
    const provider = await opened(liar)
    await expect(provider.begin({ state: 's', nonce: 'n', verifier: 'v' })).rejects.toThrow()
    await liar.close()
  })
})
