/** A week summed up, from which quick estimates of other staffing mixes are made (mix/estimate.ts), in a browser as well. */
import type { MixSketch } from '../src/mix-sketch.ts'
import type { Problem } from '../src/problem.ts'
import { sketchOf } from './mix/sketch.ts'

export function sketchWeek(problem: Problem): MixSketch {
  return sketchOf(problem)
}
