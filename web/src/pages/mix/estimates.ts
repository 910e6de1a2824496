/** Messages to and from the estimate worker. */
import type { Estimate } from '../../../../solver/mix/estimate.ts'
import type { MixSketch } from '../../api.ts'

/** An estimate with the document's assumptions about substitution, and with the evidence's low and high values. */
export interface Band {
  readonly middle: Estimate
  /** Null until computed; the middle comes first. */
  readonly low: Estimate | null
  readonly high: Estimate | null
}

/** Which assumptions a programme uses: the document's, or one end of the evidence. */
export type Assumed = keyof Band

export interface EstimateTask {
  /** Null: use the previous task's sketch, because copying it to the worker takes a while. */
  readonly sketch: MixSketch | null
  /** Change in sessions a week, by role. */
  readonly more: Readonly<Record<string, number>>
  readonly assumed: Assumed
}

/** Null if the programme has no solution, which can't happen for a week that can be planned. */
export type EstimateMessage = Estimate | null
