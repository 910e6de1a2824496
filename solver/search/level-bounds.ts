/**
 * How good any rota could be, level by level, next to one that is known: the relaxation of each level with its cuts, the levels before
 * capped where the known rota has them. Valid whatever ends it early; a level that no solve got to has no bound.
 */
import type { Level } from '../../src/breach.ts'
import type { Engine } from '../engines/engine.ts'
import type { Model } from '../model/elastic.ts'
import { leastGain } from './least-gain.ts'
import { Relaxation } from './relaxation.ts'
import type { TimeLimit } from './time-limit.ts'
import { type AskedGap, EXACT } from './tolerances.ts'

export interface BoundMeans {
  readonly engine: Engine
  readonly seed: number
  readonly time: TimeLimit
  readonly asked: AskedGap
}

/** Of all time: from then on no more cuts are sought. */
const CUT_SHARE = 0.6

/** By level: no rota that is as good as `values` on every level before is below it. */
export async function levelBounds(
  model: Model,
  values: ReadonlyMap<Level, number>,
  { engine, seed, time, asked }: BoundMeans,
): Promise<ReadonlyMap<Level, number>> {
  const relaxation = new Relaxation(model, engine)
  const bounds = new Map<Level, number>()
  const caps: number[] = []
  try {
    for (const [rank, { level }] of model.levels.entries()) {
      const limits = { seconds: Math.max(0, time.left()), relativeGap: 0, absoluteGap: 0, seed, ...time.flag() }
      const cuts = EXACT.includes(level)
        ? {}
        : { leastGain: leastGain(model.lp.columns, asked, level), isLate: () => time.left(CUT_SHARE) <= 0 }
      const answer = await relaxation.solve(rank, caps, { ...limits, ...cuts })
      const bound = answer.status === 'optimal' ? Math.max(0, answer.bound) : relaxation.dualBound(rank, caps)
      if (answer.status === 'optimal' || bound > 0) bounds.set(level, bound)
      // A rota that breaks what may never be broken can be better than any other: then the next level is held to the best.
      caps.push(Math.max(values.get(level) ?? 0, bound))
    }
  } finally {
    relaxation.close()
  }
  return bounds
}
