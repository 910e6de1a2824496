/** What a workforce plan does, quarter by quarter, next to what comes without it. */
import type { ComparedScenario, Verdict } from './comparison.ts'

export interface PlanQuarter {
  readonly quarter: number
  readonly from: string
  readonly to: string
  /** What happens in it, in words. */
  readonly events: readonly string[]
  /** Sessions a week given to training, paid, beside protected time. */
  readonly training: number
  /** A week like the document's: if nothing is done, and with the plan. Each figure is of a week. */
  readonly scenarios: readonly [ComparedScenario, ComparedScenario]
  readonly conclusion: Verdict
  /** Pounds of the quarter's pay and of what is spent once: if nothing is done, and with the plan. */
  readonly cost: { readonly without: number; readonly with: number }
  /** Of them, spent once. */
  readonly once: number
  /** The plan as changes of the document, for a comparison or a rota of this quarter. */
  readonly changes: readonly unknown[]
  readonly sentence: string
}

export interface WorkforcePlanAnswer {
  readonly name: string
  readonly quarters: readonly PlanQuarter[]
  /** Of the year. */
  readonly sentences: readonly string[]
}
