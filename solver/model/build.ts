/** Rules → draft → elastic model: the one place where a programme is built. */
import type { Problem } from '../../src/problem.ts'
import type { RuleFacts } from '../facts/rule-facts.ts'
import { anyMinds } from '../facts/rule-settings.ts'
import { Draft, type Spot } from './draft.ts'
import { elasticModel, type Model } from './elastic.ts'

/** What the model needs of a rule: its facts, and the rows that it writes. */
export interface RowRule extends RuleFacts {
  add(draft: Draft, problem: Problem): void
}

export interface Built {
  readonly draft: Draft
  readonly model: Model
}

/** The programme of a problem with these rules, all in force; over another kind of draft if one is given. */
export function build(problem: Problem, rules: readonly RowRule[], draft = openFor(problem, rules)): Built {
  draftOf(problem, rules, draft)
  return { draft, model: elasticModel(draft, rules, problem) }
}

/** The rules' rows over every column that they leave open. */
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
 * The draft before any rule has written into it: with a half day for each session of learning and partners' time of whom one of
 * these rules minds; and for whatever is given.
 */
export function openFor(problem: Problem, rules: readonly RuleFacts[], given: readonly Spot[] = []): Draft {
  return new Draft(problem, { minds: (person) => anyMinds(rules, person, problem), given })
}
