/** Whether another round of cuts is worthwhile. */
import type { Level } from '../../src/breach.ts'
import { VERY_LARGE } from './sizes.ts'
import { type AskedGap, floorIn } from './tolerances.ts'

/**
 * The last round of cuts is the one that raises the bound by less than this share of the gap. In very large programmes rounds take long.
 */
const PAYS = 0.03
const PAYS_IN_VERY_LARGE = 0.1

/** The least rise of this level's bound for which another round of cuts follows. */
export function leastGain(columns: number, asked: AskedGap, level: Level): (bound: number) => number {
  const share = columns > VERY_LARGE ? PAYS_IN_VERY_LARGE : PAYS
  return (bound) => share * asked.gap * Math.max(bound, floorIn(asked, level))
}
