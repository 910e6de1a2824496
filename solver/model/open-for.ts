/** The draft that rules write into, before they have written anything. */
import type { Problem } from '../../src/problem.ts'
import { anyMinds } from '../facts/rule-settings.ts'
import type { Rule } from '../rules/rule.ts'
import { Draft, type Spot } from './draft.ts'

/** With a half day for each session of learning and partners' time of whom one of these rules minds; and for whatever is given. */
export function openFor(problem: Problem, rules: readonly Rule[], given: readonly Spot[] = []): Draft {
  return new Draft(problem, { minds: (person) => anyMinds(rules, person, problem), given })
}
