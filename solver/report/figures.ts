/** Figures of a report that judgements share: actions, cover, people, cost. */
import type { Problem } from '../../src/problem.ts'
import type { Finding, Judgement, ServiceReport } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { actionsOf } from './actions/actions.ts'
import { costOf } from './cost.ts'
import { coverOf } from './cover.ts'
import { peopleOf } from './people.ts'
import { assignmentsOf } from './plan.ts'
import { weekBookOf } from './week-book.ts'

export interface Judged {
  readonly problem: Problem
  readonly rota: Rota
  readonly findings: readonly Finding[]
  readonly service: ServiceReport
}

/** Computed from the rota alone, like every figure of a report. */
export function figuresOf({
  problem,
  rota,
  findings,
  service,
}: Judged): Required<Pick<Judgement, 'actions' | 'cover' | 'people' | 'cost'>> {
  const book = weekBookOf(problem, rota, findings)
  const assignments = assignmentsOf(problem, rota.assignments)
  return {
    actions: actionsOf({ problem, rota, assignments, findings, book, service }),
    cover: coverOf(problem, rota.assignments),
    people: peopleOf(problem, rota),
    cost: costOf(problem, rota.assignments),
  }
}
