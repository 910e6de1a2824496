/** Long questions as operations: asked, followed, stopped, answered at once where somebody waits, and gone with a person. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anyQuestion, operationsResponse } from '../../api/contract/operations.ts'
import { erasedResponse, personResponse } from '../../api/contract/weeks.ts'
import type { Answer } from '../../api/jobs/job.ts'
import { BadInput, Stopped } from '../../src/errors.ts'
import { smallDocument } from '../small-document.ts'
import { REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

const RESULT = { points: [], document: smallDocument() }

/** Answers once it is let go; tells how far it is. */
let release: () => void
let answer: Answer
let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(async () => REPORT, {
    answer: (...asked) => answer(...asked),
    times: { most: 2 },
  })
})
beforeEach(() => {
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  answer = async (_, { onProgress, stop }) => {
    onProgress?.({ doing: 'Planning with 2 changes', step: 1, of: null, seconds: 0.5 })
    await Promise.race([released, stopped(stop)])
    return JSON.stringify(RESULT)
  }
})
afterEach(async () => {
  release()
  await until(
    async () => (await service.call('GET', '/readyz')).json(),
    (ready) => JSON.stringify(ready) === JSON.stringify({ status: 'ready', queued: 0, running: 0 }),
  )
  expect(service.faults.splice(0)).toEqual([])
})
afterAll(() => service.close())

async function stopped(stop: Int32Array | undefined): Promise<void> {
  await until(
    () => stop !== undefined && Atomics.load(stop, 0),
    (set) => set === 1,
  )
}

const DOCUMENT = smallDocument()
const ROTA = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]

function ask(path: string, body: unknown, headers: Record<string, string> = {}) {
  const type = { 'content-type': 'application/json' }
  return service.call('POST', path, { headers: { ...type, ...headers }, body: JSON.stringify(body) })
}
const replan = (more: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  ask('/v1/replans', { document: DOCUMENT, rota: ROTA, now: '2026-11-29', ...more }, headers)

const read = async (response: Response) => anyQuestion.parse(await response.json())
const operation = async (id: string) => read(await service.call('GET', `/v1/operations/${id}`))
const inState = (id: string, state: string) =>
  until(
    () => operation(id),
    (one) => one.state === state,
  )

describe('a long question', () => {
  it('is an operation at once, says in words how far it is, and has its answer in the end', async () => {
    const response = await replan()
    expect(response.status).toBe(202)
    const { id, state, kind } = await read(response)
    expect(response.headers.get('location')).toBe(`/v1/operations/${id}`)
    expect([kind, ['queued', 'running']]).toEqual(['replan', expect.arrayContaining([state])])
    const running = await until(
      () => operation(id),
      (one) => one.progress !== undefined,
    )
    expect(running).toMatchObject({ state: 'running', progress: { doing: 'Planning with 2 changes', of: null } })
    release()
    expect(await inState(id, 'done')).toMatchObject({ network: 'U99999', weekFrom: '2026-11-30', result: RESULT })
    const events = await (await service.call('GET', `/v1/operations/${id}/events`)).text()
    const names = [...events.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name)
    expect(names).toEqual(['state', 'state', 'progress', 'state'])
    const after = { headers: { 'last-event-id': '4' } }
    expect((await service.call('GET', `/v1/operations/${id}/events`, after)).status).toBe(204)
  })

  it('is no solve: neither its address nor the list of solves has it, nor the other way round', async () => {
    release()
    const { id } = await read(await replan())
    await inState(id, 'done')
    const solve = (await (await service.submit(DOCUMENT)).json()) as { id: string }
    expect((await service.call('GET', `/v1/solves/${id}`)).status).toBe(404)
    expect((await service.call('DELETE', `/v1/solves/${id}`)).status).toBe(404)
    expect((await service.call('GET', `/v1/operations/${solve.id}`)).status).toBe(404)
    const solves = (await (await service.call('GET', '/v1/solves')).json()) as { operations: { id: string }[] }
    expect(solves.operations.map((one) => one.id)).not.toContain(id)
    const list = async (query: string) =>
      operationsResponse.parse(await (await service.call('GET', `/v1/operations${query}`)).json()).operations
    expect((await list('?kind=replan&limit=1')).map((one) => one.id)).toEqual([id])
    expect(await list('?kind=mix')).toEqual([])
    expect((await list('?network=U99999')).map((one) => one.id)).not.toContain(solve.id)
  })

  it('that is stopped ends without an answer, and one that waits is cancelled', async () => {
    const [first, second] = [await read(await replan()), await read(await replan({ moves: 1 }))]
    await inState(first.id, 'running')
    const cancelled = await service.call('DELETE', `/v1/operations/${second.id}`)
    expect([cancelled.status, (await read(cancelled)).state]).toEqual([200, 'stopped'])
    answer = () => Promise.reject(new Error('nobody is left'))
    expect((await service.call('DELETE', `/v1/operations/${first.id}`)).status).toBe(202)
    const ended = await until(
      () => operation(first.id),
      (one) => one.state !== 'running',
    )
    expect(ended.stopRequested).toBe(true)
  })

  it('that is stopped keeps what it has found', async () => {
    answer = async (_, { stop }) => {
      await stopped(stop)
      throw new Stopped('stopped', JSON.stringify(RESULT))
    }
    const { id } = await read(await replan({ curve: true }))
    await inState(id, 'running')
    expect((await service.call('DELETE', `/v1/operations/${id}`)).status).toBe(202)
    expect(await inState(id, 'stopped')).toMatchObject({ state: 'stopped', result: RESULT })
  })

  it('is answered with 200 and the answer itself where somebody waits for it, and with 202 if it takes longer', async () => {
    const late = await replan({}, { prefer: 'respond-async, wait=0' })
    expect([late.status, late.headers.get('preference-applied')]).toEqual([202, null])
    release()
    const inTime = await replan({ moves: 3 }, { prefer: 'wait=30' })
    expect([inTime.status, inTime.headers.get('preference-applied')]).toEqual([200, 'wait=30'])
    expect(await inTime.json()).toEqual(RESULT)
    const { id } = await read(await replan({ moves: 4 }, { prefer: 'handling=lenient' }))
    await inState(id, 'done')
  })

  it('that cannot be answered has failed with the reason, which is the response if somebody waits', async () => {
    answer = () => Promise.reject(new BadInput([{ pointer: '/document', detail: 'It is impossible.' }]))
    const refused = await replan({}, { prefer: 'wait=30' })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/document', detail: 'It is impossible.' }] })
    const { id } = await read(await replan())
    expect(await inState(id, 'failed')).toMatchObject({ problem: { status: 422 } })
  })

  it('asked again with the same key is the same operation, and with another body it is refused', async () => {
    const key = { 'idempotency-key': 'monday' }
    const [one, same] = [await read(await replan({}, key)), await read(await replan({}, key))]
    expect(same.id).toBe(one.id)
    expect((await replan({ moves: 2 }, key)).status).toBe(422)
  })

  it('is refused at the door with all that is wrong, and where too many wait', async () => {
    const wrong = await replan({ moves: -1, curve: 'yes', now: 7 })
    expect(wrong.status).toBe(422)
    const { errors } = (await wrong.json()) as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/now', '/moves', '/curve'])
    const { id } = await read(await replan())
    await inState(id, 'running')
    for (const moves of [1, 2]) expect((await replan({ moves })).status).toBe(202)
    const full = await replan({ moves: 3 })
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '30'])
  })
})

describe('a mix', () => {
  it('of a small week is answered at once, and stored nowhere; the best posts for a sum are an operation', async () => {
    const atOnce = await ask('/v1/mixes', { document: DOCUMENT })
    expect([atOnce.status, atOnce.headers.get('location')]).toEqual([200, null])
    const long = await ask('/v1/mixes', { document: DOCUMENT, extra: 50_000 })
    expect([long.status, (await read(long)).kind]).toEqual([202, 'mix'])
    answer = async () => JSON.stringify(await atOnce.json())
  })
})

describe('a person who is erased', () => {
  const ods = 'U10077'
  const document = smallDocument({ network: { ods, name: 'Alder and Birch' } })
  const address = `/v1/networks/${ods}/people/g1`

  it('is found in what was asked and answered, and is gone from both', async () => {
    const { id } = await read(await ask('/v1/replans', { document, rota: ROTA, now: '2026-11-29' }))
    await inState(id, 'running')
    const early = await service.call('DELETE', address)
    expect(early.status).toBe(409)
    expect(await early.json()).toMatchObject({ errors: [{ seen: id, maybe: `/v1/operations/${id}` }] })
    release()
    await inState(id, 'done')
    const told = personResponse.parse(await (await service.call('GET', address)).json())
    const [about] = told.operations
    expect([about?.id, about?.kind]).toEqual([id, 'replan'])
    expect(about?.elsewhere).toContainEqual({ pointer: '/request/rota/0', value: ROTA[0] })
    const erased = erasedResponse.parse(await (await service.call('DELETE', address)).json())
    expect(erased).toMatchObject({ documents: 1, operations: 1 })
    expect((await service.call('GET', `/v1/operations/${id}`)).status).toBe(404)
  })
})
