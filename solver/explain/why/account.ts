/** The part of a report that is needed to compare two rotas. */
import type { Comparable } from '../../../src/compare.ts'
import type { Problem } from '../../../src/problem.ts'
import type { Rota } from '../../../src/rota.ts'
import { findingsOf, judge, levelValues } from '../../check/judge.ts'
import { UNITS } from '../../facts/level-units.ts'
import { costOf } from '../../report/cost.ts'
import { inOrder } from '../../report/findings.ts'
import { assignmentsOf } from '../../report/plan.ts'
import { serviceOf } from '../../report/service.ts'
import type { Rule } from '../../rules/rule.ts'

export function accountOf(problem: Problem, rota: Rota, rules: readonly Rule[]): Comparable {
  const verdicts = judge(rota, problem, rules)
  return {
    levels: [...levelValues(verdicts)].map(([level, value]) => ({ level, value, unit: UNITS[level] })),
    findings: inOrder(
      problem,
      findingsOf(verdicts, problem, () => undefined),
    ),
    service: serviceOf(problem, rota.clinics),
    assignments: assignmentsOf(problem, rota.assignments),
    cost: costOf(problem, rota.assignments),
  }
}
