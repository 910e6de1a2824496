/** Every tolerance between levels, with its reason, and how a level's value is computed from a point and compared. */
import type { Level } from '../../src/breach.ts'
import type { LevelCosts } from '../model/elastic.ts'

/** How much a frozen level may exceed its won value, for rounding in engines; relative above 1. */
export const FREEZE_TOLERANCE = 1e-6

/**
 * A requested gap of 1% means that rotas within 1% are equally good. So a level with fractional costs is frozen at this share of the asked
 * gap above its bound rather than at the last decimal found, which would leave later levels hardly any rota to choose from. Exact levels
 * (safety and urgent) are not relaxed.
 */
export const SPENDABLE = 0.6

/** The engine is asked for slightly less than the whole gap, since rounding may use up the rest. */
export const GAP_SHARE = 0.99

/** Levels that are never traded for later ones. */
export const EXACT: readonly Level[] = ['never', 'safety', 'urgent']

/**
 * Well within the freeze tolerance. Treating such values as equal to the bound keeps caps unchanged, so
 * that known relaxations of later levels can be reused.
 */
const SAME = 1e-7

/** The requested gap and each level's floor. */
export interface AskedGap {
  readonly gap: number
  readonly floors: ReadonlyMap<Level, number>
}

/** A level's floor: the least denominator of its gap. */
export function floorIn({ floors }: Pick<AskedGap, 'floors'>, level: Level): number {
  return floors.get(level) ?? 1
}

/** The value up to which later levels may use a level, whatever value was found for it. */
export function equallyGood(asked: AskedGap, level: Level, bound: number): number {
  if (EXACT.includes(level)) return bound
  return bound + SPENDABLE * asked.gap * Math.max(bound, floorIn(asked, level))
}

/** The highest value of a level that is within the asked gap of its bound. */
export function goodEnough(asked: AskedGap, level: Level, bound: number): number {
  const share = GAP_SHARE * asked.gap
  return Math.max(FREEZE_TOLERANCE, bound / (1 - share), bound + share * floorIn(asked, level)) + 1e-9
}

/** The cap on a level while later ones are won. */
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
