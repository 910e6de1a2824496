/**
 * Solves the levels of a programme in which all sessions are decided: each remaining level is an LP, solved to optimality in order. Used
 * for pinned weeks, for rotas from elsewhere and for polishing our own.
 */
import type { Engine } from '../engines/engine.ts'
import type { LevelCosts, Model } from '../model/elastic.ts'
import type { LevelResult, LevelsWon } from './lexicographic.ts'
import { Relaxation } from './relaxation.ts'
import type { Search } from './search.ts'
import { levelValue } from './tolerances.ts'

export interface LinearMeans {
  readonly engine: Engine
  readonly seed: number
  /** A known point; the result is never worse. */
  readonly start?: Float64Array
  /** Returns the wall-clock seconds that the next level may take. */
  readonly seconds: () => number
  readonly stop?: Int32Array
  /** Called before each level. */
  readonly onLevel?: (costs: LevelCosts) => void
}

/**
 * Cap tolerance: only the rounding of two sums over the same numbers. The programmes are
 * small, and results are reported to the last contact.
 */
const EXACTLY = 1e-9

export type Linear =
  | {
      readonly kind: 'point'
      readonly point: Float64Array
      /** By level: no point that keeps the earlier levels is below this. */
      readonly bounds: readonly number[]
      /** Every level was solved to optimality. */
      readonly tight: boolean
    }
  | { readonly kind: 'impossible' | 'no-point' }

/** Integer columns may come out fractional: fix them beforehand, or check the result. */
export async function linearLevels(model: Model, means: LinearMeans): Promise<Linear> {
  const { engine, seed, start, seconds, stop, onLevel = () => {} } = means
  const open = new Relaxation(model, engine, EXACTLY)
  const [caps, bounds]: [number[], number[]] = [[], []]
  let best = start
  let tight = true
  try {
    for (const [rank, costs] of levelsOf(model).entries()) {
      onLevel(costs)
      const limits = { seconds: Math.max(0, seconds()), relativeGap: 0, absoluteGap: 0, seed }
      const known = { ...(best === undefined ? {} : { start: best }), ...(stop === undefined ? {} : { stop }) }
      const answer = await open.solve(rank, caps, { ...limits, ...known })
      // A known point keeps every level up to the rounding of the engine that found it, so if there is one, this proves nothing.
      if (answer.status === 'infeasible' && best === undefined) return { kind: 'impossible' }
      const isBetter = 'point' in answer && isNoWorse(costs, answer.point, best)
      if (isBetter) best = answer.point
      tight &&= isBetter && answer.status === 'optimal'
      if (best === undefined) return { kind: 'no-point' }
      caps.push(levelValue(costs, best))
      bounds.push('bound' in answer ? Math.max(0, answer.bound) : 0)
    }
  } finally {
    open.close()
  }
  return best === undefined ? { kind: 'no-point' } : { kind: 'point', point: best, bounds, tight }
}

/** Levels of a week with nothing left to place, in the form in which a solve reports them; no search is needed. */
export async function decidedLevels(
  model: Model,
  { engine, seed, time, incumbent }: Pick<Search, 'engine' | 'seed' | 'time' | 'incumbent'>,
): Promise<LevelsWon> {
  const began: number[] = []
  const onLevel = (costs: LevelCosts) => {
    began.push(time.elapsed())
    incumbent.begin(costs)
  }
  const found = await linearLevels(model, { engine, seed, seconds: () => time.left(), onLevel, ...time.flag() })
  if (found.kind !== 'point') return found
  incumbent.better(found.point)
  began.push(time.elapsed())
  const results = model.levels.map((costs, rank): LevelResult => {
    const value = levelValue(costs, found.point)
    const seconds = (began[rank + 1] ?? 0) - (began[rank] ?? 0)
    return { level: costs.level, value, bound: Math.min(value, found.bounds[rank] ?? 0), cap: value, seconds }
  })
  return { kind: 'point', point: found.point, results: results.filter(({ level }) => level !== 'never') }
}

/** If no level has costs, any feasible point will do. */
function levelsOf({ levels }: Model): readonly LevelCosts[] {
  return levels.length > 0 ? levels : [{ level: 'never', columns: [], costs: [] }]
}

function isNoWorse(costs: LevelCosts, a: Float64Array, b: Float64Array | undefined): boolean {
  return b === undefined || levelValue(costs, a) <= levelValue(costs, b) + 1e-6 * Math.max(1, levelValue(costs, b))
}
