/** How often one person, one key or one address may call, and whose word is taken for an address. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Deps } from '../../api/deps.ts'
import { type Listening, listen } from '../api/listening.ts'
import { openBrowser } from './browser.ts'
import { NO_DOORS } from './no-doors.ts'
import { NO_PROVIDER, ORIGIN } from './serving-access.ts'

const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()))
})

/** Time stands still, so that what was used up stays so. Two keys are known. */
async function started(other: Partial<Deps> = {}) {
  const key = async (hash: string) => ({ id: hash.slice(0, 8), name: '', grants: [] })
  const signIn = { origin: ORIGIN, secure: true, hosts: ['rota.test'], provider: NO_PROVIDER }
  const service = await listen({ doors: { ...NO_DOORS, key }, signIn, ...other })
  open.push(service)
  return (path: string, headers: Record<string, string>) =>
    openBrowser({ [ORIGIN]: service.url }).go(ORIGIN + path, { headers })
}

const key = (letter: string) => ({ authorization: `Bearer rota_${letter.repeat(43)}` })

describe('one key', () => {
  it('that calls too often is asked to wait, from whatever address, and others are not', async () => {
    const call = await started({ proxies: 1 })
    const from = (letter: string, n: number) =>
      call('/v1/me', { ...key(letter), 'x-forwarded-for': `192.0.2.${n % 9}` })
    const statuses: number[] = []
    for (let n = 0; n < 1001; n++) statuses.push((await from('a', n)).status)
    expect(statuses.slice(0, 1000).every((status) => status === 200)).toBe(true)
    expect(statuses[1000]).toBe(429)
    expect((await from('b', 0)).status).toBe(200)
  })
})

describe('an address', () => {
  const setOut = async (proxies: Deps['proxies'], forwarded: (n: number) => string) => {
    const call = await started({ proxies })
    const statuses: number[] = []
    for (let n = 0; n < 61; n++) {
      statuses.push((await call('/sign-in/callback', { 'x-forwarded-for': forwarded(n) })).status)
    }
    return statuses
  }

  it('may set out to sign in as often as a practice does in a morning, and is then asked to wait', async () => {
    const statuses = await setOut(0, () => '192.0.2.1')
    expect([new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([new Set([403]), 429])
  })

  it('that a caller says is theirs is not believed, unless a proxy that we know says so', async () => {
    expect((await setOut(0, (n) => `192.0.2.${n}`))[60]).toBe(429)
    expect((await setOut(1, (n) => `192.0.2.${n}`))[60]).toBe(403)
    // What the caller put before it is not the proxy's word.
    expect((await setOut(1, (n) => `192.0.2.${n}, 198.51.100.1`))[60]).toBe(429)
  })
})
