/** What solving level by level needs to know, and how a level's value is read off a point. */
import type { Level } from '../src/breach.ts'
import type { Engine } from './engines/engine.ts'
import type { Pieces } from './neighbourhoods.ts'
import type { Watch } from './outcome.ts'
import type { LevelCosts, Model } from './relax.ts'
import type { Standing } from './standing.ts'

/** By how much a frozen level may be worse than what was won: the rounding of engines, relative above 1. */
export const FREEZE_TOLERANCE = 1e-6

export interface Staging {
  readonly model: Model
  readonly engine: Engine
  /** Wall seconds left for all levels, read anew before each. */
  readonly remaining: () => number
  readonly gap: number
  readonly seed: number
  /** Least denominator of each level's gap. */
  readonly floors: ReadonlyMap<Level, number>
  readonly pieces: Pieces
  readonly start: Float64Array | undefined
  readonly watch: Watch
  readonly standing: Standing
  readonly elapsed: () => number
}

/** Least denominator of a level's gap. */
export function floorIn(staging: Staging, level: Level): number {
  return staging.floors.get(level) ?? 1
}

export function levelValue(costs: LevelCosts, point: Float64Array): number {
  return costs.columns.reduce((sum, j, k) => sum + (costs.costs[k] ?? 0) * (point[j] ?? 0), 0)
}
