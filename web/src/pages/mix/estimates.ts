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

export interface EstimateTask {
  readonly id: number
  readonly sketch: MixSketch
  /** Sessions a week more, or fewer, by role. */
  readonly more: Readonly<Record<string, number>>
}

export interface EstimateMessage {
  readonly id: number
  /** Null where the programme has no answer, which does not happen to a week that can be planned. */
  readonly band: Band | null
}
