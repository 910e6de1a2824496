/** A rule's description, without its rows and checks. */
import type { Level } from '../../src/breach.ts'
import type { NumberShape } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'

/** A number of a rule that networks may set. */
export interface RuleNumber {
  readonly default: unknown
  readonly shape: NumberShape
  /** Meaning in words, with the unit. */
  readonly meaning: string
  /** Origin of the default. */
  readonly source: string
}

export interface RuleFacts {
  /** Equals the file's name. */
  readonly id: string
  /** One plain sentence: "Nobody works while they are away." */
  readonly title: string
  readonly level: Level
  /** True if a network may move the rule to another level or switch it off although it is at level `never`. */
  readonly mayBend?: true
  /** Why the rule is at its level. */
  readonly why: string
  /** Unit of a breach's amount: "sessions", "contacts" … */
  readonly unit: string
  /** Weight of one unit among the rules of its level. */
  readonly weight?: number
  readonly numbers?: Readonly<Record<string, RuleNumber>>
  /** Rules that this rule's rows assume to hold. */
  readonly assumes?: readonly string[]
  /**
   * Whether it could matter to this rule which free half days a person's training or outside time takes. If it matters to no rule, the
   * programme only counts that time. Rules without this function never mind.
   */
  minds?(person: Person, problem: Problem): boolean
}
