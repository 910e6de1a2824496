/**
 * All levels in one objective, before anything is known of them: each counts in units of what its gap is measured by, and so many
 * times as much as the next. Its optimum has the levels nearly in their order, and a level solved next starts where it ends.
 */
import type { Model } from '../../model/elastic.ts'
import { type AskedGap, floorIn } from '../tolerances.ts'

/**
 * How much more a level counts than the next. Of 5, 10, 20 and 30 the simplex is fastest with 20 and 30, and comes nearest to the
 * levels in their order; with more the numbers span too much.
 */
const RATIO = 20

export function allLevels({ levels, lp }: Model, asked: Pick<AskedGap, 'floors'>): Float64Array {
  const cost = new Float64Array(lp.columns)
  for (const [rank, level] of levels.entries()) {
    const price = RATIO ** (levels.length - 1 - rank) / floorIn(asked, level.level)
    level.columns.forEach((j, k) => {
      cost[j] = (cost[j] ?? 0) + price * (level.costs[k] ?? 0)
    })
  }
  return cost
}
