/** Summarises a week for quick estimates of other staffing mixes (mix/estimate.ts), which also run in a browser. */
import type { MixSketch } from '../src/mix-sketch.ts'
import type { Problem } from '../src/problem.ts'
import { sketchOf } from './mix/sketch.ts'

export function sketchWeek(problem: Problem): MixSketch {
  return sketchOf(problem)
}
