/** Costs and caps of levels as bounds of a programme, used by the relaxation and by bounds from dual values. */
import type { SumLimit } from '../lp/dual-bound.ts'
import type { LevelCosts } from '../model/elastic.ts'
import { FREEZE_TOLERANCE } from './tolerances.ts'

export interface LevelCaps {
  /** Columns fixed at 0. */
  readonly zero: ReadonlySet<number>
  /** By rank: the upper bound of the row over the level's costs; undefined if no row is needed. */
  readonly uppers: readonly (number | undefined)[]
}

/** A level without a cap is free. A level capped at 0 has all its columns fixed at 0, as when it is frozen (lexicographic.ts). */
export function levelCaps(levels: readonly LevelCosts[], caps: readonly number[], tolerance: number): LevelCaps {
  const zero = new Set<number>()
  const uppers = levels.map((level, rank) => {
    const cap = caps[rank]
    const { settled = 0 } = level
    if (cap === undefined) return undefined
    if (cap - settled > FREEZE_TOLERANCE) return cap + tolerance * Math.max(1, cap) - settled
    for (const j of priced(level)) zero.add(j)
    return undefined
  })
  return { zero, uppers }
}

/** The same caps as limits on sums; a level whose columns are fixed at 0 needs none. */
export function levelLimits(levels: readonly LevelCosts[], caps: readonly number[], tolerance: number): SumLimit[] {
  const { uppers } = levelCaps(levels, caps, tolerance)
  return levels.flatMap((level, rank) => {
    const most = uppers[rank]
    if (most === undefined) return []
    const ranks = [...level.columns.keys()].filter((k) => (level.costs[k] ?? 0) > 0)
    return [{ columns: ranks.map((k) => level.columns[k] ?? 0), costs: ranks.map((k) => level.costs[k] ?? 0), most }]
  })
}

/** The costs of one level as a vector of this many columns. */
export function costsOver(columns: number, level: LevelCosts | undefined): Float64Array {
  const cost = new Float64Array(columns)
  level?.columns.forEach((j, k) => {
    cost[j] = level.costs[k] ?? 0
  })
  return cost
}

function priced({ columns, costs }: LevelCosts): number[] {
  return columns.filter((_, k) => (costs[k] ?? 0) > 0)
}
