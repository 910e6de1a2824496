/** Runs javascript-lp-solver in a thread that can be terminated, since it has no time limit within an LP. */
import { parentPort } from 'node:worker_threads'
import { hasWhole, type Lp, relaxationOf } from '../../lp/lp.ts'
import { residuals } from '../../lp/residuals.ts'
import { type Found, run } from './run.ts'

export interface JslpTask {
  readonly id: number
  readonly lp: Lp
  readonly seconds: number
  readonly relativeGap: number
  readonly absoluteGap: number
}

/** For MIPs, `relaxed` comes first; `done` always comes last. `id` is the task's. */
export type JslpMessage =
  | { readonly id: number; readonly kind: 'relaxed'; readonly duals: Float64Array }
  | { readonly id: number; readonly kind: 'done'; readonly end: JslpEnd }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }

export interface JslpEnd {
  readonly status: 'point' | 'infeasible' | 'unbounded' | 'nothing'
  readonly point?: Float64Array
  readonly duals?: Float64Array
  /** True if the library says its search was complete; false if time or a gap ended it. */
  readonly finished: boolean
}

/** The library's share of the time limit, so that its best point comes back before the thread is terminated. */
const SHARE = 0.9

function solve(task: JslpTask, tell: (message: JslpMessage) => void): JslpEnd {
  const began = performance.now()
  const { lp } = task
  const loose = run(relaxationOf(lp), { whole: false, tolerance: 0 })
  if (!loose.feasible) return { status: 'infeasible', finished: true }
  if (!hasWhole(lp))
    return { status: loose.bounded ? 'point' : 'unbounded', point: loose.point, duals: loose.duals, finished: true }
  const left = () => SHARE * task.seconds - (performance.now() - began) / 1000
  if (!loose.bounded) return withoutEnd(lp, left())
  tell({ id: task.id, kind: 'relaxed', duals: loose.duals })
  return mixed(task, loose, left())
}

/** The relaxation is unbounded; so is the programme if it has any integer point. */
function withoutEnd(lp: Lp, seconds: number): JslpEnd {
  const { feasible, integral } = run(
    { ...lp, cost: new Float64Array(lp.columns) },
    { whole: true, tolerance: 0, seconds },
  )
  if (!feasible) return { status: 'infeasible', finished: true }
  return { status: integral ? 'unbounded' : 'nothing', finished: integral }
}

function mixed({ lp, relativeGap, absoluteGap }: JslpTask, loose: Found, seconds: number): JslpEnd {
  const best = residuals(lp, loose.point).objective
  // The library measures the gap from its own objective, without the offset and the columns' lower bounds.
  const own = best - residuals(lp, basePoint(lp)).objective
  const asked = Math.max(relativeGap * Math.abs(best), absoluteGap)
  const tolerance = own > 1e-9 ? asked / own : 0
  const began = performance.now()
  const { feasible, integral, point } = run(lp, { whole: true, tolerance, seconds })
  const inTime = (performance.now() - began) / 1000 < seconds
  if (!feasible) return inTime ? { status: 'infeasible', finished: true } : { status: 'nothing', finished: false }
  if (!integral) return { status: 'nothing', finished: false }
  const early = tolerance > 0 && residuals(lp, point).objective - best <= asked * 1.001 + 1e-9
  return { status: 'point', point, finished: inTime && !early }
}

/** The point at which all of the library's columns are zero. */
function basePoint(lp: Lp): Float64Array {
  return lp.lower.map((lower, j) => {
    const upper = lp.upper[j] ?? Infinity
    if (Number.isFinite(lower)) return lp.whole[j] === 1 ? Math.ceil(lower - 1e-9) : lower
    return Number.isFinite(upper) ? upper : 0
  })
}

parentPort?.on('message', (task: JslpTask) => {
  const tell = (message: JslpMessage) => parentPort?.postMessage(message)
  try {
    tell({ id: task.id, kind: 'done', end: solve(task, tell) })
  } catch (error) {
    tell({ id: task.id, kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
