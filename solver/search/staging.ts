/** What winning level by level needs to know. */
import type { Engine } from '../engines/engine.ts'
import type { Model } from '../model/elastic.ts'
import type { Pieces } from './by-place.ts'
import type { Standing } from './incumbent.ts'
import type { Prospect } from './relaxation.ts'
import type { AskedGap } from './tolerances.ts'
import type { Watch } from './watch.ts'

export interface Staging extends AskedGap {
  readonly model: Model
  readonly engine: Engine
  /** Wall seconds left for all levels, read anew before each. */
  readonly remaining: () => number
  readonly seed: number
  readonly pieces: Pieces
  /** The relaxation, held open. */
  readonly prospect: Prospect
  readonly start: Float64Array | undefined
  readonly watch: Watch
  readonly standing: Standing
  readonly elapsed: () => number
}
