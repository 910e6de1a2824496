/** Level by level: solve, freeze what was won, go on. No weights between levels, no giant constants. */
import type { Level } from '../src/breach.ts'
import type { Answer, Engine } from './engines/engine.ts'
import type { Lp } from './lp/lp.ts'
import type { Watch } from './outcome.ts'
import type { LevelCosts, Model } from './relax.ts'

/** By how much a frozen level may be worse than what was won: the rounding of engines, relative above 1. */
export const FREEZE_TOLERANCE = 1e-6

/** What was won and what was proven for one level. */
export interface Stage {
  readonly level: Level
  readonly value: number
  /** No rota that keeps the levels before is below this. */
  readonly bound: number
  readonly seconds: number
  /** True where the engine said that its gaps are kept. */
  readonly proven: boolean
}

export type Staged =
  | { readonly kind: 'point'; readonly point: Float64Array; readonly stages: readonly Stage[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-point' }

export interface Staging {
  readonly model: Model
  readonly engine: Engine
  /** Wall seconds left for all levels, read anew before each. */
  readonly remaining: () => number
  readonly gap: number
  readonly seed: number
  /** Least denominator of each level's gap. */
  readonly floors: ReadonlyMap<Level, number>
  readonly start: Float64Array | undefined
  readonly watch: Watch
  readonly elapsed: () => number
}

/** Of the time that is left, what a level may take; later levels take what earlier ones leave. */
const SHARE: Readonly<Record<Level, number>> = { never: 0.5, safety: 0.35, urgent: 0.45, service: 0.55, wellbeing: 0.6, cost: 0.6, wish: 0.9 }

export async function solveLevels(staging: Staging): Promise<Staged> {
  const { model } = staging
  const frozen = new Frozen(model.lp)
  const stages: Stage[] = []
  let point: Float64Array | undefined = staging.start
  const levels = model.levels.length > 0 ? model.levels : [{ level: 'never' as const, columns: [], costs: [] }]
  for (const costs of levels) {
    const began = staging.elapsed()
    const known = point === undefined ? undefined : valueOf(costs, point)
    const answer = known !== undefined && known <= FREEZE_TOLERANCE ? undefined : await ask(staging, frozen, costs, point)
    if (answer?.status === 'infeasible' && point === undefined) return { kind: 'impossible' }
    const found = answer !== undefined && 'point' in answer ? answer : undefined
    if (found !== undefined && (known === undefined || valueOf(costs, found.point) < known)) point = found.point
    if (point === undefined) return { kind: 'no-point' }
    const value = valueOf(costs, point)
    const bound = answer === undefined ? value : Math.min(value, Math.max(0, found?.bound ?? 0))
    stages.push({ level: costs.level, value, bound, seconds: staging.elapsed() - began, proven: answer === undefined || answer.status === 'optimal' })
    frozen.freeze(costs, value)
  }
  return point === undefined ? { kind: 'no-point' } : { kind: 'point', point, stages: stages.filter((s) => s.level !== 'never') }
}

async function ask(staging: Staging, frozen: Frozen, costs: LevelCosts, start: Float64Array | undefined): Promise<Answer> {
  const floor = staging.floors.get(costs.level) ?? 1
  const { onProgress, stop } = staging.watch
  return staging.engine.solve(frozen.withCosts(costs), {
    seconds: Math.max(0.05, staging.remaining() * SHARE[costs.level]),
    relativeGap: staging.gap,
    absoluteGap: staging.gap * floor,
    seed: staging.seed,
    ...(start === undefined ? {} : { start }),
    ...(stop === undefined ? {} : { stop }),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: ({ bound, best }) => {
            const gap = (best - bound) / Math.max(Math.abs(best), floor)
            const known = Number.isFinite(best)
            onProgress({ stage: costs.level, level: costs.level, bound, best: known ? best : null, gap: known ? gap : null, seconds: staging.elapsed() })
          },
        }),
  })
}

export function valueOf(costs: LevelCosts, point: Float64Array): number {
  return costs.columns.reduce((sum, j, k) => sum + (costs.costs[k] ?? 0) * (point[j] ?? 0), 0)
}

/** The programme with the levels won so far held fast. */
export class Frozen {
  readonly #base: Lp
  readonly #upper: Float64Array
  readonly #rows: { readonly costs: LevelCosts; readonly most: number }[] = []

  constructor(lp: Lp) {
    this.#base = lp
    this.#upper = Float64Array.from(lp.upper)
  }

  /**
   * Costs and columns are never negative: a level won at 0 holds each of its columns at 0, which is far sparser than one
   * row over all of them. Otherwise the level becomes a row.
   */
  freeze(costs: LevelCosts, value: number): void {
    if (value > FREEZE_TOLERANCE) {
      this.#rows.push({ costs, most: value + FREEZE_TOLERANCE * Math.max(1, value) })
      return
    }
    costs.columns.forEach((j, k) => {
      if ((costs.costs[k] ?? 0) > 0) this.#upper[j] = Math.max(this.#base.lower[j] ?? 0, 0)
    })
  }

  withCosts(costs: LevelCosts): Lp {
    const cost = new Float64Array(this.#base.columns)
    costs.columns.forEach((j, k) => {
      cost[j] = costs.costs[k] ?? 0
    })
    const extra = this.#rows.map(({ costs: c, most }) => ({ indices: c.columns, values: c.costs, most }))
    const { starts, indices, values, rowLower, rowUpper, rows } = this.#base
    const ends = extra.map((_, k) => (starts[rows] ?? 0) + extra.slice(0, k + 1).reduce((n, e) => n + e.indices.length, 0))
    return {
      ...this.#base,
      cost,
      upper: Float64Array.from(this.#upper),
      rows: rows + extra.length,
      rowLower: Float64Array.from([...rowLower, ...extra.map(() => Number.NEGATIVE_INFINITY)]),
      rowUpper: Float64Array.from([...rowUpper, ...extra.map((e) => e.most)]),
      starts: Int32Array.from([...starts, ...ends]),
      indices: Int32Array.from([...indices, ...extra.flatMap((e) => [...e.indices])]),
      values: Float64Array.from([...values, ...extra.flatMap((e) => [...e.values])]),
    }
  }
}
