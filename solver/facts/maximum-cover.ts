/** The most people who may see patients in a building, if the network sets a maximum. Read from the document. */
import type { Problem } from '../../src/problem.ts'
import { type CoverEntry, type Minimum, minimaOf } from './minimum-cover.ts'

/** Each site and session with a maximum; empty if the rule is off or lists nothing, as by default. */
export function maximaOf(problem: Problem): readonly Minimum[] {
  const setting = problem.rules.get('maximum-cover')
  if (setting === undefined || setting.off) return []
  return minimaOf(problem, (setting.numbers.cover ?? []) as readonly CoverEntry[], 1)
}
