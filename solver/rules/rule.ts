/** The interface of a rule. Each rule is one file in solver/rules and one line in THE LIST (solver/rules/index.ts). */
import type { Breach } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { RuleFacts } from '../facts/rule-facts.ts'
import type { Draft } from '../model/draft.ts'

export interface Rule extends RuleFacts {
  /** What the model has to satisfy. */
  add(draft: Draft, problem: Problem): void
  /** What the rota has to satisfy, determined without the model. */
  check(rota: Rota, problem: Problem): Breach[]
  /** What the practice manager is told. */
  say(breach: Breach, problem: Problem): string
}
