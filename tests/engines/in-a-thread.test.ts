/** HiGHS holds its thread while it solves: so whoever waits sits in another one, watches, stops, and ends it by force. */
import type { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { spawnTs } from '../../solver/engines/spawn.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { PLAIN } from './cases/expected.ts'
import { marketSplit, sessionsAndUnmet } from './shapes.ts'
import type { SolvingMessage, SolvingTask } from './threads/solving.ts'

const SOLVING = new URL('./threads/solving.ts', import.meta.url)
/** No engine ends this within the time of these tests. */
const HARD = marketSplit(40, 5, true)

function start(task: SolvingTask): Worker {
  return spawnTs(SOLVING, task)
}

/** Everything the thread says, until `enough`. */
function hear(
  thread: Worker,
  enough: (message: SolvingMessage, all: readonly SolvingMessage[]) => boolean,
): Promise<SolvingMessage[]> {
  const all: SolvingMessage[] = []
  return new Promise((resolve, reject) => {
    thread.on('message', (message: SolvingMessage) => {
      all.push(message)
      if (enough(message, all)) resolve(all)
    })
    thread.once('error', reject)
  })
}

const count = (all: readonly SolvingMessage[], kind: SolvingMessage['kind']) =>
  all.filter((m) => m.kind === kind).length

test('progress and points come while the thread is busy, and the flag ends it with the best of them', async () => {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const thread = start({ lp: HARD, limits: { ...PLAIN, seconds: 60, stop } })
  let stopped = 0
  const all = await hear(thread, (message, sofar) => {
    if (stopped === 0 && count(sofar, 'progress') >= 3 && count(sofar, 'point') >= 1) {
      stopped = performance.now()
      Atomics.store(stop, 0, 1)
    }
    return message.kind === 'answer'
  })
  const seconds = (performance.now() - stopped) / 1000
  await thread.terminate()
  const last = all.at(-1)
  if (last?.kind !== 'answer' || last.answer.status !== 'feasible')
    throw new Error(`ended with ${JSON.stringify(last)}`)
  expect(seconds).toBeLessThan(3)
  const points = all.filter((m) => m.kind === 'point')
  for (const { point } of points) expect(holds(residuals(HARD, point))).toBe(true)
  expect(last.answer.objective).toBeLessThanOrEqual(points.at(-1)?.objective ?? -Infinity)
  const progress = all.filter((m) => m.kind === 'progress').map((m) => m.progress)
  for (const [k, { bound, best, seconds: at }] of progress.entries()) {
    expect(bound).toBeLessThanOrEqual(best)
    if (k > 0) expect(at - (progress[k - 1]?.seconds ?? 0)).toBeGreaterThanOrEqual(0.25)
  }
})

test('a thread that is ended by force in the middle of a solve leaves nothing behind that hinders the next', async () => {
  const busy = start({ lp: HARD, limits: { ...PLAIN, seconds: 60 } })
  await hear(busy, (message) => message.kind === 'progress')
  const began = performance.now()
  await busy.terminate()
  expect((performance.now() - began) / 1000).toBeLessThan(4)
  const next = start({ lp: sessionsAndUnmet(1), limits: PLAIN })
  const all = await hear(next, (message) => message.kind === 'answer')
  await next.terminate()
  expect(all.at(-1)).toMatchObject({ kind: 'answer', answer: { status: 'optimal', objective: 480 } })
})
