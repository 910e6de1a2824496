/** When nothing is possible: rules and facts that cannot all hold, in sentences. */
import type { Problem } from '../src/problem.ts'
import type { ClashReport } from '../src/report.ts'
import type { Engine } from './engines/engine.ts'
import type { Rule } from './rule.ts'

export async function explainClash(_problem: Problem, _rules: readonly Rule[], _engine: Engine): Promise<ClashReport> {
  return { sentences: [], rules: [], repairs: [] }
}
