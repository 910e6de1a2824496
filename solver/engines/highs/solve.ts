/**
 * One verified solve by HiGHS. Every point is checked, and claims that contradict what is known are rejected; the programme is then solved
 * again in a fresh model without presolve, which caused most of HiGHS's wrong answers.
 */
import { Defect } from '../../../src/errors.ts'
import { dualBound } from '../../lp/dual-bound.ts'
import { withKnownFixed, withWholeFixed } from '../../lp/edit.ts'
import { hasWhole, type Lp, relaxationOf } from '../../lp/lp.ts'
import type { Answer, Limits } from '../engine.ts'
import { type Settled, settle } from '../settle.ts'
import { Watch } from '../watch.ts'
import type { Run, RunEnd } from './run.ts'

/** Runs `lp` and never throws: a crash of HiGHS ends as `trouble`. */
export type Runner = (lp: Lp, run: Run, watch: Watch) => Promise<RunEnd>

export interface Runners {
  /** Runs on the model held open. */
  readonly warm: Runner
  /** Runs on a separate model, disposed of afterwards. */
  readonly fresh: Runner
}

/** Seconds for repairing a point after time has run out. */
const REPAIR_SECONDS = 2

/** Relative difference between an LP optimum and the bound from its own duals that counts as rounding. */
const PROVEN = 1e-4
/** Up to this difference, the optimum is accepted with the bound from its duals. */
const NEARLY_PROVEN = 1e-3

/** Share of the time for completing a partial start. */
const START_SHARE = 0.2

export async function solveChecked(lp: Lp, limits: Limits, runners: Runners): Promise<Answer> {
  const solve = new CheckedSolve(lp, limits, runners)
  const answer = await solve.answer()
  solve.watch.rethrow()
  return answer
}

class CheckedSolve {
  readonly watch: Watch
  readonly #lp: Lp
  readonly #limits: Limits
  readonly #runners: Runners
  readonly #mixed: boolean

  constructor(lp: Lp, limits: Limits, runners: Runners) {
    this.watch = new Watch(lp, limits)
    this.#lp = lp
    this.#limits = limits
    this.#runners = runners
    this.#mixed = hasWhole(lp)
  }

  async answer(): Promise<Answer> {
    await this.#begin()
    const began = this.watch.seconds()
    const first = await this.#first()
    const believed = await this.#believe(first)
    if (believed !== null) return believed
    if (this.#mixed && isOpen(first)) {
      const told = await this.#infeasibleOrUnbounded()
      if (told !== null) return told
    }
    // A second opinion on "infeasible" may take as long again as the first, not the rest of the time limit.
    const opinion = first.status === 'infeasible' ? 1 + 2 * (this.watch.seconds() - began) : Infinity
    const seconds = Math.min(this.watch.left(), opinion)
    const again = this.#run({ presolve: false, interior: false, start: null, seconds })
    const second = await this.#runners.fresh(this.#lp, again, this.watch)
    return (await this.#believe(second, true)) ?? (await this.#undecided(first, second))
  }

  /** By simplex; restarted with interior point if it stalls. */
  async #first(): Promise<RunEnd> {
    const { restartAfter, interior } = this.#limits
    const mayRestart = restartAfter !== undefined && interior !== true && !this.#mixed
    const end = await this.#runners.warm(this.#lp, this.#run(mayRestart ? { steps: restartAfter } : {}), this.watch)
    if (!mayRestart || end.status !== 'limit' || this.watch.left() === 0) return end
    return this.#runners.warm(this.#lp, this.#run({ interior: true }), this.watch)
  }

  #run(change: Partial<Run>): Run {
    const { relativeGap, absoluteGap, seed, interior, branching, nodes, steps, cutoff = Infinity } = this.#limits
    const start = this.watch.best?.point ?? null
    const always = { presolve: true, interior: interior === true, branching: branching === true, primal: false }
    const counted = { ...(nodes !== undefined && { nodes }), ...(steps !== undefined && { steps }) }
    const side = { main: true, patient: false, start, cutoff }
    return { relativeGap, absoluteGap, seed, seconds: this.watch.left(), ...counted, ...always, ...side, ...change }
  }

  /** Offers the start, completed if it is partial, so that no answer is worse than it. */
  async #begin(): Promise<void> {
    const { start } = this.#limits
    if (start === undefined) return
    if (start.length !== this.#lp.columns)
      throw new Defect(`The start has ${start.length} values, not ${this.#lp.columns}.`)
    if (this.watch.offer(start) || !this.#mixed) return
    // HiGHS could complete a start itself, but spends the whole time limit on it and then as much again.
    const rest = withKnownFixed(this.#lp, start)
    const asked = { relativeGap: Math.max(this.#limits.relativeGap, 0.01), start: null, main: false }
    const seconds = this.watch.left() * START_SHARE
    const end = await this.#runners.fresh(rest, this.#run({ ...asked, seconds }), this.watch)
    if (end.point !== undefined) await this.#settled(end.point)
  }

  /** The cleaned-up point; if rounding violates a row, the continuous columns are solved for again. Null if that fails. */
  async #settled(point: Float64Array): Promise<Settled | null> {
    const tidy = settle(this.#lp, point)
    if (tidy !== null || !this.#mixed) {
      if (tidy !== null) this.watch.offer(tidy.point)
      return tidy
    }
    const fixed = withWholeFixed(this.#lp, point)
    const seconds = Math.max(this.watch.left(), REPAIR_SECONDS)
    const side = { interior: false, main: false, patient: true, start: null, seconds }
    const end = await this.#runners.fresh(fixed, this.#run(side), this.watch)
    const repaired = end.point === undefined ? null : settle(this.#lp, end.point)
    if (repaired !== null) this.watch.offer(repaired.point)
    return repaired
  }

  /** Null if the outcome contradicts what is known. `last`: there will be no further opinion. */
  async #believe(end: RunEnd, last = false): Promise<Answer | null> {
    switch (end.status) {
      case 'optimal':
        return this.#believeOptimal(end)
      case 'limit':
        return this.#atTheLimit(end, last)
      case 'beyond':
        return { status: 'beyond' }
      case 'infeasible':
        return this.watch.best === null && (last || !this.#mixed) ? { status: 'infeasible' } : null
      case 'unbounded':
        return this.#mixed ? null : { status: 'unbounded' }
      case 'either':
      case 'trouble':
        return null
    }
  }

  async #believeOptimal(end: RunEnd): Promise<Answer | null> {
    const known = this.watch.best?.objective ?? Infinity
    const settled = end.point === undefined ? null : await this.#settled(end.point)
    if (settled === null) return null
    const { relativeGap, absoluteGap } = this.#limits
    const asked = this.#mixed ? Math.max(relativeGap * Math.abs(settled.objective), absoluteGap) : 0
    const noise = 1e-6 * (1 + Math.abs(settled.objective))
    // The gap must be met and the bound not exceed any known objective, so that no known point is better by more than the gap.
    if (end.bound > Math.min(known, settled.objective) + noise) return null
    if (settled.objective - end.bound > asked + noise) return null
    const proven = this.#mixed ? end.bound : this.#provenBy(end, settled)
    if (proven === null) return null
    const best = this.#mixed ? this.#better(settled) : settled
    const bound = Math.min(proven, best.objective)
    return { status: 'optimal', ...best, bound, ...pricesOf(end) }
  }

  /** An LP optimum carries its own proof, the duals. Returns the bound they prove; null if that falls short of the optimum. */
  #provenBy({ duals, bound }: RunEnd, { objective }: Settled): number | null {
    if (duals === undefined) return null
    const proven = dualBound(this.#lp, duals)
    const missed = (objective - proven) / (1 + Math.abs(objective))
    if (missed <= PROVEN) return bound
    return missed <= NEARLY_PROVEN ? proven : null
  }

  #better(settled: Settled): Settled {
    const best = this.watch.best
    return best !== null && best.objective < settled.objective ? best : settled
  }

  async #atTheLimit(end: RunEnd, last: boolean): Promise<Answer | null> {
    if (end.point !== undefined) await this.#settled(end.point)
    const best = this.watch.best
    // On the second run the first run has already made a false claim, so its bound is ignored.
    if (best === null) return last ? null : { status: 'out-of-time' }
    const proven = end.duals === undefined ? -Infinity : dualBound(this.#lp, end.duals)
    const heard = Math.max(end.bound, proven, last ? -Infinity : this.watch.bound)
    return { status: 'feasible', ...best, bound: Math.min(heard, best.objective) }
  }

  /** Two runs, neither of them acceptable. */
  async #undecided(first: RunEnd, second: RunEnd): Promise<Answer> {
    const best = this.watch.best
    if (best !== null) return { status: 'feasible', ...best, bound: -Infinity }
    if (first.status === 'infeasible') return { status: 'infeasible' }
    if (this.watch.left() === 0 || second.status === 'limit') return { status: 'out-of-time' }
    const ends = `${first.status}, then ${second.status}`
    throw new Defect(`HiGHS ended twice without a usable answer: ${ends}.`, { cause: second.cause ?? first.cause })
  }

  /** A MIP is unbounded if its relaxation is and it has a feasible point. That is checked without costs, when nothing is unbounded. */
  async #infeasibleOrUnbounded(): Promise<Answer | null> {
    const side = { presolve: false, interior: false, start: null, main: false }
    const loose = await this.#runners.fresh(relaxationOf(this.#lp), this.#run(side), this.watch)
    if (loose.status === 'infeasible') return { status: 'infeasible' }
    if (loose.status !== 'unbounded') return null
    if (this.watch.best !== null) return { status: 'unbounded' }
    const free = { ...this.#lp, cost: new Float64Array(this.#lp.columns) }
    const end = await this.#runners.fresh(free, this.#run(side), this.watch)
    if (end.point !== undefined && settle(this.#lp, end.point) !== null) return { status: 'unbounded' }
    return end.status === 'infeasible' ? { status: 'infeasible' } : null
  }
}

function isOpen(end: RunEnd): boolean {
  return end.status === 'either' || end.status === 'unbounded'
}

function pricesOf({ duals, reducedCosts }: RunEnd): { duals?: Float64Array; reducedCosts?: Float64Array } {
  return duals !== undefined && reducedCosts !== undefined ? { duals, reducedCosts } : {}
}
