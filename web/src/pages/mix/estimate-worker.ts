/** Estimates, off the thread that draws the page: the middle at once, the evidence's low and high end after it. */
import { run } from '../../../../solver/engines/jslp/run.ts'
import type { Lp } from '../../../../solver/lp/lp.ts'
import { type Estimate, EVIDENCE, estimateOf, withSubstitution } from '../../../../solver/mix/estimate.ts'
import type { MixSketch } from '../../api.ts'
import type { EstimateMessage, EstimateTask } from './estimates.ts'

function byJslp(lp: Lp): Float64Array | null {
  const { feasible, bounded, point } = run(lp, { whole: false, tolerance: 0 })
  return feasible && bounded ? point : null
}

function estimate(sketch: MixSketch, { more }: EstimateTask): Estimate | null {
  return estimateOf(sketch, new Map(Object.entries(more)), byJslp)
}

self.addEventListener('message', ({ data }: MessageEvent<EstimateTask>) => {
  const tell = (message: EstimateMessage) => self.postMessage(message)
  const { id, sketch } = data
  const middle = estimate(sketch, data)
  if (middle === null) return tell({ id, band: null })
  tell({ id, band: { middle, low: null, high: null } })
  const low = estimate(withSubstitution(sketch, EVIDENCE.low), data)
  const high = estimate(withSubstitution(sketch, EVIDENCE.high), data)
  return tell({ id, band: { middle, low, high } })
})
