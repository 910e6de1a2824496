/** Decides, from each level's known bounds, when a first rota is good enough to start the levels. */
import type { Level } from '../../../src/breach.ts'
import type { Limits } from '../../engines/engine.ts'
import type { Model } from '../../model/elastic.ts'
import { leastGain } from '../least-gain.ts'
import type { Search } from '../search.ts'
import { IN_BLOCKS, LARGE } from '../sizes.ts'
import { EXACT, goodEnough, heldAt, levelValue } from '../tolerances.ts'

/**
 * Stop after this many rotas that miss an exact level: usually the bound cannot be reached, and winning that level by itself takes less
 * time than another dive. Not in a large network, where no level is won quickly.
 */
const STUCK = 2

type Known = Pick<Search, 'asked' | 'relaxation'>

/** Good enough; near enough that a dive or two will get there; anything else. */
export type Standing = 'enough' | 'near' | 'far'

/** A rota is near if it is within this many gaps of its bounds; and the widest gap that allows. */
const NEAR = 3
const WIDE = 0.5

/** Without cuts: judged by known bounds, or by the relaxation under the rota's own caps. */
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
    // The relaxation with the earlier levels at their best gives the highest bound of this level.
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

/** Whether a rota leaves nothing to search for. `isQuick`: use known bounds only, solve no relaxation. */
export type IsEnough = (point: Float64Array, isQuick: boolean) => Promise<boolean>

/** Called for every better rota. True if nothing is left to search for, or nothing that further dives could find. */
export function goodEnoughFor(model: Model, known: Known, limits: () => Limits): IsEnough {
  let stuck = 0
  return async (point, isQuick) => {
    const missed = await missedBy(point, model, { ...known, limits, isQuick })
    if (missed !== undefined && EXACT.includes(missed)) stuck += 1
    return missed === undefined || (stuck === STUCK && model.lp.columns <= LARGE)
  }
}

/**
 * The first level that would still need a search if levels were won one after another from this rota; undefined if the bounds show that
 * none would. A level that misses its bound and has no cuts yet is solved with cuts.
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
