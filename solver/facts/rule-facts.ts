/** What a rule says of itself, without the rows that it writes or the checks that it makes. */
import type { Level } from '../../src/breach.ts'
import type { NumberShape } from '../../src/policy.ts'
import type { Problem } from '../../src/problem.ts'
import type { Person } from '../../src/staff.ts'

/** A number of a rule that a network may set. */
export interface RuleNumber {
  readonly default: unknown
  readonly shape: NumberShape
  /** What it is, in words, with its unit. */
  readonly meaning: string
  /** Where the default comes from. */
  readonly source: string
}

export interface RuleFacts {
  /** Same as the file's name. */
  readonly id: string
  /** One plain sentence: "Nobody works while they are away." */
  readonly title: string
  readonly level: Level
  /** Although it is at level `never`, a network may move it to another level or switch it off. */
  readonly mayBend?: true
  /** Why the rule is at that level. */
  readonly why: string
  /** Unit of a breach's amount: "sessions", "contacts" … */
  readonly unit: string
  /** What one unit counts among the other rules of its level. */
  readonly weight?: number
  readonly numbers?: Readonly<Record<string, RuleNumber>>
  /** Rules that this one's rows take for granted. */
  readonly assumes?: readonly string[]
  /**
   * Whether it could matter to this rule in which free half days somebody has learning or partner time. If it cannot
   * matter to any rule, the programme only counts that time; a rule without this never minds.
   */
  minds?(person: Person, problem: Problem): boolean
}
