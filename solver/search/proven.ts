/** Bounds proven for a rota, level by level, at any moment: computed from the relaxations solved so far, without a new solve. */
import type { Model } from '../model/elastic.ts'
import type { Relaxation } from './relaxation.ts'
import { type AskedGap, heldAt, levelValue } from './tolerances.ts'
import type { BestSoFar } from './watch.ts'

export interface Known {
  readonly asked: AskedGap
  readonly relaxation: Pick<Relaxation, 'dualBound'>
  /** A rota, as a point of the model. */
  readonly point: Float64Array
}

/** Each level's bound with the earlier levels capped at the rota's values. */
export function provenOf({ levels }: Pick<Model, 'levels'>, { asked, relaxation, point }: Known): BestSoFar['bounds'] {
  const caps: number[] = []
  return levels.map((costs, rank) => {
    const value = levelValue(costs, point)
    const bound = Math.min(value, relaxation.dualBound(rank, caps))
    caps.push(heldAt(asked, costs.level, value, bound))
    return { level: costs.level, bound }
  })
}
