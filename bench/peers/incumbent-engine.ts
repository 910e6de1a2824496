/** CP-SAT as an engine that also reports its incumbents with their times; one process for all levels (cp_sat.py). */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Answer, Engine, Limits } from '../../solver/engines/engine.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { residuals } from '../../solver/lp/residuals.ts'

/** Values of the programme's integer columns (who works where); all others are 0. */
export interface Incumbent {
  /** Processor seconds of all solves until then. */
  readonly at: number
  readonly point: Float64Array
}

export interface IncumbentEngine extends Engine {
  /** Processor seconds of all solves so far, without building their models. */
  readonly processor: () => number
  /** Incumbents of all solves, in chronological order. */
  readonly incumbents: readonly Incumbent[]
}

interface Told {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'none'
  readonly values?: readonly number[]
  readonly bound?: number
  readonly processor: number
  readonly incumbents: readonly (readonly [number, readonly (readonly [number, number])[]])[]
}

/** Resolves when the peer is ready. The caller closes it. */
export async function incumbentEngine(python: string): Promise<IncumbentEngine> {
  const script = fileURLToPath(new URL('./cp_sat.py', import.meta.url))
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async <T>() => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error('CP-SAT ended before it had answered')
    return JSON.parse(value) as T
  }
  const { version } = await hear<{ version: string }>()
  const incumbents: Incumbent[] = []
  let processor = 0
  const solve = async (lp: Lp, { seconds, relativeGap, absoluteGap, seed }: Limits): Promise<Answer> => {
    const folder = await mkdtemp(join(tmpdir(), 'rota-bench-'))
    try {
      const model = join(folder, 'model.json')
      await writeFile(model, JSON.stringify(asArrays(lp)))
      child.stdin.write(`${JSON.stringify({ model, seconds, relativeGap, absoluteGap, seed })}\n`)
      const told = await hear<Told>()
      processor = told.processor
      for (const [at, entries] of told.incumbents) {
        const point = new Float64Array(lp.columns)
        for (const [column, value] of entries) point[column] = value
        incumbents.push({ at, point })
      }
      return answerOf(lp, told)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const close = async () => {
    child.stdin.end()
    if (child.exitCode === null) await new Promise((resolve) => child.once('close', resolve))
  }
  return { name: 'cp-sat', version, solve, close, processor: () => processor, incumbents }
}

/** Infinite bounds become null, since JSON has no infinity. */
function asArrays(lp: Lp) {
  return {
    rows: lp.rows,
    whole: Array.from(lp.whole, (whole) => whole === 1),
    ...{ lower: [...lp.lower], upper: [...lp.upper], cost: [...lp.cost] },
    ...{ rowLower: [...lp.rowLower], rowUpper: [...lp.rowUpper] },
    ...{ starts: [...lp.starts], indices: [...lp.indices], values: [...lp.values] },
  }
}

function answerOf(lp: Lp, { status, values, bound }: Told): Answer {
  if (status === 'infeasible') return { status }
  if (status === 'none' || values === undefined) return { status: 'out-of-time' }
  const point = Float64Array.from(values)
  return { status, point, objective: residuals(lp, point).objective, bound: bound ?? Number.NEGATIVE_INFINITY }
}
