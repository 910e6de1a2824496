/** Whether another round of cuts pays. */
import type { Level } from '../../src/breach.ts'
import { VERY_LARGE } from './sizes.ts'
import { type AskedGap, floorIn } from './tolerances.ts'

/** Of the gap: a round of cuts that raises the bound by less is the last one; in a very large programme a round takes long. */
const PAYS = 0.03
const PAYS_IN_VERY_LARGE = 0.1

/** By how much a round of cuts is to raise the bound of this level, or be the last. */
export function leastGain(columns: number, asked: AskedGap, level: Level): (bound: number) => number {
  const share = columns > VERY_LARGE ? PAYS_IN_VERY_LARGE : PAYS
  return (bound) => share * asked.gap * Math.max(bound, floorIn(asked, level))
}
