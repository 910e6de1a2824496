/** Documents are read and judged beside the thread that answers calls, within limits, and nobody has every thread. */
import { afterEach, describe, expect, it } from 'vitest'
import { type Ask, type Desk, type DeskOptions, deskAtOnce, openDesk } from '../../api/desk/desk.ts'
import { makeTasks } from '../../api/desk/tasks.ts'
import { Refusal } from '../../api/problems.ts'
import { judgementOf, judgementWithoutCauses } from '../../solver/judge-given.ts'
import { ruleBook } from '../../solver/rules/index.ts'
import { smallDocument } from '../small-document.ts'
import { listen } from './listening.ts'

const desks: Desk[] = []
const faults: unknown[] = []
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()))
})

function open(other: Partial<DeskOptions> = {}): Desk {
  const log = (error: unknown) => void faults.push(error)
  const desk = openDesk({ places: 2, megabytes: 256, most: 3, log, ...other })
  desks.push(desk)
  return desk
}

const HELD = new URL('../threads/held-desk.ts', import.meta.url)

/** A desk that does as its input says. */
function held(other: Partial<DeskOptions> = {}) {
  const { ask } = open({ entry: HELD, ...other })
  return ask as unknown as (
    name: string,
    input: { gate?: Int32Array; act?: string; value?: unknown },
    options?: { who?: string; seconds?: number; signal?: AbortSignal },
  ) => Promise<unknown>
}

function aGate() {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const openGate = () => {
    Atomics.store(gate, 0, 1)
    Atomics.notify(gate, 0)
  }
  return { gate, open: openGate }
}

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const kindOf = (error: unknown) => (error instanceof Refusal ? error.kind : error)

describe('a thread of the desk', () => {
  it('says what would be said without one, of what is right and of what is wrong', async () => {
    const { ask } = open()
    const atOnce = deskAtOnce(
      makeTasks({ ruleBook: ruleBook(), judge: judgementOf, judgeWithoutCauses: judgementWithoutCauses }),
    ).ask
    const document = smallDocument()
    const rota = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
    const both = async (work: (ask: Ask) => Promise<unknown>) => {
      const [here, there] = await Promise.all([atOnce, ask].map((one) => work(one).catch((error) => error)))
      return [here, there]
    }
    for (const body of [bytes(document), bytes({ ...document, sites: 3 }), bytes('{'), Uint8Array.of(255)]) {
      const [here, there] = await both((one) => one('accept', { body }))
      expect(there).toEqual(here)
    }
    const [here, there] = await both((one) => one('judge', { body: bytes({ document, rota }) }))
    expect(JSON.parse(String(there))).toEqual(JSON.parse(String(here)))
  })

  it('that takes too long is ended, and another thread does the next task', async () => {
    const ask = held({ places: 1 })
    await expect(ask('any', { act: 'spin' }, { seconds: 0.05 })).rejects.toSatisfy((e) => kindOf(e) === 'too-heavy')
    expect(await ask('any', { act: 'answer', value: 1 })).toBe(1)
  })

  it('that takes too much memory is ended alone, and another thread does the next task', async () => {
    const ask = held({ places: 1, megabytes: 32 })
    await expect(ask('any', { act: 'fill' })).rejects.toSatisfy((error) => kindOf(error) === 'too-heavy')
    expect(await ask('any', { act: 'answer', value: 2 })).toBe(2)
  })

  it('that falls over is a fault of ours, is logged, and the next task is done by another', async () => {
    const ask = held({ places: 1 })
    await expect(ask('any', { act: 'throw' })).rejects.toThrow('a thread of the desk failed')
    expect(faults.splice(0)).toEqual([expect.objectContaining({ message: 'the thread fell over' })])
    expect(await ask('any', { act: 'answer', value: 3 })).toBe(3)
  })
})

describe('where many ask at once', () => {
  it('as many wait as may, and the next is asked to come back', async () => {
    const ask = held({ places: 1, most: 2 })
    const { gate, open: openGate } = aGate()
    const asked = [1, 2, 3].map((value) => ask('any', { gate, act: 'answer', value }))
    await expect(ask('any', { act: 'answer' })).rejects.toSatisfy((error) => kindOf(error) === 'busy')
    openGate()
    expect(await Promise.all(asked)).toEqual([1, 2, 3])
  })

  it('one caller leaves a thread to the others', async () => {
    const ask = held()
    const { gate, open: openGate } = aGate()
    const greedy = [1, 2].map((value) => ask('any', { gate, act: 'answer', value }, { who: 'greedy' }))
    expect(await ask('any', { act: 'answer', value: 'served' }, { who: 'other' })).toBe('served')
    openGate()
    expect(await Promise.all(greedy)).toEqual([1, 2])
  })

  it('what nobody waits for any more is not begun, and leaves its place to others', async () => {
    const ask = held({ places: 1, most: 1 })
    const { gate, open: openGate } = aGate()
    const first = ask('any', { gate, act: 'answer', value: 1 })
    const gone = new AbortController()
    const left = ask('any', { act: 'throw' }, { signal: gone.signal }).catch(kindOf)
    gone.abort()
    const next = ask('any', { act: 'answer', value: 2 })
    openGate()
    expect(await Promise.all([first, left, next])).toEqual([1, 'busy', 2])
    expect(faults).toEqual([])
  })

  it('whoever waits when the service ends is informed', async () => {
    const ask = held({ places: 1 })
    const { gate } = aGate()
    const asked = [1, 2].map((value) => ask('any', { gate, act: 'answer', value }).catch(kindOf))
    await desks.splice(0)[0]?.close()
    expect(await Promise.all(asked)).toEqual(['not-ready', 'not-ready'])
    expect(await ask('any', { act: 'answer' }).catch(kindOf)).toBe('not-ready')
  })
})

it('other calls are answered while a document is being read', async () => {
  const ask = held({ places: 1 })
  const { gate, open: openGate } = aGate()
  const reading: Ask = (async () => ask('any', { gate, act: 'answer', value: { read: true } })) as unknown as Ask
  const service = await listen({ ask: reading })
  const validated = service.post('/v1/validations', smallDocument())
  expect((await service.get('/healthz')).status).toBe(200)
  openGate()
  expect(await (await validated).json()).toEqual({ read: true })
  await service.close()
})
