/** A first rota whose placements are decided, completed by the engine: contacts, counts and slacks. */
import type { Engine } from '../../engines/engine.ts'
import { holds, residuals } from '../../lp/residuals.ts'
import type { Draft } from '../../model/draft.ts'
import { columnIn, type Model } from '../../model/elastic.ts'

export interface CompleteMeans {
  readonly engine: Engine
  readonly seed: number
  /** For the whole solve; completing may take a quarter of it. */
  readonly seconds: number
}

/** What a completed start may be off the best that its placements allow: the levels go on from it. */
const GAP = 0.05

/**
 * The placements in `taken` (columns of the draft) fixed, all others closed, everything else as good as the levels
 * together allow. None if that breaks a hard rule.
 */
export async function completeStart(
  model: Model,
  draft: Draft,
  taken: ReadonlySet<number>,
  { engine, seed, seconds }: CompleteMeans,
): Promise<Float64Array | undefined> {
  const lower = Float64Array.from(model.lp.lower)
  const upper = Float64Array.from(model.lp.upper)
  for (const { column } of draft.placements) {
    const j = columnIn(model, column)
    if (j !== undefined) lower[j] = upper[j] = taken.has(column) ? 1 : 0
  }
  const lp = { ...model.lp, lower, upper, cost: weightedCosts(model) }
  const answer = await engine.solve(lp, { seconds: seconds / 4, relativeGap: GAP, absoluteGap: 1e-6, seed })
  return 'point' in answer && holds(residuals(model.lp, answer.point)) ? answer.point : undefined
}

/** All levels in one objective, each a thousand times the next at most: good enough to start with, never to end with. */
export function weightedCosts(model: Model): Float64Array {
  const cost = new Float64Array(model.lp.columns)
  model.levels.forEach((level, rank) => {
    const scale = 10 ** (3 - 1.5 * rank) / Math.max(1e-9, ...level.costs)
    level.columns.forEach((j, k) => {
      cost[j] = (cost[j] ?? 0) + scale * (level.costs[k] ?? 0)
    })
  })
  return cost
}
