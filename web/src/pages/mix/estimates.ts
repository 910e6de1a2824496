/** What the worker of estimates is asked and answers. */
import type { Estimate } from '../../../../solver/mix/estimate.ts'
import type { MixSketch } from '../../api.ts'

/** An estimate as the document assumes substitution, and with the evidence's low and high end of it. */
export interface Band {
  readonly middle: Estimate
  /** Null until it is worked out: the middle comes first. */
  readonly low: Estimate | null
  readonly high: Estimate | null
}

/** One programme: as the document assumes substitution, or at an end of the evidence. */
export type Assumed = keyof Band

export interface EstimateTask {
  /** Null: the sketch of the task before. Copying it to the worker takes a while. */
  readonly sketch: MixSketch | null
  /** Sessions a week more, or fewer, by role. */
  readonly more: Readonly<Record<string, number>>
  readonly assumed: Assumed
}

/** Null where the programme has no answer, which does not happen to a week that can be planned. */
export type EstimateMessage = Estimate | null
