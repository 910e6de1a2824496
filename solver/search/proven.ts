/** What is proven for a rota at any moment, level by level, from the relaxations solved so far: no new solve, so it is there at once. */
import type { Model } from '../model/elastic.ts'
import type { Relaxation } from './relaxation.ts'
import { type AskedGap, heldAt, levelValue } from './tolerances.ts'
import type { BestSoFar } from './watch.ts'

export interface Known {
  readonly asked: AskedGap
  readonly relaxation: Pick<Relaxation, 'dualBound'>
  /** The rota. */
  readonly point: Float64Array
}

/** Each level's bound with those before it capped at what the rota has there. */
export function provenOf({ levels }: Pick<Model, 'levels'>, { asked, relaxation, point }: Known): BestSoFar['bounds'] {
  const caps: number[] = []
  return levels.map((costs, rank) => {
    const value = levelValue(costs, point)
    const bound = Math.min(value, relaxation.dualBound(rank, caps))
    caps.push(heldAt(asked, costs.level, value, bound))
    return { level: costs.level, bound }
  })
}
