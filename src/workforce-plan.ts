/** Compares a workforce plan with doing nothing, quarter by quarter. */
import type { ComparedScenario, Verdict } from './comparison.ts'

export interface PlanQuarter {
  readonly quarter: number
  readonly from: string
  readonly to: string
  /** Events of the quarter, in words. */
  readonly events: readonly string[]
  /** Paid training sessions a week, on top of protected time. */
  readonly training: number
  /** The first week, without the plan and with it. All figures are per week. */
  readonly scenarios: readonly [ComparedScenario, ComparedScenario]
  readonly conclusion: Verdict
  /** Pounds of pay and one-off costs in the quarter, without the plan and with it. */
  readonly cost: { readonly without: number; readonly with: number }
  /** One-off part of it. */
  readonly once: number
  /** Contacts waiting at the start of the quarter and an estimate for its end, which is where the next quarter starts. */
  readonly waiting: { readonly without: QuarterWaiting; readonly with: QuarterWaiting }
  /** The plan as a patch to the document, for use in a comparison or a rota for this quarter. */
  readonly changes: readonly unknown[]
  readonly sentence: string
}

/** A row of a document's waiting list. */
export interface WaitingRow {
  readonly site: string
  readonly need: string
  readonly waitedDays: number
  readonly contacts: number
}

export interface QuarterWaiting {
  readonly start: number
  readonly end: number
  /** Number of those at the end that are past their target. */
  readonly late: number
}

export interface WorkforcePlanAnswer {
  readonly name: string
  readonly quarters: readonly PlanQuarter[]
  /** About the whole year. */
  readonly sentences: readonly string[]
}
