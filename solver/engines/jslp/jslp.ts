/**
 * javascript-lp-solver: pure JavaScript, for small programmes and as a second opinion. Its results are not trusted: its thread is
 * terminated when time is up, points must be integral and feasible, and bounds come from duals that are checked here.
 */
import { BadInput, Defect } from '../../../src/errors.ts'
import { dualBound } from '../../lp/dual-bound.ts'
import { hasWhole, type Lp } from '../../lp/lp.ts'
import { admit } from '../admit.ts'
import type { Answer, Engine, Limits } from '../engine.ts'
import { packageVersion } from '../package-version.ts'
import { type Settled, settle } from '../settle.ts'
import { Watch } from '../watch.ts'
import type { JslpEnd } from './thread.ts'
import { JslpWorker } from './worker.ts'

export const JSLP_NAME = 'javascript-lp-solver'

/**
 * Most free columns, with and without integer ones among them. Measured: MIPs of 350 to 550 columns end in time with a point, at 760 the
 * library does not return; LPs of 1,600 take 0.3 s, at 2,100 some do not return.
 */
export const JSLP_COLUMNS = { mixed: 600, linear: 1500 } as const

export function jslpEngine(): Engine {
  const worker = new JslpWorker()
  return {
    name: JSLP_NAME,
    version: packageVersion(JSLP_NAME),
    solve: (lp, limits) => new JslpSolve(worker, lp, limits).answer(),
    close: () => worker.close(),
  }
}

class JslpSolve {
  readonly #worker: JslpWorker
  readonly #lp: Lp
  readonly #limits: Limits
  readonly #mixed: boolean

  constructor(worker: JslpWorker, lp: Lp, limits: Limits) {
    this.#worker = worker
    this.#lp = lp
    this.#limits = limits
    this.#mixed = hasWhole(lp)
  }

  async answer(): Promise<Answer> {
    const early = admit(this.#lp)
    if (early !== null) return early
    this.#refuseLarge()
    const { start, relativeGap, absoluteGap } = this.#limits
    const watch = new Watch(this.#lp, this.#limits)
    if (start !== undefined && start.length !== this.#lp.columns)
      throw new Defect(`The start has ${start.length} values, not ${this.#lp.columns}.`)
    // The library cannot start from a point, so an infeasible or partial start is ignored.
    if (start !== undefined) watch.offer(start)
    const relaxed = (duals: Float64Array) => watch.hear(dualBound(this.#lp, duals))
    const end = await this.#worker.ask(
      { lp: this.#lp, seconds: watch.left(), relativeGap, absoluteGap },
      watch,
      relaxed,
    )
    watch.rethrow()
    return this.#judged(end, watch)
  }

  #refuseLarge(): void {
    const most = this.#mixed ? JSLP_COLUMNS.mixed : JSLP_COLUMNS.linear
    const columns = this.#lp.lower.reduce((sum, lower, j) => sum + (lower < (this.#lp.upper[j] ?? 0) ? 1 : 0), 0)
    if (columns <= most) return
    const detail = `${JSLP_NAME} takes up to ${most} free columns; this programme has ${columns}.`
    throw new BadInput([{ pointer: '/solve/engine', detail, seen: JSLP_NAME, maybe: 'Ask for "auto" or "highs".' }])
  }

  #judged(end: JslpEnd | null, watch: Watch): Answer {
    const known = watch.best
    const found = end?.point === undefined ? null : settle(this.#lp, end.point)
    const best = found === null || (known !== null && known.objective < found.objective) ? known : found
    if (end?.status === 'unbounded') return { status: 'unbounded' }
    if (end?.status === 'point' && found !== null && best !== null) return this.#judgedPoint(end, best, watch)
    if (best !== null) return { status: 'feasible', ...best, bound: Math.min(watch.bound, best.objective) }
    return { status: end?.status === 'infeasible' ? 'infeasible' : 'out-of-time' }
  }

  #judgedPoint(end: JslpEnd, best: Settled, watch: Watch): Answer {
    const proven = Math.min(end.duals === undefined ? watch.bound : dualBound(this.#lp, end.duals), best.objective)
    const gap = best.objective - proven
    // The library rounds values to eight decimal places.
    const noise = 1e-6 * (1 + Math.abs(best.objective))
    if (!this.#mixed) {
      const status = gap <= noise ? 'optimal' : 'feasible'
      return { status, ...best, bound: proven, ...pricesOf(this.#lp, end) }
    }
    const { relativeGap, absoluteGap } = this.#limits
    const asked = Math.max(relativeGap * Math.abs(best.objective), absoluteGap)
    if (gap <= asked + noise) return { status: 'optimal', ...best, bound: proven }
    // The search was complete, so the point is optimal whatever the relaxation's bound.
    return end.finished
      ? { status: 'optimal', ...best, bound: best.objective }
      : { status: 'feasible', ...best, bound: proven }
  }
}

function pricesOf(lp: Lp, { duals }: JslpEnd): { duals?: Float64Array; reducedCosts?: Float64Array } {
  if (duals === undefined) return {}
  const reducedCosts = lp.cost.slice()
  for (let r = 0; r < lp.rows; r++) {
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      reducedCosts[j] = (reducedCosts[j] ?? 0) - (duals[r] ?? 0) * (lp.values[e] ?? 0)
    }
  }
  return { duals, reducedCosts }
}
