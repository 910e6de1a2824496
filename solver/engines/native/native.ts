/** A command-line solver (HiGHS or CBC) in a separate process: writes an MPS file, reads a solution file, and checks every answer. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BadInput, Defect } from '../../../src/errors.ts'
import { dualBound } from '../../lp/dual-bound.ts'
import { hasWhole, type Lp } from '../../lp/lp.ts'
import { toMps } from '../../lp/mps.ts'
import { admit } from '../admit.ts'
import type { Answer, Engine, Limits } from '../engine.ts'
import { Watch } from '../watch.ts'
import * as native from './solvers.ts'

const LOOK_EVERY_MS = 50
/** Grace period in seconds: after its own limit plus this, the program gets SIGTERM; after as much again it is killed. */
const GRACE_SECONDS = 0.5

/** Throws a BadInput if no program is found. `solver`: use this program instead of the first on the search path. */
export function nativeEngine(solver: native.NativeSolver | null = native.findNative()): Engine {
  if (solver === null) {
    const detail = 'There is no program "highs" or "cbc" on the search path of this machine.'
    throw new BadInput([
      { pointer: '/solve/engine', detail, seen: 'highs-native', maybe: 'Install one, or ask for "auto".' },
    ])
  }
  return {
    name: `${solver.kind}-native`,
    version: native.versionOf(solver),
    solve: (lp, limits) => new NativeSolve(solver, lp, limits).answer(),
  }
}

class NativeSolve {
  readonly #solver: native.NativeSolver
  readonly #lp: Lp
  readonly #limits: Limits
  readonly #watch: Watch
  /** CBC's log shows a bound with three decimal places; costs are scaled up to make these significant. */
  readonly #scale: number

  constructor(solver: native.NativeSolver, lp: Lp, limits: Limits) {
    this.#solver = solver
    this.#lp = lp
    this.#limits = limits
    this.#watch = new Watch(lp, limits)
    const largest = lp.cost.reduce((most, c) => Math.max(most, Math.abs(c)), 0)
    this.#scale = solver.kind === 'cbc' && largest > 0 ? 1000 / largest : 1
  }

  async answer(): Promise<Answer> {
    const early = admit(this.#lp)
    if (early !== null) return early
    const { start } = this.#limits
    if (start !== undefined && start.length !== this.#lp.columns)
      throw new Defect(`The start has ${start.length} values, not ${this.#lp.columns}.`)
    if (start !== undefined) this.#watch.offer(start)
    const end = await this.#run(this.#scaled())
    this.#watch.rethrow()
    return end === null ? this.#atTheLimit(-Infinity) : this.#judged(end)
  }

  async #judged(end: native.NativeEnd): Promise<Answer> {
    const bound = end.bound / this.#scale
    if (end.point !== null && !this.#watch.offer(this.#clipped(end.point))) {
      throw new Defect(`${this.#solver.kind} wrote a point that does not keep its programme.`)
    }
    switch (end.status) {
      case 'optimal':
        return this.#optimal(end, bound)
      case 'limit':
        return this.#atTheLimit(bound)
      case 'infeasible':
      case 'either':
      case 'unbounded':
        return this.#withoutCosts()
      case 'trouble':
        if (this.#watch.left() === 0 || this.#watch.best !== null) return this.#atTheLimit(-Infinity)
        throw new Defect(`${this.#solver.kind} ended with "${end.verdict}".`)
    }
  }

  #optimal(end: native.NativeEnd, told: number): Answer {
    const best = this.#watch.best
    if (best === null || end.point === null) throw new Defect(`${this.#solver.kind} wrote no point for its optimum.`)
    if (hasWhole(this.#lp)) return { status: 'optimal', ...best, bound: Math.min(told, best.objective) }
    // The eight digits of a solution file are enough for the point; the bound comes from the duals or the solver's own claim.
    const proven = end.duals === null ? best.objective : dualBound(this.#lp, end.duals)
    return {
      status: 'optimal',
      ...best,
      bound: Math.min(proven, best.objective),
      ...(end.duals === null ? {} : { duals: end.duals }),
    }
  }

  #atTheLimit(told: number): Answer {
    const best = this.#watch.best
    return best === null
      ? { status: 'out-of-time' }
      : { status: 'feasible', ...best, bound: Math.min(told, best.objective) }
  }

  /** Solvers mix up "infeasible" and "unbounded". Without costs only the former is possible. */
  async #withoutCosts(): Promise<Answer> {
    const end = await this.#run({ ...this.#lp, cost: new Float64Array(this.#lp.columns), offset: 0 })
    if (end?.status === 'infeasible')
      return this.#watch.best === null ? { status: 'infeasible' } : this.#atTheLimit(-Infinity)
    return end?.status === 'optimal' ? { status: 'unbounded' } : this.#atTheLimit(-Infinity)
  }

  #scaled(): Lp {
    return { ...this.#lp, cost: this.#lp.cost.map((c) => c * this.#scale), offset: this.#lp.offset * this.#scale }
  }

  /** Values have eight digits, so a large one may exceed its bound by that rounding. */
  #clipped(point: Float64Array): Float64Array {
    return point.map((x, j) => {
      const near = 1e-6 * Math.max(1, Math.abs(x))
      const [lower, upper] = [this.#lp.lower[j] ?? x, this.#lp.upper[j] ?? x]
      if (x < lower && lower - x <= near) return lower
      return x > upper && x - upper <= near ? upper : x
    })
  }

  /** Null if the program was ended before it had written anything. */
  async #run(lp: Lp): Promise<native.NativeEnd | null> {
    const seconds = this.#watch.left()
    if (seconds === 0) return null
    const folder = await mkdtemp(join(tmpdir(), 'rota-'))
    try {
      const files = {
        model: join(folder, 'model.mps'),
        options: join(folder, 'options'),
        start: join(folder, 'start'),
        solution: join(folder, 'solution'),
      }
      const { relativeGap, seed } = this.#limits
      const interior = this.#limits.interior === true && !hasWhole(lp)
      const start = hasWhole(lp) ? (this.#watch.best?.point ?? null) : null
      const absoluteGap = this.#limits.absoluteGap * this.#scale
      const ask = { seconds, relativeGap, absoluteGap, seed, interior, started: start !== null }
      if (start !== null) await writeFile(files.start, native.startOf(this.#solver, lp, start))
      await writeFile(files.model, toMps(lp))
      await writeFile(files.options, native.optionsOf(files, ask))
      const log = await this.#drive(native.argumentsOf(this.#solver, files, ask), seconds)
      const solution = await readFile(files.solution, 'utf8').catch(() => null)
      if (solution === null && this.#ended(seconds)) return null
      if (solution === null)
        throw new Defect(`${this.#solver.kind} wrote no solution file. It said: ${log.slice(-400)}`)
      return native.understand(this.#solver, lp, { solution, log })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  #ended(seconds: number): boolean {
    return this.#watch.left() === 0 || this.#watch.over() || this.#watch.seconds() >= seconds
  }

  /** Resolves with the program's output, however it ended. */
  #drive(args: readonly string[], seconds: number): Promise<string> {
    const began = this.#watch.seconds()
    return new Promise((resolve, reject) => {
      const child = spawn(this.#solver.file, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, LC_ALL: 'C' },
      })
      let log = ''
      let asked = Infinity
      const looking = setInterval(() => {
        const now = this.#watch.seconds()
        const late = now - began > seconds + GRACE_SECONDS
        if (asked === Infinity && (this.#watch.over() || this.#watch.stopped() || late)) {
          asked = now
          child.kill('SIGINT')
        }
        if (now - asked > GRACE_SECONDS) child.kill('SIGKILL')
      }, LOOK_EVERY_MS)
      const hear = (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-100_000)
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('error', (cause) => {
        clearInterval(looking)
        reject(new Defect(`${this.#solver.file} could not be started.`, { cause }))
      })
      child.on('close', () => {
        clearInterval(looking)
        resolve(log)
      })
    })
  }
}
