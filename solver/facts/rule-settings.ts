/** A rule's level, weight and numbers, as the network has set them or by default. */
import type { Level } from '../../src/breach.ts'
import { Defect } from '../../src/errors.ts'
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'
import type { RuleFacts } from './rule-facts.ts'

export function levelOf(rule: RuleFacts, problem: Problem): Level {
  return problem.rules.get(rule.id)?.level ?? rule.level
}

/** A soft rule with weight 0 requires nothing, so it is off. */
export function isInForce(rule: RuleFacts, problem: Problem): boolean {
  if (problem.rules.get(rule.id)?.off === true) return false
  return levelOf(rule, problem) === 'never' || weightOf(rule, problem) > 0
}

/** Whether it could matter to any of these rules which half days a person's training or outside time takes. */
export function anyMinds(rules: readonly RuleFacts[], person: Person, problem: Problem): boolean {
  return rules.some((rule) => rule.minds?.(person, problem) === true)
}

/** Weight of one unit of the rule's amount among the rules of its level. */
export function weightOf(rule: RuleFacts, problem: Problem): number {
  return (problem.rules.get(rule.id)?.weight ?? 1) * (rule.weight ?? 1)
}

/** The value of a rule's number: the document's, otherwise the default. */
export function setting(rule: RuleFacts, problem: Problem, name: string): unknown {
  const given = problem.rules.get(rule.id)?.numbers[name]
  return given ?? rule.numbers?.[name]?.default
}

/** The same, for a number that is a single figure. */
export function figure(rule: RuleFacts, problem: Problem, name: string): number {
  const value = setting(rule, problem, name)
  if (typeof value !== 'number') throw new Defect(`rule ${rule.id} has no figure called ${name}`)
  return value
}

/** The same, for a number that may differ by role or need (`by-role`, `share-by-need` …); keys that are not set have the default. */
export function figureFor(rule: RuleFacts, problem: Problem, name: string, key: string): number {
  const value = setting(rule, problem, name)
  if (typeof value === 'number') return value
  const own = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key] ?? rule.numbers?.[name]?.default
  if (typeof own !== 'number') throw new Defect(`rule ${rule.id} has no figure called ${name} for ${key}`)
  return own
}
