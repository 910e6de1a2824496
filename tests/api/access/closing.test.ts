/** How a service ends: calls under way are answered, streams are closed, and nobody holds it up. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { closeAll } from '../../../api/closing.ts'
import type { Deps } from '../../../api/deps.ts'
import type { Report } from '../../../src/report.ts'
import { smallDocument } from '../../small-document.ts'
import { type Listening, listen } from '../listening.ts'
import { REPORT } from '../serving-solves.ts'
import { openBrowser } from './browser.ts'
import { NO_DOORS } from './no-doors.ts'
import { NO_PROVIDER, ORIGIN } from './serving-access.ts'

const open: Listening[] = []
afterEach(() => {
  for (const { server } of open.splice(0)) server.closeAllConnections()
})

/** A service whose one solve ends when told to, and whose one operation never does. */
async function started(other: Partial<Deps> = {}) {
  const closing = new AbortController()
  let finish: (report: Report) => void = () => undefined
  const planned = new Promise<Report>((resolve) => {
    finish = resolve
  })
  let begun: () => void = () => undefined
  const beginning = new Promise<void>((resolve) => {
    begun = resolve
  })
  const plan = () => {
    begun()
    return planned
  }
  const endless = { find: async () => null, eventsAfter: async () => ({ events: [], finished: false }) }
  const none = async () => null
  const service = await listen({
    closing: closing.signal,
    plan,
    ...other,
    solves: {
      ...endless,
      submit: async () => ({ kind: 'full' }),
      list: async () => [],
      stop: none,
      follow: () => () => undefined,
      queue: async () => ({ states: new Map(), oldestSeconds: 0 }),
    },
  })
  open.push(service)
  const ended: string[] = []
  const backend = { close: async () => void ended.push('backend') }
  const close = (patience = 60_000) =>
    closeAll({ server: service.server, closing, backend, patience }).then(() => ended.push('service'))
  return { service, close, ended, beginning, finish: () => finish(REPORT) }
}

describe('a service asked to end', () => {
  it('answers what is under way, takes nothing new, and ends its backend last', async () => {
    const { service, close, ended, beginning, finish } = await started()
    const call = service.post('/v1/rotas', smallDocument())
    await beginning
    const closed = close()
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow()
    expect(ended).toEqual([])
    finish()
    const response = await call
    expect([response.status, await response.json()]).toEqual([200, REPORT])
    await closed
    expect(ended).toEqual(['backend', 'service'])
  })

  it('closes its streams', async () => {
    const { service, close } = await started()
    const stream = await service.get('/v1/solves/00000000-0000-4000-8000-000000000000/events')
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    await close()
    expect(await stream.text()).toBe('')
  })

  it('says at /readyz that it is not ready any more, before it is gone', async () => {
    const { service, close, beginning, finish } = await started()
    const call = service.post('/v1/rotas', smallDocument())
    await beginning
    // A connection that is open already, as a load balancer keeps one.
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
    const said: string[] = []
    socket.on('data', (piece) => said.push(piece.toString()))
    socket.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n')
    await expect.poll(() => connections(service)).toBe(2)
    const closed = close()
    socket.write('\r\n')
    await once(socket, 'close')
    expect(said.join('')).toContain('503 Service Unavailable')
    finish()
    await call
    await closed
  })

  it('does not wait for ever for whoever does not read on', async () => {
    const { service, close, ended } = await started()
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(
      'POST /v1/rotas HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    )
    await expect.poll(() => connections(service)).toBe(1)
    await close(50)
    expect(ended).toEqual(['backend', 'service'])
  })
})

function connections({ server }: Listening): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_, count) => resolve(count))
  })
}

describe('a stream, where people sign in', () => {
  const PATH = '/v1/solves/00000000-0000-4000-8000-000000000000/events'

  it('ends after a while, so that who reads on is looked at again', async () => {
    const key = async () => ({ id: 'a', name: '', grants: [{ role: 'manager' as const, network: 'U1' }] })
    const doors = { ...NO_DOORS, key, networkOfOperation: async () => 'U1' }
    const signIn = { origin: ORIGIN, secure: true, hosts: ['rota.test'], provider: NO_PROVIDER }
    const { service } = await started({ heartbeat: 2, doors, signIn })
    const headers = { authorization: `Bearer rota_${'a'.repeat(43)}` }
    const page = await openBrowser({ [ORIGIN]: service.url }).go(ORIGIN + PATH, { headers })
    expect([page.status, page.text.split(': still here').length]).toEqual([200, 40])
  })
})
