/** What the rules find in a rota as it stands, nothing planned for it, with causes. */

import { findingsOf, judge } from '../../solver/check/judge.ts'
import { causesOf } from '../../solver/explain/causes/causes.ts'
import { inOrder } from '../../solver/report/findings.ts'
import type { Problem } from '../../src/problem.ts'
import type { Finding } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'

export function foundIn(problem: Problem, rota: Rota): Finding[] {
  return inOrder(problem, findingsOf(judge(rota, problem), problem, causesOf(problem, rota).ofBreach))
}
