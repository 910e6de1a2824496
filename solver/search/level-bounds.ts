/**
 * Bounds for a known rota: the relaxation of each level with cuts, the earlier levels capped at the rota's values. Valid even if it ends
 * early; levels that were not reached have no bound.
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

/** Share of the time limit after which no more cuts are sought. */
const CUT_SHARE = 0.6

/** By level: no rota that is as good as `values` on every earlier level is below this bound. */
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
      // A rota that breaks hard rules can be better than any valid one; the cap is then the bound, so that the next level stays feasible.
      caps.push(Math.max(values.get(level) ?? 0, bound))
    }
  } finally {
    relaxation.close()
  }
  return bounds
}
