/** The run over England by the queue of a service, on the embedded database, with a solver that knows its answers. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Backend, openBackend } from '../../api/backend.ts'
import type { Solve } from '../../api/jobs/job.ts'
import { planByQueue } from '../../cli/england/plan-by-queue.ts'
import type { NetworkTask } from '../../cli/england/plan-network.ts'
import { sampleReport } from '../src/output/sample-report.ts'

const ODS = 'U49929'
const faults: unknown[] = []
const solved: string[] = []
let backend: Backend
let ending: 'optimal' | 'fault' | 'never' = 'optimal'

/** Solves at once, fails, or goes on until it is stopped. */
const solve: Solve = async (document, _, { stop }) => {
  solved.push((JSON.parse(document) as { network: { ods: string } }).network.ods)
  if (ending === 'fault') throw new Error('the thread fell over')
  while (ending === 'never' && stop !== undefined && Atomics.load(stop, 0) === 0)
    await new Promise((resolve) => setTimeout(resolve, 10))
  return { ...sampleReport(), status: ending === 'never' ? 'stopped' : 'optimal' }
}

beforeAll(async () => {
  const times = { beatEvery: 20, lookEvery: 20 }
  const log = (error: unknown) => void faults.push(error)
  backend = await openBackend({ home: { kind: 'memory' }, places: 1, solve, log, times })
}, 60_000)
beforeEach(() => {
  ending = 'optimal'
  solved.length = 0
  faults.length = 0
})
afterAll(() => backend.close())

const plan = (change: Partial<NetworkTask> = {}) => {
  const stop = change.stop ?? new Int32Array(new SharedArrayBuffer(4))
  const task = { ods: ODS, week: '2026-11-30', seed: 1, seconds: 5, stop, onProgress: () => {}, ...change }
  return planByQueue({ solves: backend.solves, lookEvery: 20 })(task)
}

it('gives a network to the queue and makes its line of the report that comes back', async () => {
  const line = await plan({ seed: 11 })
  expect(line).toMatchObject({ ods: ODS, status: 'optimal', week: '2026-11-30', seed: 11 })
  expect(line.practices).toBeGreaterThan(0)
  expect(line.agrees).toBe(sampleReport().audit.agrees)
  expect(solved).toEqual([ODS])
})

it('finds what an earlier run that was killed had put there, and has nothing solved twice', async () => {
  const [first, again] = [await plan(), await plan()]
  expect(again).toEqual(first)
  expect(solved).toHaveLength(1)
  await plan({ seed: 2 })
  expect(solved).toHaveLength(2)
})

it('has a failed network solved again by the next run', async () => {
  ending = 'fault'
  await expect(plan({ seed: 12 })).rejects.toThrow('its operation ended as failed')
  expect(faults).toHaveLength(1)
  ending = 'optimal'
  expect(await plan({ seed: 12 })).toMatchObject({ status: 'optimal' })
})

it('that is stopped stops what the worker has under way', async () => {
  ending = 'never'
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let looks = 0
  const onProgress = () => {
    looks += 1
    if (solved.length > 0) Atomics.store(stop, 0, 1)
  }
  expect(await plan({ seed: 13, stop, onProgress })).toMatchObject({ status: 'stopped' })
  expect(looks).toBeGreaterThan(0)
})
