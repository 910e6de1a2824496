/** What the service needs of the rest of the house; main.ts gives the real thing, tests may give another. */

import type { Watch } from '../solver/outcome.ts'
import type { NetworkEntry } from '../src/intake/atlas.ts'
import type { RotaDocument } from '../src/intake/rota-document.ts'
import type { RuleEntry } from '../src/policy.ts'
import type { Problem } from '../src/problem.ts'
import type { Judgement, Report } from '../src/report.ts'
import type { Rota } from '../src/rota.ts'
import type { Day } from '../src/time.ts'
import type { RuleResponse } from './contract.ts'

export interface PlanOptions {
  readonly documentHash: string
  /** Wall seconds at most, whatever the document asks for. */
  readonly seconds: number
}

export interface Deps {
  readonly ruleBook: readonly RuleEntry[]
  readonly rules: readonly RuleResponse[]
  plan(problem: Problem, options: PlanOptions, watch: Watch): Promise<Report>
  /** `claim` is the rota as it came: a report's own audit is held against what is found. */
  judge(problem: Problem, rota: Rota, claim: unknown): Judgement
  findNetworks(words: string): readonly NetworkEntry[]
  /** Throws a BadInput where there is no such network. */
  networkOf(ods: string): NetworkEntry
  networkDocument(ods: string, request: { readonly week: Day; readonly seed: number }): RotaDocument
  today(): Day
  /** Told of everything that is our fault. */
  log(error: unknown): void
}
