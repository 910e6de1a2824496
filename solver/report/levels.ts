/** Value and bound of each level as reported, and the word for how a solve ended. */
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { LevelReport } from '../../src/report.ts'
import { levelValues, type Verdict } from '../check/judge.ts'
import { floorOf, UNITS } from '../facts/level-units.ts'

export interface Proven {
  readonly level: Level
  readonly bound: number
  readonly seconds: number
}

/** Values come from the checks; bounds are the proven ones, at most the value. */
export function levelReports(proven: readonly Proven[], verdicts: readonly Verdict[], problem: Problem): LevelReport[] {
  const values = levelValues(verdicts)
  return proven.map(({ level, bound: told, seconds }) => {
    const value = values.get(level) ?? 0
    const floor = floorOf(level, problem)
    const bound = Math.min(told, value)
    const gap = (value - bound) / Math.max(Math.abs(value), floor)
    return { level, value, bound, gap, seconds, unit: UNITS[level], floor }
  })
}

/** "Optimal" only if no level can be improved by more than rounding, and never if time ran out. */
const OPTIMAL_GAP = 1e-6

export function statusOf(
  levels: readonly LevelReport[],
  gap: number,
  stop: Int32Array | undefined,
): 'optimal' | 'within-gap' | 'out-of-time' | 'stopped' {
  const worst = Math.max(0, ...levels.map((l) => l.gap))
  if (worst <= OPTIMAL_GAP) return 'optimal'
  if (worst <= gap + 1e-9) return 'within-gap'
  return stop !== undefined && Atomics.load(stop, 0) === 1 ? 'stopped' : 'out-of-time'
}
