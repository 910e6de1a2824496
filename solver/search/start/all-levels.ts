/**
 * One LP with all levels in its objective, solved before anything is known about them: each level counts in units of its floor and a fixed
 * ratio more than the next. At its optimum the levels are nearly in their order, so each level's own solve starts close to its end.
 */
import type { Model } from '../../model/elastic.ts'
import { type AskedGap, floorIn } from '../tolerances.ts'

/**
 * How much more a level counts than the next. Of 5, 10, 20 and 30 the simplex is fastest with 20 and 30, and these come nearest to the
 * levels in order; higher ratios make the range of costs too wide.
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
