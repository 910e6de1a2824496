/** Problem → Report in this thread: choose an engine, solve, judge, report. */
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import { findingsOf, judge } from './check/judge.ts'
import { choiceFor, trustedChoice } from './engine-choice.ts'
import { causesOf } from './explain/causes/causes.ts'
import { type Salvage, salvage } from './recover.ts'
import type { Outcome } from './report/outcome.ts'
import { makeReport } from './report/report.ts'
import { RULES_VERSION } from './rules/index.ts'
import type { Watch } from './search/watch.ts'
import { solve } from './solve.ts'

/** A caller's request besides the problem itself. */
export interface PlanRequest {
  readonly problem: Problem
  /** Hash of the document as received: `sha256:…`. */
  readonly documentHash: string
}

/** `clock` returns seconds from any fixed point. */
export async function plan(request: PlanRequest, clock: () => number, watch: Watch = {}): Promise<Report> {
  const { problem, documentHash } = request
  const { engine, why } = await trustedChoice(problem)
  const outcome = await solve(problem, { engine, why, clock }, watch)
  return reportOf(problem, outcome, documentHash)
}

/** The report of a rota that was handed out before its solve had to be terminated. */
export function planSalvaged({ problem, documentHash }: PlanRequest, found: Omit<Salvage, 'engine'>): Report {
  const { engine, why } = choiceFor(problem)
  const note = { name: engine.name, version: engine.version, why }
  return reportOf(problem, salvage(problem, { ...found, engine: note }), documentHash)
}

export function reportOf(problem: Problem, outcome: Outcome, documentHash: string): Report {
  const notes = { documentHash, rulesVersion: RULES_VERSION }
  if (outcome.kind !== 'rota') return makeReport(problem, outcome, { ...notes, findings: [] })
  const causes = causesOf(problem, outcome.rota)
  const findings = findingsOf(judge(outcome.rota, problem), problem, causes.ofBreach)
  return makeReport(problem, outcome, { ...notes, findings, causeOf: causes.ofUnmet })
}
