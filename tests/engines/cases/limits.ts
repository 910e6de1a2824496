/** Time, gaps, starts, stops and seeds. */
import { Worker } from 'node:worker_threads'
import { expect } from 'vitest'
import { programme } from '../../../solver/lp/table.ts'
import type { Case } from '../every-engine.ts'
import { marketSplit, sessionsAndUnmet } from '../shapes.ts'
import { optimum, solved } from './expected.ts'

/** Takes any engine far longer than the limits below. */
const HARD = marketSplit(40, 5, true)
const HARD_WITHOUT_POINT = marketSplit(40, 5, false)

/** Engines end by their limit; what is allowed on top covers a busy machine, not a second solve. */
const SLACK_SECONDS = 3

async function timed<T>(work: Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const began = performance.now()
  const result = await work
  return { result, seconds: (performance.now() - began) / 1000 }
}

/** Sets the flag from another thread, since an engine may hold this one. */
function stopAfter(milliseconds: number): { readonly stop: Int32Array; readonly thread: Worker } {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const code = `const { workerData: { stop, ms } } = require('node:worker_threads'); setTimeout(() => Atomics.store(stop, 0, 1), ms)`
  return { stop, thread: new Worker(code, { eval: true, execArgv: [], workerData: { stop, ms: milliseconds } }) }
}

const START = sessionsAndUnmet(11)

export const limits: readonly Case[] = [
  {
    fact: 'the time limit holds, and a point found by then is not called optimal',
    async run(engine) {
      const { result, seconds } = await timed(solved(engine, HARD, { seconds: 0.6 }))
      expect(['feasible', 'out-of-time']).toContain(result.status)
      expect(seconds).toBeLessThan(0.6 + SLACK_SECONDS)
    },
  },
  {
    fact: 'the time limit without any point is out of time, not infeasible',
    async run(engine) {
      expect((await solved(engine, HARD_WITHOUT_POINT, { seconds: 0.6 })).status).toBe('out-of-time')
    },
  },
  {
    fact: 'no time at all is out of time',
    async run(engine) {
      expect((await solved(engine, HARD, { seconds: 0 })).status).toBe('out-of-time')
    },
  },
  {
    fact: 'no time at all with a start gives the start back, unproven',
    async run(engine) {
      const start = new Float64Array(HARD.columns)
      for (let r = 0; r < HARD.rows; r++) start[40 + 2 * r] = HARD.rowLower[r] ?? 0
      const answer = await solved(engine, HARD, { seconds: 0, start })
      expect(answer).toMatchObject({ status: 'feasible', point: start })
      if (answer.status === 'feasible') expect(answer.bound).toBeLessThanOrEqual(0)
    },
  },
  {
    fact: 'an answer is never worse than its start',
    async run(engine) {
      const first = await solved(engine, HARD, { seconds: 1 })
      if (!('point' in first)) return
      const second = await solved(engine, HARD, { seconds: 0.3, start: first.point })
      expect('objective' in second && second.objective <= first.objective + 1e-9).toBe(true)
    },
  },
  {
    fact: 'the stop flag ends a solve soon',
    async run(engine) {
      const { stop, thread } = stopAfter(300)
      const { result, seconds } = await timed(solved(engine, HARD, { seconds: 30, stop }))
      await thread.terminate()
      expect(['feasible', 'out-of-time']).toContain(result.status)
      expect(seconds).toBeLessThan(0.3 + SLACK_SECONDS)
    },
  },
  {
    fact: 'a flag that is up from the beginning ends the solve at once',
    async run(engine) {
      const { result, seconds } = await timed(solved(engine, HARD, { seconds: 30, stop: Int32Array.of(1) }))
      expect(['feasible', 'out-of-time']).toContain(result.status)
      expect(seconds).toBeLessThan(SLACK_SECONDS)
    },
  },
  {
    fact: 'an asked gap is kept, and told by the bound',
    async run(engine) {
      for (let seed = 1; seed <= 8; seed++) {
        const lp = sessionsAndUnmet(seed)
        const exact = await optimum(engine, lp)
        const loose = await optimum(engine, lp, { relativeGap: 0.1 })
        expect(loose.bound).toBeLessThanOrEqual(exact.objective + 1e-6)
        expect(loose.objective - loose.bound).toBeLessThanOrEqual(0.1 * Math.abs(loose.objective) + 1e-6)
      }
    },
  },
  ...[
    'the optimum',
    'half of the optimum',
    'a bad point',
    'values out of bounds',
    'a point that does not fit',
    'fractions',
    'nothing',
  ].map(
    (what): Case => ({
      fact: `a start changes no optimum: ${what}`,
      async run(engine) {
        const exact = await optimum(engine, START)
        const start = startOf(what, exact.point)
        const again = await optimum(engine, START, { start })
        expect(again.objective).toBeCloseTo(exact.objective, 6)
      },
    }),
  ),
  {
    fact: 'the same seed gives the same point',
    async run(engine) {
      const columns = Array.from({ length: 15 }, (_, j) => ({ cost: 1 + (j % 3), upper: 1, whole: true }))
      const rows = [0, 1, 2, 3, 4].map((r) => ({ of: columns.map((_, j) => 1 + ((j * (r + 2)) % 4)), atLeast: 9 + r }))
      const lp = programme({ columns, rows })
      const first = await optimum(engine, lp, { seed: 7 })
      const second = await optimum(engine, lp, { seed: 7 })
      expect([...second.point]).toEqual([...first.point])
    },
  },
  {
    fact: 'the programme is left as it was',
    async run(engine) {
      const before = structuredClone(START)
      await optimum(engine, START, { start: new Float64Array(START.columns) })
      expect(START).toEqual(before)
    },
  },
]

function startOf(what: string, best: Float64Array): Float64Array {
  switch (what) {
    case 'the optimum':
      return best.slice()
    case 'half of the optimum':
      return best.map((x, j) => (j % 2 === 0 ? x : Number.NaN))
    case 'a bad point':
      return best.map((_, j) => (START.whole[j] === 1 ? 0 : 60))
    case 'values out of bounds':
      return best.map(() => -3)
    case 'a point that does not fit':
      return best.map((_, j) => START.upper[j] ?? 0)
    case 'fractions':
      return best.map(() => 0.5)
    default:
      return best.map(() => Number.NaN)
  }
}
