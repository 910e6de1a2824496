import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operationResponse } from '../../api/contract/solves.ts'
import { BadInput } from '../../src/errors.ts'
import { smallDocument } from '../small-document.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

let service: ServingSolves
let solver: ReturnType<typeof patientSolver>
beforeAll(async () => {
  service = await serveSolves((...asked) => solver.solve(...asked), { times: { most: 2 } })
})
beforeEach(() => {
  solver = patientSolver()
})
afterEach(async () => {
  solver.letGo()
  const idle = { status: 'ready', queued: 0, running: 0 }
  await until(
    async () => (await service.call('GET', '/readyz')).json(),
    (ready) => JSON.stringify(ready) === JSON.stringify(idle),
  )
  expect(service.faults.splice(0)).toEqual([])
})
afterAll(() => service.close())

const DOCUMENT = smallDocument()
const SECOND = smallDocument({ note: 'Another document.' })

const read = async (response: Response) => operationResponse.parse(await response.json())

async function submitted(document: unknown = DOCUMENT) {
  const response = await service.submit(document)
  expect(response.status).toBe(202)
  return read(response)
}

const operation = async (id: string) => read(await service.call('GET', `/v1/solves/${id}`))
const inState = (id: string, state: string) =>
  until(
    () => operation(id),
    (one) => one.state === state,
  )

describe('POST /v1/solves', () => {
  it('answers 202 with an operation and where it is, whose report can be read once it is done', async () => {
    const response = await service.submit(DOCUMENT)
    const { id, network, weekFrom } = await read(response)
    expect([response.status, response.headers.get('location')]).toEqual([202, `/v1/solves/${id}`])
    expect([network, weekFrom]).toEqual(['U99999', '2026-11-30'])
    solver.letGo()
    const done = await inState(id, 'done')
    expect(done.report).toEqual(REPORT)
    expect([done.version, done.attempts]).toEqual([1, 1])
    expect(solver.started).toEqual([DOCUMENT])
  })

  it('refuses a document that cannot be solved, and takes nothing in', async () => {
    const response = await service.submit({ ...DOCUMENT, format: 'rota/2' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/format' }] })
    expect(await (await service.call('GET', '/readyz')).json()).toEqual({ status: 'ready', queued: 0, running: 0 })
  })

  it('takes the same key and document for the same operation: queued, running and done', async () => {
    const first = await read(await service.submit(DOCUMENT, { 'idempotency-key': 'key-0' }))
    const again = await service.submit(DOCUMENT, { 'idempotency-key': 'key-0' })
    expect([again.status, (await read(again)).id]).toEqual([202, first.id])
    await inState(first.id, 'running')
    const running = await service.submit(DOCUMENT, { 'idempotency-key': 'key-0' })
    expect([running.status, (await read(running)).id]).toEqual([202, first.id])
    solver.letGo()
    await inState(first.id, 'done')
    const done = await service.submit(DOCUMENT, { 'idempotency-key': 'key-0' })
    expect([done.status, (await read(done)).id]).toEqual([200, first.id])
    expect(solver.started.length).toBe(1)
  })

  it('refuses the same key for another document', async () => {
    await service.submit(DOCUMENT, { 'idempotency-key': 'key-1' })
    const response = await service.submit(SECOND, { 'idempotency-key': 'key-1' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ type: 'urn:problem-type:rota:key-of-another' })
  })

  it('refuses a key that is none', async () => {
    expect((await service.submit(DOCUMENT, { 'idempotency-key': 'two words' })).status).toBe(422)
  })

  it('says when to try again if the queue is full', async () => {
    const { id } = await submitted()
    await inState(id, 'running')
    await submitted()
    await submitted()
    const response = await service.submit(DOCUMENT)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
  })

  it('solves one after another where one is solved at a time', async () => {
    const ids = [(await submitted()).id, (await submitted(SECOND)).id]
    await inState(ids[0] ?? '', 'running')
    expect((await operation(ids[1] ?? '')).state).toBe('queued')
    solver.letGo()
    await inState(ids[1] ?? '', 'done')
    expect(solver.started).toEqual([DOCUMENT, SECOND])
  })
})

describe('GET /v1/solves/{id}', () => {
  it('reports its progress', async () => {
    const { id } = await submitted()
    const { progress } = await until(
      () => operation(id),
      (one) => one.progress !== undefined,
    )
    expect(progress).toEqual({ stage: 'urgent', level: 'urgent', bound: 1, best: 2, gap: 0.5, seconds: 1 })
  })

  it.each(['00000000-0000-4000-8000-000000000000', 'nothing', "1'%20or%201=1", '..%2f..%2fetc'])(
    'answers 404 where there is no operation %s',
    async (id) => {
      expect((await service.call('GET', `/v1/solves/${id}`)).status).toBe(404)
      expect((await service.call('DELETE', `/v1/solves/${id}`)).status).toBe(404)
      expect((await service.call('GET', `/v1/solves/${id}/events`)).status).toBe(404)
    },
  )
})

describe('DELETE /v1/solves/{id}', () => {
  it('stops what runs, and keeps the best rota so far', async () => {
    const { id } = await submitted()
    await inState(id, 'running')
    expect((await service.call('DELETE', `/v1/solves/${id}`)).status).toBe(202)
    const { report, finishedAt, expiresAt } = await inState(id, 'stopped')
    expect(report).toEqual({ ...REPORT, status: 'stopped' })
    expect(Date.parse(expiresAt ?? '') - Date.parse(finishedAt ?? '')).toBe(7 * 24 * 3600 * 1000)
  })

  it('cancels what waits, and never starts it', async () => {
    const first = await submitted()
    await inState(first.id, 'running')
    const second = await submitted(SECOND)
    const response = await service.call('DELETE', `/v1/solves/${second.id}`)
    expect([response.status, (await read(response)).state]).toEqual([200, 'stopped'])
    solver.letGo()
    await inState(first.id, 'done')
    expect(solver.started).toEqual([DOCUMENT])
  })

  it('leaves what is done as it is, however often it is asked', async () => {
    const { id } = await submitted()
    solver.letGo()
    await inState(id, 'done')
    for (const _ of [1, 2]) {
      const response = await service.call('DELETE', `/v1/solves/${id}`)
      expect([response.status, (await read(response)).state]).toEqual([200, 'done'])
    }
  })
})

describe('GET /v1/solves/{id}/events', () => {
  const events = (text: string) =>
    [...text.matchAll(/id: (\d+)\nevent: (\w+)\ndata: (.*)\n\n/g)].map(([, seq, kind, data]) => [
      Number(seq),
      kind,
      z.looseObject({}).parse(JSON.parse(data ?? '')).state ?? kind,
    ])
  const follow = (id: string, last?: number) =>
    service.call(
      'GET',
      `/v1/solves/${id}/events`,
      last === undefined ? {} : { headers: { 'last-event-id': `${last}` } },
    )

  it('tells everything from the beginning to the end, and ends', async () => {
    const { id } = await submitted()
    const stream = await follow(id)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    await until(
      () => operation(id),
      (one) => one.progress !== undefined,
    )
    solver.letGo()
    expect(events(await stream.text())).toEqual([
      [1, 'state', 'queued'],
      [2, 'state', 'running'],
      [3, 'progress', 'progress'],
      [4, 'preview', 'preview'],
      [5, 'state', 'done'],
    ])
  })

  it('goes on behind the last event that was had, and says when there are no more', async () => {
    const { id } = await submitted()
    solver.letGo()
    await inState(id, 'done')
    const all = events(await (await follow(id)).text())
    expect(events(await (await follow(id, 2)).text())).toEqual(all.slice(2))
    expect((await follow(id, all.length)).status).toBe(204)
  })

  it('gives whoever asks for the head alone the head, at once', async () => {
    const { id } = await submitted()
    const { status, headers } = await fetch(`${service.url}/v1/solves/${id}/events`, { method: 'HEAD' })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  })

  it('refuses a number that is none', async () => {
    const { id } = await submitted()
    const headers = { 'last-event-id': 'the last one' }
    expect((await service.call('GET', `/v1/solves/${id}/events`, { headers })).status).toBe(422)
  })
})

describe('a solve that goes wrong', () => {
  const failing = async (error: Error) => {
    solver = { ...solver, solve: () => Promise.reject(error) }
    const { id } = await submitted()
    return inState(id, 'failed')
  }

  it('for what the caller asked says so to the caller', async () => {
    const { problem } = await failing(new BadInput([{ pointer: '/solve/engine', detail: 'It is not here.' }]))
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/solve/engine' }] })
  })

  it('for an internal error says only that, and is logged', async () => {
    const failed = await failing(new Error('secret'))
    expect(failed.problem?.type).toBe('urn:problem-type:rota:our-fault')
    expect(JSON.stringify(failed)).not.toContain('secret')
    expect(service.faults.splice(0)).toMatchObject([{ message: 'secret' }])
  })
})
