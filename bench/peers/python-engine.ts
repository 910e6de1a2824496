/**
 * A Python peer as an engine. Uses one process for all levels, so that Python's start-up does not count as solving time. Like all peers, it
 * gets our programme, as an MPS file.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Answer, Engine, Limits } from '../../solver/engines/engine.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { toMps } from '../../solver/lp/mps.ts'
import { residuals } from '../../solver/lp/residuals.ts'

export type PythonPeer = 'highspy' | 'cp-sat'

export interface PythonEngine extends Engine {
  /** Processor seconds of all solves so far, without start-up. */
  readonly processor: () => number
  /** The largest violation of a bound, a row or integrality by any returned point. */
  readonly worstMiss: () => number
}

interface Told {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'none'
  readonly values?: readonly number[]
  /** Null if infinite. */
  readonly bound?: number | null
  readonly processor: number
}

/** Seconds after its limit at which an unresponsive peer is killed. */
const GRACE = 30

/** Resolves when the peer is ready. The caller closes it. */
export async function pythonEngine(peer: PythonPeer, python: string): Promise<PythonEngine> {
  const script = fileURLToPath(new URL('./solve.py', import.meta.url))
  const child = spawn(python, [script, peer], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async <T>() => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${peer} ended before it had answered`)
    return JSON.parse(value) as T
  }
  const { version } = await hear<{ version: string }>()
  let processor = 0
  let worst = 0
  const solve = async (lp: Lp, limits: Limits): Promise<Answer> => {
    const folder = await mkdtemp(join(tmpdir(), 'rota-bench-'))
    const limit = setTimeout(() => child.kill('SIGKILL'), 1000 * (limits.seconds + GRACE))
    try {
      const model = join(folder, 'model.mps')
      await writeFile(model, toMps(lp))
      const { seconds, relativeGap, absoluteGap, seed } = limits
      child.stdin.write(`${JSON.stringify({ model, seconds, relativeGap, absoluteGap, seed })}\n`)
      const told = await hear<Told>()
      processor += told.processor
      const answer = answerOf(lp, told)
      if ('point' in answer) worst = Math.max(worst, missOf(lp, answer.point))
      return answer
    } finally {
      clearTimeout(limit)
      await rm(folder, { recursive: true, force: true })
    }
  }
  const close = async () => {
    child.stdin.end()
    if (child.exitCode === null) await new Promise((resolve) => child.once('close', resolve))
  }
  return { name: peer, version, solve, close, processor: () => processor, worstMiss: () => worst }
}

function answerOf(lp: Lp, { status, values, bound }: Told): Answer {
  if (status === 'infeasible') return { status }
  if (status === 'none' || values === undefined) return { status: 'out-of-time' }
  const point = Float64Array.from(values)
  return { status, point, objective: residuals(lp, point).objective, bound: bound ?? Number.NEGATIVE_INFINITY }
}

function missOf(lp: Lp, point: Float64Array): number {
  const { bound, row, whole, broken } = residuals(lp, point)
  return broken ? Number.POSITIVE_INFINITY : Math.max(bound, row, whole)
}
