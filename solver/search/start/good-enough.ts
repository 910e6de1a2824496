/** When a rota is good enough for the levels to begin with: by what looks have shown of each. */
import type { Level } from '../../../src/breach.ts'
import type { Limits } from '../../engines/engine.ts'
import type { Model } from '../../model/elastic.ts'
import { type Prospect, payingFrom } from '../relaxation.ts'
import { LARGE } from '../sizes.ts'
import type { Staging } from '../staging.ts'
import { EXACT, GAP_SHARE, goodEnough, heldAt, levelValue } from '../tolerances.ts'

export interface Known extends Pick<Staging, 'floors' | 'gap'> {
  readonly model: Model
  readonly prospect: Prospect
}

/**
 * So many rotas that miss a level held exactly: mostly what it misses cannot be had beside the rest, and it is won by itself in less
 * time than a further dive takes. In a large network nothing is won by itself quickly.
 */
const STUCK = 2

/** Asked of every better rota in turn: nothing is left to search for, or nothing that further dives find. */
export function enoughFor(known: Known, limits: () => Limits): (point: Float64Array) => Promise<boolean> {
  let stuck = 0
  return async (point) => {
    const missed = await missedBy(known, point, limits)
    if (missed !== undefined && EXACT.includes(missed)) stuck += 1
    return missed === undefined || (stuck === STUCK && known.model.lp.columns <= LARGE)
  }
}

/**
 * The first level that would have to be searched for, if all were won one after another from this rota; none where by what is known
 * nothing is left to search for. Where a level misses what is known and tight rows have not been looked for yet, they are.
 */
async function missedBy(
  { model, floors, gap, prospect }: Known,
  point: Float64Array,
  limits: () => Limits,
): Promise<Level | undefined> {
  const mosts: number[] = []
  for (const [rank, costs] of model.levels.entries()) {
    const floor = floors.get(costs.level) ?? 1
    const value = levelValue(costs, point)
    const isGood = (bound: number) => value <= goodEnough(GAP_SHARE * gap, bound, floor)
    let bound = prospect.carried(rank, mosts)
    if (!isGood(bound) && !prospect.isTight(rank)) {
      const looked = await prospect.look(rank, mosts, { ...limits(), worth: payingFrom(model.lp, gap, floor) })
      if ('bound' in looked) bound = Math.max(bound, looked.bound)
    }
    if (!isGood(bound)) return costs.level
    mosts.push(heldAt({ floors, gap }, costs.level, value, bound))
  }
  return undefined
}
