/** What a rule is. Each is one file in solver/rules and one line in THE LIST (solver/rules/index.ts). */
import type { Breach } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import type { RuleFacts } from '../facts/rule-facts.ts'
import type { Draft } from '../model/draft.ts'

export interface Rule extends RuleFacts {
  /** What we ask of the model. */
  add(draft: Draft, problem: Problem): void
  /** What we demand of the rota, not looking at the model. */
  check(rota: Rota, problem: Problem): Breach[]
  /** What we tell the practice manager. */
  say(breach: Breach, problem: Problem): string
}
