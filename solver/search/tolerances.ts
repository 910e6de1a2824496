/** Every tolerance between levels, with its reason, and how a level's value is read off a point and compared. */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'

/** By how much a frozen level may be worse than what was won: the rounding of engines, relative above 1. */
export const FREEZE_TOLERANCE = 1e-6

/**
 * Whoever asks for a gap of 1% says that rotas within it are equally good. So a level that counts fractions is frozen at this
 * share of the asked gap above its bound, not at the last decimal that was found: held there, it would leave the next levels
 * hardly any rota to choose from. Safety and urgent need are held exactly.
 */
export const SPENDABLE = 0.6

/** The engine is asked for a little less than the whole gap, since rounding may spend the rest. */
export const GAP_SHARE = 0.99

/** Levels that are never traded for later ones. */
export const EXACT: readonly Level[] = ['never', 'safety', 'urgent']

/** Far within what a frozen level may be worse by: then what is known of the levels after it need not be found again. */
const SAME = 1e-7

/** The gap that is asked for, and the least denominator of each level's. */
export interface AskedGap {
  readonly gap: number
  readonly floors: ReadonlyMap<Level, number>
}

/** Least denominator of a level's gap. */
export function floorIn({ floors }: Pick<AskedGap, 'floors'>, level: Level): number {
  return floors.get(level) ?? 1
}

/** Up to this much a level may be while the later ones are won, whatever has been found of it. */
export function equallyGood(asked: AskedGap, level: Level, bound: number): number {
  if (EXACT.includes(level)) return bound
  return bound + SPENDABLE * asked.gap * Math.max(bound, floorIn(asked, level))
}

/** Up to this a level's value is within the asked gap of its bound. */
export function goodEnough(asked: AskedGap, level: Level, bound: number): number {
  const share = GAP_SHARE * asked.gap
  return Math.max(FREEZE_TOLERANCE, bound / (1 - share), bound + share * floorIn(asked, level)) + 1e-9
}

/** The cap on a level while the later ones are won. */
export function heldAt(asked: AskedGap, level: Level, value: number, bound: number): number {
  const good = equallyGood(asked, level, isSame(value, bound) ? bound : Math.min(value, bound))
  return value < good || isSame(value, good) ? good : value
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(b))
}

export function levelValue(costs: LevelCosts, point: Float64Array): number {
  return costs.columns.reduce((sum, j, k) => sum + (costs.costs[k] ?? 0) * (point[j] ?? 0), costs.settled ?? 0)
}
