/** Computes estimates off the main thread, one programme at a time. */
import { run } from '../../../../solver/engines/jslp/run.ts'
import type { Lp } from '../../../../solver/lp/lp.ts'
import { EVIDENCE, estimateOf, withSubstitution } from '../../../../solver/mix/estimate.ts'
import type { MixSketch } from '../../api.ts'
import type { EstimateMessage, EstimateTask } from './estimates.ts'

function byJslp(lp: Lp): Float64Array | null {
  const { feasible, bounded, point } = run(lp, { whole: false, tolerance: 0 })
  return feasible && bounded ? point : null
}

let sketch: MixSketch | null = null

self.addEventListener('message', ({ data }: MessageEvent<EstimateTask>) => {
  sketch = data.sketch ?? sketch
  self.postMessage(sketch === null ? null : answer(sketch, data))
})

function answer(known: MixSketch, { more, assumed }: EstimateTask): EstimateMessage {
  const own = assumed === 'middle' ? known : withSubstitution(known, EVIDENCE[assumed])
  return estimateOf(own, new Map(Object.entries(more)), byJslp)
}
