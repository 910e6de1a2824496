/** When to solve an LP by interior point instead of warm-starting the simplex from a basis. */
import type { Level } from '../../src/breach.ts'
import type { Lp } from '../lp/lp.ts'
import { HUGE, LARGE } from './sizes.ts'

/**
 * Whether a solve should start from scratch with interior point: the first solve, and the service level's, since the basis of safety and
 * urgent need is a poor start for it. At fifty practices these take 7 and 13 s this way, more than 300 and 63 s from a basis. In huge
 * programmes every level but urgent.
 */
export function usesInteriorPoint(lp: Lp, level: Level | undefined, isFirst: boolean): boolean {
  const isNear = !isFirst && (level === 'urgent' || (level !== 'service' && lp.columns <= HUGE))
  return lp.columns > LARGE && !isNear
}
