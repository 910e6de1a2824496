/** Solves a document for a test, with the standard engine and a clock that doesn't advance. */

import type { Engine } from '../solver/engines/engine.ts'
import { highsEngine } from '../solver/engines/highs/highs.ts'
import type { Outcome } from '../solver/report/outcome.ts'
import { ruleBook } from '../solver/rules/index.ts'
import type { Rule } from '../solver/rules/rule.ts'
import type { Watch } from '../solver/search/watch.ts'
import { solve } from '../solver/solve.ts'
import { readDocument } from '../src/intake/assemble.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import type { Problem } from '../src/problem.ts'

export const HIGHS = highsEngine()

export interface Solving {
  readonly rules?: readonly Rule[]
  readonly engine?: Engine
  readonly watch?: Watch
}

export type Solved = Extract<Outcome, { kind: 'rota' }>

export function problemOf(document: RotaDocument): Problem {
  return readDocument(document, ruleBook())
}

/** The solve's own clock never advances; only the engine's limit, which is far away, uses real time. */
export function solveProblem(problem: Problem, { rules, engine = HIGHS, watch = {} }: Solving = {}): Promise<Outcome> {
  const means = { engine, why: 'a test', clock: () => 0, ...(rules === undefined ? {} : { rules }) }
  return solve(problem, means, watch)
}

/** As `solveProblem`, failing the test if there is no rota. */
export async function rotaOf(problem: Problem, solving: Solving = {}): Promise<Solved> {
  const outcome = await solveProblem(problem, solving)
  if (outcome.kind !== 'rota') throw new Error(`no rota: ${outcome.kind}`)
  return outcome
}

/** Solves to optimality: a gap of zero on every level. */
export function exactly(document: RotaDocument): RotaDocument {
  return { ...document, solve: { ...document.solve, seconds: 60, gap: 0 } }
}
