/** Problem → Report in this thread: choose an engine, solve, judge, tell. */
import { Defect } from '../src/errors.ts'
import type { Problem } from '../src/problem.ts'
import type { Report } from '../src/report.ts'
import { causesOf } from './causes.ts'
import { type Choice, chooseEngine } from './engines/choose.ts'
import type { Engine } from './engines/engine.ts'
import { selfTest } from './engines/self-test.ts'
import { findingsOf, judge } from './judge.ts'
import type { Outcome, Watch } from './outcome.ts'
import { makeReport } from './report.ts'
import { RULES_VERSION } from './rules/index.ts'
import { type Salvage, salvage } from './salvage.ts'
import { solve } from './solve.ts'

/** What a caller asks beside the problem itself. */
export interface PlanRequest {
  readonly problem: Problem
  /** `sha256:…` of the document as it came in. */
  readonly documentHash: string
}

/** `clock` gives seconds from any fixed point. */
export async function plan(request: PlanRequest, clock: () => number, watch: Watch = {}): Promise<Report> {
  const { problem, documentHash } = request
  const { engine, why } = choiceFor(problem)
  if (TESTED_AT_START.includes(engine.name)) await trust(engine)
  const outcome = await solve(problem, { engine, why, clock }, watch)
  return reportOf(problem, outcome, documentHash)
}

/** The report of a rota that was handed out before its solve had to be ended. */
export function planSalvaged({ problem, documentHash }: PlanRequest, found: Omit<Salvage, 'engine'>): Report {
  const { engine, why } = choiceFor(problem)
  const note = { name: engine.name, version: engine.version, why }
  return reportOf(problem, salvage(problem, { ...found, engine: note }), documentHash)
}

function choiceFor(problem: Problem): Choice {
  return chooseEngine(problem.solve.engine, problem.people.length * problem.horizon.sessions.length)
}

/** Started anew for each solve, in milliseconds; an engine of another process is tried by its exam alone. */
const TESTED_AT_START: readonly string[] = ['highs']

/** An engine that gets one of the small known programmes wrong is given no rota to decide. */
async function trust(engine: Engine): Promise<void> {
  const { passed, failures } = await selfTest(engine)
  const told = failures.map((f) => `${f.what}: expected ${f.expected}, saw ${f.seen}`)
  if (!passed) throw new Defect(`${engine.name} ${engine.version} fails its self-test. ${told.join('; ')}`)
}

export function reportOf(problem: Problem, outcome: Outcome, documentHash: string): Report {
  const notes = { documentHash, rulesVersion: RULES_VERSION }
  if (outcome.kind !== 'rota') return makeReport(problem, outcome, { ...notes, findings: [] })
  const causes = causesOf(problem, outcome.rota)
  const findings = findingsOf(judge(outcome.rota, problem), problem, causes.ofBreach)
  return makeReport(problem, outcome, { ...notes, findings, causeOf: causes.ofUnmet })
}
