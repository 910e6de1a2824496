/** Decides when a first rota is good enough to start the levels, from the known bounds of each. */
import type { Level } from '../../../src/breach.ts'
import type { Limits } from '../../engines/engine.ts'
import type { Model } from '../../model/elastic.ts'
import { leastGain } from '../least-gain.ts'
import type { Search } from '../search.ts'
import { IN_BLOCKS, LARGE } from '../sizes.ts'
import { EXACT, goodEnough, heldAt, levelValue } from '../tolerances.ts'

/**
 * So many rotas that miss a level held exactly: usually what it misses cannot be had beside the rest, and winning it by itself takes
 * less time than another dive. In a large network nothing is won by itself quickly.
 */
const STUCK = 2

type Known = Pick<Search, 'asked' | 'relaxation'>

/** A rota that is good enough; one of which a dive or two will make one; any other. */
export type Standing = 'enough' | 'near' | 'far'

/** So many gaps from its bounds a rota is near, up to such a gap. */
const NEAR = 3
const WIDE = 0.5

/** Without cuts: by what is proven already, or by the relaxation under the rota's own caps. */
export async function standingOf(
  point: Float64Array,
  model: Model,
  known: Known & { readonly limits: () => Limits },
): Promise<Standing> {
  const { asked, relaxation } = known
  const wider = { ...asked, gap: Math.max(asked.gap, Math.min(WIDE, NEAR * asked.gap)) }
  const isNear = model.levels.every(
    (costs, rank) => levelValue(costs, point) <= goodEnough(wider, costs.level, relaxation.known(rank).bound),
  )
  if (!isNear) return 'far'
  return (await isEnoughUncut(point, model, known)) ? 'enough' : 'near'
}

async function isEnoughUncut(
  point: Float64Array,
  model: Model,
  { asked, relaxation, limits }: Known & { readonly limits: () => Limits },
): Promise<boolean> {
  const caps: number[] = []
  for (const [rank, costs] of model.levels.entries()) {
    const value = levelValue(costs, point)
    const isGood = (bound: number) => value <= goodEnough(asked, costs.level, bound)
    // No relaxation of this level proves more than the one with those before it at their best.
    if (!isGood(relaxation.known(rank).bound)) return false
    let bound = relaxation.dualBound(rank, caps)
    if (!isGood(bound)) {
      const answer = await relaxation.solve(rank, caps, limits())
      if ('bound' in answer) bound = Math.max(bound, answer.bound)
    }
    if (!isGood(bound)) return false
    caps.push(heldAt(asked, costs.level, value, bound))
  }
  return true
}

/** Whether a rota leaves nothing to search for. `isQuick`: only what is proven already counts, no relaxation is solved for it. */
export type IsEnough = (point: Float64Array, isQuick: boolean) => Promise<boolean>

/** Called for every better rota: nothing is left to search for, or nothing that further dives can find. */
export function goodEnoughFor(model: Model, known: Known, limits: () => Limits): IsEnough {
  let stuck = 0
  return async (point, isQuick) => {
    const missed = await missedBy(point, model, { ...known, limits, isQuick })
    if (missed !== undefined && EXACT.includes(missed)) stuck += 1
    return missed === undefined || (stuck === STUCK && model.lp.columns <= LARGE)
  }
}

/**
 * The first level that would still have to be searched, if all were won one after another from this rota; none where by the known
 * bounds nothing is left to search for. Where a level misses its bound and cuts have not been sought for it yet, they are.
 */
async function missedBy(
  point: Float64Array,
  model: Model,
  { asked, relaxation, limits, isQuick }: Known & { readonly limits: () => Limits; readonly isQuick: boolean },
): Promise<Level | undefined> {
  const caps: number[] = []
  for (const [rank, costs] of model.levels.entries()) {
    const value = levelValue(costs, point)
    const isGood = (bound: number) => value <= goodEnough(asked, costs.level, bound)
    let bound = relaxation.dualBound(rank, caps)
    if (!isGood(bound) && !isQuick && model.lp.columns <= IN_BLOCKS && !relaxation.hasCuts(rank)) {
      const gain = leastGain(model.lp.columns, asked, costs.level)
      const answer = await relaxation.solve(rank, caps, { ...limits(), leastGain: gain })
      if ('bound' in answer) bound = Math.max(bound, answer.bound)
    }
    if (!isGood(bound)) return costs.level
    caps.push(heldAt(asked, costs.level, value, bound))
  }
  return undefined
}
