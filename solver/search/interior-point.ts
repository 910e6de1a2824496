/** When an LP is solved by interior point rather than from a basis. */
import type { Level } from '../../src/breach.ts'
import type { Lp } from '../lp/lp.ts'
import { HUGE, LARGE } from './sizes.ts'

/**
 * Whether a solve starts afresh with interior point: the first one, and that of the service level, for which the basis of safety and
 * urgent need is a poor start. Fifty practices take 7 and 13 s this way, and more than 300 and 63 s from a basis. In a huge programme
 * the levels after it as well.
 */
export function usesInteriorPoint(lp: Lp, level: Level | undefined, isFirst: boolean): boolean {
  const isNear = !isFirst && (level === 'urgent' || (level !== 'service' && lp.columns <= HUGE))
  return lp.columns > LARGE && !isNear
}
