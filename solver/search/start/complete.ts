/** Completes a first rota whose placements are decided: the engine adds contacts, counts and slacks. */
import type { Engine, Limits } from '../../engines/engine.ts'
import { type Lp, relaxationOf } from '../../lp/lp.ts'
import { holds, residuals } from '../../lp/residuals.ts'
import type { Draft } from '../../model/draft.ts'
import { columnIn, type Model } from '../../model/elastic.ts'
import { dive } from './dive.ts'

export interface CompleteMeans {
  readonly engine: Engine
  readonly seed: number
  /** Time limit of the whole solve. Completing may take half of it, and branching a quarter if the dive fails. */
  readonly seconds: number
  readonly stop?: Int32Array | undefined
  /** Objective over all levels; derived from the levels' largest costs if not given. */
  readonly cost?: Float64Array
}

/** Relative gap of a completed start, for its placements; the levels improve it later. */
const GAP = 0.05
/** Shares of the solve's time limit: for one LP of the dive, and for branching. */
const DIVE_SHARE = 0.5
const BRANCH_SHARE = 0.25

/**
 * Fixes the placements in `taken` (columns of the draft) at 1 and all others at 0, and makes everything else as good as the levels together
 * allow. Undefined if that breaks a hard rule.
 */
export async function completeStart(
  model: Model,
  draft: Draft,
  taken: ReadonlySet<number>,
  means: CompleteMeans,
): Promise<Float64Array | undefined> {
  const lower = Float64Array.from(model.lp.lower)
  const upper = Float64Array.from(model.lp.upper)
  for (const { column } of draft.placements) {
    const j = columnIn(model, column)
    if (j !== undefined) lower[j] = upper[j] = taken.has(column) ? 1 : 0
  }
  const lp = { ...model.lp, lower, upper, cost: means.cost ?? weightedCosts(model) }
  const found = await dived({ lp, columnOf: model.columnOf }, draft, means)
  const point = found === 'failed' ? await branched(lp, means) : found
  return point !== undefined && holds(residuals(model.lp, point)) ? point : undefined
}

/**
 * Only telephone work and counted sessions are left to decide, and a dive takes a fifth of the time of branching. Undefined if there was no
 * time even for the relaxation.
 */
async function dived(
  model: Pick<Model, 'lp' | 'columnOf'>,
  draft: Draft,
  means: CompleteMeans,
): Promise<Float64Array | 'failed' | undefined> {
  const session = means.engine.open?.(relaxationOf(model.lp))
  if (session === undefined) return 'failed'
  const limits = () => limitsOf(means, DIVE_SHARE)
  const effort = { limits, isOver: () => isStopped(means) }
  try {
    const root = await session.solve(limits())
    if (root.status === 'out-of-time') return undefined
    const point = await dive({ session, model, draft }, effort, { guarded: [], isCareful: () => false, share: 1 })
    return point ?? 'failed'
  } finally {
    session.close()
  }
}

async function branched(lp: Lp, means: CompleteMeans): Promise<Float64Array | undefined> {
  if (isStopped(means)) return undefined
  const answer = await means.engine.solve(lp, limitsOf(means, BRANCH_SHARE))
  return 'point' in answer ? answer.point : undefined
}

function limitsOf({ seed, seconds, stop }: CompleteMeans, share: number): Limits {
  const flag = stop === undefined ? {} : { stop }
  return { seconds: share * seconds, relativeGap: GAP, absoluteGap: 1e-6, seed, ...flag }
}

function isStopped({ stop }: CompleteMeans): boolean {
  return stop !== undefined && Atomics.load(stop, 0) !== 0
}

/** All levels in one objective, each weighted at most a thousand times the next: good enough to start from, not to finish with. */
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
