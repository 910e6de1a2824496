/** State that every step of a search shares. */
import type { Engine } from '../engines/engine.ts'
import type { Incumbent } from './incumbent.ts'
import type { Relaxation } from './relaxation.ts'
import type { TimeLimit } from './time-limit.ts'
import type { AskedGap } from './tolerances.ts'

export interface Search {
  readonly engine: Engine
  readonly seed: number
  readonly asked: AskedGap
  readonly time: TimeLimit
  /** The relaxation of all levels, held open. */
  readonly relaxation: Relaxation
  /** The best rota so far. */
  readonly incumbent: Incumbent
}
