/** Webhooks from their making to a receiver on this machine. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operationResponse } from '../../api/contract/solves.ts'
import { deliveriesResponse, newWebhookResponse, webhooksResponse } from '../../api/contract/webhooks.ts'
import { readAllowedHosts } from '../../api/webhooks/allowed-hosts.ts'
import { smallDocument } from '../small-document.ts'
import { patientSolver, type ServingSolves, serveSolves, until } from './serving-solves.ts'

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const received: Received[] = []
/** What the receiver answers, by path. */
let answers: Record<string, number | 'nothing' | 'elsewhere'> = {}
let receiver: Server
let port = 0
let service: ServingSolves
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      const path = request.url ?? ''
      received.push({ path, headers: request.headers, body })
      const answer = answers[path] ?? 204
      if (answer === 'nothing') return
      if (answer === 'elsewhere') response.writeHead(307, { location: '/found' }).end()
      else response.writeHead(answer).end()
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const address = receiver.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  service = await serveSolves(async (...asked) => solver.solve(...asked), {
    webhookHosts: readAllowedHosts(`http://127.0.0.1:${port}`),
    times: { receiver: 3000 },
  })
})
let solver = patientSolver()
beforeEach(() => {
  solver = patientSolver()
  solver.letGo()
})
afterEach(() => {
  received.splice(0)
  answers = {}
  expect(service.faults.splice(0)).toEqual([])
})
afterAll(async () => {
  await service.close()
  receiver.closeAllConnections()
  receiver.close()
})

const send = (method: string, path: string, body: unknown) =>
  service.call(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const get = async (path: string): Promise<unknown> => (await service.call('GET', path)).json()

async function webhook(ods: string, path: string, events?: readonly string[]) {
  const response = await send('POST', `/v1/networks/${ods}/webhooks`, {
    url: `http://127.0.0.1:${port}${path}`,
    ...(events === undefined ? {} : { events }),
  })
  expect(response.status).toBe(201)
  return newWebhookResponse.parse(await response.json())
}

async function solved(ods: string) {
  const response = await service.submit(smallDocument({ network: { ods, name: 'Alder and Birch' } }))
  const { id } = operationResponse.parse(await response.json())
  return until(
    async () => operationResponse.parse(await get(`/v1/solves/${id}`)),
    ({ state }) => state === 'done',
  )
}

const deliveries = async (ods: string, id: string) =>
  deliveriesResponse.parse(await get(`/v1/networks/${ods}/webhooks/${id}/deliveries`)).deliveries
const told = (path: string) =>
  until(
    () => received.filter((one) => one.path === path),
    ({ length }) => length > 0,
  )

describe('a webhook', () => {
  it('gets what it asked for, with a signature that only its secret can make', async () => {
    const { secret, id } = await webhook('U30001', '/signed')
    const { id: solve } = await solved('U30001')
    const [message] = await told('/signed')
    if (message === undefined) throw new Error('nothing was received')
    const { 'webhook-id': messageId, 'webhook-timestamp': seconds, 'webhook-signature': signature } = message.headers
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const expected = createHmac('sha256', key).update(`${messageId}.${seconds}.${message.body}`).digest('base64')
    expect([key.length, signature]).toEqual([32, `v1,${expected}`])
    expect(message.headers['content-type']).toBe('application/json')
    const parsed = z.looseObject({ timestamp: z.iso.datetime() }).parse(JSON.parse(message.body))
    expect(parsed).toMatchObject({
      type: 'solve.finished',
      data: { network: 'U30001', weekFrom: '2026-11-30', solve, state: 'done', version: 1 },
    })
    expect(Math.abs(Date.parse(parsed.timestamp) / 1000 - Number(seconds))).toBeLessThan(60)
    const kept = await until(
      () => deliveries('U30001', id),
      ([one]) => one?.state === 'delivered',
    )
    expect(kept).toMatchObject([{ id: messageId, event: 'solve.finished', attempts: 1, status: 204 }])
  })

  it('hears of its own network only, and only of what it asked for', async () => {
    await webhook('U30002', '/published', ['rota.published', 'rota.withdrawn'])
    await webhook('U30003', '/other')
    const { version } = await solved('U30002')
    const publication = `/v1/networks/U30002/weeks/2026-11-30/rotas/${version}/publication`
    await service.call('PUT', publication)
    await service.call('DELETE', publication)
    await until(
      () => received.length,
      (count) => count === 2,
    )
    expect(received.map(({ path, body }) => [path, JSON.parse(body).type]).sort()).toEqual([
      ['/published', 'rota.published'],
      ['/published', 'rota.withdrawn'],
    ])
  })

  it('is notified of a solve that was cancelled while it waited', async () => {
    solver = patientSolver()
    const running = await service.submit(smallDocument())
    await webhook('U30004', '/cancelled')
    const waiting = operationResponse.parse(
      await (await service.submit(smallDocument({ network: { ods: 'U30004', name: 'A' } }))).json(),
    )
    await service.call('DELETE', `/v1/solves/${waiting.id}`)
    const [message] = await told('/cancelled')
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ data: { solve: waiting.id, state: 'stopped' } })
    solver.letGo()
    const { id } = operationResponse.parse(await running.json())
    await until(
      async () => operationResponse.parse(await get(`/v1/solves/${id}`)),
      ({ state }) => state === 'done',
    )
  })

  it('shows its secret once', async () => {
    const { secret, id } = await webhook('U30005', '/secret')
    const text = await (await service.call('GET', '/v1/networks/U30005/webhooks')).text()
    expect(text).not.toContain(secret)
    expect(webhooksResponse.parse(JSON.parse(text)).webhooks).toMatchObject([{ id, madeBy: 'local' }])
  })

  it('that is removed hears no more, and another network cannot remove it', async () => {
    const { id } = await webhook('U30006', '/removed')
    const remove = (ods: string) => service.call('DELETE', `/v1/networks/${ods}/webhooks/${id}`)
    expect((await remove('U30007')).status).toBe(404)
    expect((await service.call('GET', `/v1/networks/U30007/webhooks/${id}/deliveries`)).status).toBe(404)
    expect([(await remove('U30006')).status, (await remove('U30006')).status]).toEqual([204, 404])
    await webhook('U30006', '/left')
    await solved('U30006')
    await told('/left')
    expect(received.map(({ path }) => path)).toEqual(['/left'])
  })

  it('is one of ten at most in a network', async () => {
    for (let n = 0; n < 10; n++) await webhook('U30008', `/many/${n}`)
    const url = `http://127.0.0.1:${port}/many/10`
    expect((await send('POST', '/v1/networks/U30008/webhooks', { url })).status).toBe(409)
  })
})

describe('a receiver', () => {
  it.each([
    ['fails', '/fails', 500, 'The receiver responded with 500.'],
    ['sends us elsewhere', '/elsewhere', 'elsewhere', 'The receiver redirected us (307), which is not followed.'],
    ['does not answer', '/silent', 'nothing', 'The receiver did not respond in time.'],
  ] as const)('that %s is asked again later, and the reason can be read', async (_, path, answer, reason) => {
    answers = { [path]: answer }
    const ods = `U3001${path.length}`
    const { id } = await webhook(ods, path)
    await solved(ods)
    const [delivery] = await until(
      () => deliveries(ods, id),
      ([one]) => one?.reason !== undefined,
    )
    expect(delivery).toMatchObject({ state: 'waiting', attempts: 1, reason })
    expect(received.map((one) => one.path)).toEqual([path])
  })

  it('that wants no more is not asked again', async () => {
    answers = { '/gone': 410 }
    const { id } = await webhook('U30020', '/gone')
    await solved('U30020')
    const [delivery] = await until(
      () => deliveries('U30020', id),
      ([one]) => one?.state === 'given-up',
    )
    expect(delivery).toMatchObject({ attempts: 1, status: 410, reason: 'The receiver wants no more of these (410).' })
  })
})

describe('an address', () => {
  it.each([
    ['https://example.org/hook', 'must be at a host that whoever runs this service has named'],
    ['http://127.0.0.1:1/hook', 'must be at a host'],
    ['http://user:word@127.0.0.1/hook', 'must not hold a password'],
    ['file:///etc/passwd', 'must be at a host'],
    ['not an address', 'must be a URL'],
  ])('%s is refused', async (url, words) => {
    const response = await send('POST', '/v1/networks/U30030/webhooks', { url })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/url', detail: expect.stringContaining(words) }] },
    ])
  })

  it('is refused for things that nobody can hear of', async () => {
    const url = `http://127.0.0.1:${port}/`
    for (const events of [['rota.burnt'], []])
      expect((await send('POST', '/v1/networks/U30031/webhooks', { url, events })).status).toBe(422)
  })
})
