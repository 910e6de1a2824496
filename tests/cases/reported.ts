/** Small documents after complaints of people who plan rotas, solved and reported as a user has them. */
import { reportOf } from '../../solver/plan.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Report } from '../../src/report.ts'
import { problemOf, solveProblem } from '../solved-week.ts'

/** Both accounts of the rota agree, or the test ends here. */
export async function reported(document: RotaDocument): Promise<Report> {
  const problem = problemOf(document)
  const report = reportOf(problem, await solveProblem(problem), 'sha256:0')
  if (report.disputed) throw new Error(`the accounts differ: ${JSON.stringify(report.audit.rules)}`)
  return report
}

/** Assignments of one person, as "2026-11-30 am clinic", in order of time. */
export function sessionsOf(report: Report, person: string): string[] {
  const mine = report.assignments.filter((a) => a.person === person)
  return mine.map(({ date, part, work }) => `${date} ${part} ${work}`).sort()
}

/** What the report finds of these rules, in words. */
export function found(report: Report, ...rules: readonly string[]): string[] {
  return report.findings.filter(({ rule }) => rules.includes(rule)).map(({ sentence }) => sentence)
}
