/** Costs and caps of levels as bounds of a programme: what a relaxation turns to, and what a bound from dual values is computed over. */
import type { SumLimit } from '../lp/dual-bound.ts'
import type { LevelCosts } from '../model/elastic.ts'
import { FREEZE_TOLERANCE } from './tolerances.ts'

export interface LevelCaps {
  /** Columns that are fixed at 0. */
  readonly zero: ReadonlySet<number>
  /** By rank: what the row over the level's costs may be; none where there is no such row. */
  readonly uppers: readonly (number | undefined)[]
}

/** Levels without a cap are free. A level capped at 0 fixes each of its columns there, as when it is frozen (lexicographic.ts). */
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

/** The same caps as limits on sums; none for a level whose columns are fixed at 0. */
export function levelLimits(levels: readonly LevelCosts[], caps: readonly number[], tolerance: number): SumLimit[] {
  const { uppers } = levelCaps(levels, caps, tolerance)
  return levels.flatMap((level, rank) => {
    const most = uppers[rank]
    if (most === undefined) return []
    const ranks = [...level.columns.keys()].filter((k) => (level.costs[k] ?? 0) > 0)
    return [{ columns: ranks.map((k) => level.columns[k] ?? 0), costs: ranks.map((k) => level.costs[k] ?? 0), most }]
  })
}

/** The costs of one level over so many columns. */
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
