/** How often one person, one key or one address may call, and whose word is taken for an address. */

import type { RequestHandler, Response } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import { ANYBODY } from '../../../api/access/permissions.ts'
import { noteCall, noteIdentity } from '../../../api/access/visit.ts'
import type { Deps } from '../../../api/deps.ts'
import { gateFor } from '../../../api/gate.ts'
import { PROBLEMS } from '../../../api/problems.ts'
import { byIdentity, paced } from '../../../api/protection.ts'
import { type Listening, listen } from '../listening.ts'
import { openBrowser } from './browser.ts'
import { NO_DOORS } from './no-doors.ts'
import { NO_PROVIDER, ORIGIN } from './serving-access.ts'

const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()))
})

/** Time stands still, so that what was used up stays so. */
async function started(other: Partial<Deps> = {}) {
  const signIn = { origin: ORIGIN, secure: true, hosts: ['rota.test'], provider: NO_PROVIDER }
  const service = await listen({ doors: NO_DOORS, signIn, ...other })
  open.push(service)
  return (path: string, headers: Record<string, string>) =>
    openBrowser({ [ORIGIN]: service.url }).go(ORIGIN + path, { headers })
}

describe('one caller', () => {
  const line = { method: 'get', path: '/', permission: ANYBODY, hasBody: false, handler: () => undefined } as const
  const call = (actor: string, via: 'key' | 'machine' = 'key') => {
    const response = Object.create(null)
    noteCall(response, { line, params: {} })
    noteIdentity(response, { kind: 'system', via, actor, name: '', grants: [] })
    return response
  }
  const goesOn = (handler: RequestHandler, response: Response) => {
    try {
      handler(Object.create(null), response, () => undefined)
      return true
    } catch {
      return false
    }
  }

  it('a caller who calls too often is asked to wait, from any address, and others are not', () => {
    const handler = paced({ burst: 2, perSecond: 1 }, () => 0, byIdentity)
    expect([1, 2, 3].map(() => goesOn(handler, call('key:a')))).toEqual([true, true, false])
    expect(goesOn(handler, call('key:b'))).toBe(true)
  })

  it('who sits at this machine is known by its address, not held to a pace of their own', () => {
    const handler = paced({ burst: 1, perSecond: 1 }, () => 0, byIdentity)
    expect([1, 2, 3].map(() => goesOn(handler, call('local', 'machine')))).toEqual([true, true, true])
  })
})

describe('a place among a few', () => {
  it('is not taken twice by one caller where there are several, and is free again once the work is done or has failed', async () => {
    const gate = gateFor(3, 1)
    let finish: () => void = () => undefined
    const work = new Promise<void>((resolve) => {
      finish = resolve
    })
    const first = gate('a', () => work)
    await expect(gate('a', () => work)).rejects.toThrow(PROBLEMS.busy.title)
    const others = [gate('b', () => work), gate(null, () => work)]
    await expect(gate(null, () => work)).rejects.toThrow(PROBLEMS.busy.title)
    finish()
    await Promise.all([first, ...others])
    await expect(gate('a', () => Promise.reject(new Error('no rota')))).rejects.toThrow('no rota')
    expect(await gate('a', async () => 'done')).toBe('done')
  })

  it('is taken as often as there are any by whoever is alone', async () => {
    const gate = gateFor(2, 1)
    expect(await Promise.all([1, 2].map((n) => gate(null, async () => n)))).toEqual([1, 2])
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
