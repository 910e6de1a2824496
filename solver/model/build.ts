/** Rules → draft → elastic model: the one place where a programme is built. */
import type { Problem } from '../../src/problem.ts'
import type { RuleFacts } from '../facts/rule-facts.ts'
import { anyMinds } from '../facts/rule-settings.ts'
import { Draft, type Spot } from './draft.ts'
import { elasticModel, type Model } from './elastic.ts'

/** The parts of a rule that the model needs: its facts and the rows it writes. */
export interface RowRule extends RuleFacts {
  add(draft: Draft, problem: Problem): void
}

export interface Built {
  readonly draft: Draft
  readonly model: Model
}

/** Builds the programme of a problem with these rules, all of them in force; on the given draft, if any. */
export function build(problem: Problem, rules: readonly RowRule[], draft = openFor(problem, rules)): Built {
  draftOf(problem, rules, draft)
  return { draft, model: elasticModel(draft, rules, problem) }
}

/** A draft with the rules' rows over every column that they leave open. */
export function draftOf<D extends Draft>(problem: Problem, rules: readonly RowRule[], draft: D): D
export function draftOf(problem: Problem, rules: readonly RowRule[]): Draft
export function draftOf(problem: Problem, rules: readonly RowRule[], draft = openFor(problem, rules)): Draft {
  for (const rule of rules) {
    draft.beginRule(rule.id)
    rule.add(draft, problem)
  }
  return draft
}

/**
 * A draft before any rule has written into it. Training and outside time are placed for people whose half days matter to one of these
 * rules, and only counted for others. The draft can hold all of `given`.
 */
export function openFor(problem: Problem, rules: readonly RuleFacts[], given: readonly Spot[] = []): Draft {
  return new Draft(problem, { minds: (person) => anyMinds(rules, person, problem), given })
}
