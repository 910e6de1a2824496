/** Lexicographic optimisation: win a level, freeze it, go to the next. No weights between levels, no big-M costs. */
import type { Level } from '../../src/breach.ts'
import type { Lp } from '../lp/lp.ts'
import type { LevelCosts, Model } from '../model/elastic.ts'
import { endOf, improveLevel, type LevelWon, winFromNothing } from './improve-level.ts'
import type { Search } from './search.ts'
import { FREEZE_TOLERANCE, heldAt, levelValue } from './tolerances.ts'

/** The won value and proven bound of one level. */
export interface LevelResult {
  readonly level: Level
  readonly value: number
  /** No rota that keeps the earlier levels is below this. */
  readonly bound: number
  /** The most that it may be while later levels are won. */
  readonly cap: number
  readonly seconds: number
}

export type LevelsWon =
  | { readonly kind: 'point'; readonly point: Float64Array; readonly results: readonly LevelResult[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-point' }

/** `model` includes its cuts. `start` is a known rota, if there is one. */
export async function solveLevels(model: Model, search: Search, start: Float64Array | undefined): Promise<LevelsWon> {
  const { asked, incumbent, time } = search
  const frozen = new Frozen(model.lp)
  const results: LevelResult[] = []
  const caps: number[] = []
  let point = start
  const levels = model.levels.length > 0 ? model.levels : [{ level: 'never' as const, columns: [], costs: [] }]
  for (const [rank, costs] of levels.entries()) {
    const began = time.elapsed()
    incumbent.begin(costs)
    const task = {
      ...{
        search,
        costs,
        caps,
        until: endOf(costs.level, time),
        later: levels.slice(rank + 1),
        columns: model.lp.columns,
      },
      lp: once(() => frozen.withCosts(costs)),
    }
    const won: LevelWon = await (point === undefined ? winFromNothing(task) : improveLevel(task, point))
    if (won.kind !== 'won') return won
    point = won.point
    incumbent.won(point)
    incumbent.proven(costs.level, won.bound)
    const value = levelValue(costs, point)
    const cap = heldAt(asked, costs.level, value, won.bound)
    results.push({ level: costs.level, value, bound: Math.min(value, won.bound), cap, seconds: time.elapsed() - began })
    caps.push(cap)
    frozen.freeze(costs, cap)
  }
  return point === undefined
    ? { kind: 'no-point' }
    : { kind: 'point', point, results: results.filter((s) => s.level !== 'never') }
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** The programme with the levels won so far frozen. */
export class Frozen {
  readonly #base: Lp
  readonly #upper: Float64Array
  readonly #tolerance: number
  readonly #rows: { readonly costs: LevelCosts; readonly most: number }[] = []

  constructor(lp: Lp, tolerance: number = FREEZE_TOLERANCE) {
    this.#base = lp
    this.#tolerance = tolerance
    this.#upper = Float64Array.from(lp.upper)
  }

  /**
   * Costs and columns are never negative, so a level won at 0 (apart from what is already decided) has each of its columns fixed at 0. That
   * is far sparser than the one row over all of them that other levels get.
   */
  freeze(costs: LevelCosts, value: number): void {
    const { settled = 0 } = costs
    if (value - settled > FREEZE_TOLERANCE) {
      this.#rows.push({ costs, most: value + this.#tolerance * Math.max(1, value) - settled })
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
    const ends = extra.map(
      (_, k) => (starts[rows] ?? 0) + extra.slice(0, k + 1).reduce((n, e) => n + e.indices.length, 0),
    )
    return {
      ...this.#base,
      cost,
      offset: costs.settled ?? 0,
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
