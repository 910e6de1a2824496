/** One level: finish what is cheap, bound it by the relaxation, and only then ask for whole sessions. */
import type { Level } from '../src/breach.ts'
import type { Answer, Limits } from './engines/engine.ts'
import { type Lp, relaxation } from './lp/lp.ts'
import { whatIsShort } from './neighbourhoods.ts'
import type { LevelCosts } from './relax.ts'
import { FREEZE_TOLERANCE, floorIn, type Staging, valueOf } from './stages.ts'

export interface LevelTask {
  readonly staging: Staging
  /** The programme with this level's costs and all levels before held fast. */
  readonly lp: Lp
  readonly costs: LevelCosts
  /** The best rota so far. */
  readonly point: Float64Array | undefined
}

export type LevelWon =
  | { readonly kind: 'won'; readonly point: Float64Array; readonly bound: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'no-point' }

/** Of the time that is left, what a level may take; later levels take what earlier ones leave. */
const SHARE: Readonly<Record<Level, number>> = {
  never: 0.5,
  safety: 0.35,
  urgent: 0.45,
  service: 0.55,
  wellbeing: 0.7,
  cost: 0.7,
  wish: 0.9,
}

/** Where more than this share of the placements is concerned, the search among all is as good. */
const MEND_SHARE = 0.6

/** The engine is asked for a little less than the whole gap, since later levels may spend the rest. */
const GAP_SHARE = 0.9

export async function winLevel(task: LevelTask): Promise<LevelWon> {
  if (task.point === undefined) return fromNothing(task)
  let point = await finishWith(task, task.point)
  let bound = 0
  if (isWon(task, point, bound)) return { kind: 'won', point, bound }
  const relaxed = await task.staging.engine.solve(relaxation(task.lp), {
    ...limits(task, point),
    relativeGap: 0,
    absoluteGap: 0,
  })
  if (relaxed.status === 'optimal') bound = Math.max(bound, relaxed.bound)
  if (isWon(task, point, bound)) return { kind: 'won', point, bound }
  point = await mendWhatIsShort(task, point)
  if (isWon(task, point, bound)) return { kind: 'won', point, bound }
  const answer = await task.staging.engine.solve(task.lp, limits(task, point))
  point = better(task.costs, answer, point)
  if ('bound' in answer) bound = Math.max(bound, answer.bound)
  return { kind: 'won', point, bound }
}

async function fromNothing(task: LevelTask): Promise<LevelWon> {
  const answer = await task.staging.engine.solve(task.lp, limits(task, undefined))
  if (answer.status === 'infeasible') return { kind: 'impossible' }
  return 'point' in answer
    ? { kind: 'won', point: answer.point, bound: Math.max(0, answer.bound) }
    : { kind: 'no-point' }
}

/** People stay where they are; what is only counted (admin, training, remote work, contacts) is made as good as it can be. */
async function finishWith(task: LevelTask, point: Float64Array): Promise<Float64Array> {
  if (valueOf(task.costs, point) <= FREEZE_TOLERANCE) return point
  const held = hold(task.lp, point, task.staging.pieces.placements)
  const answer = await task.staging.engine.solve(held, {
    ...limits(task, point),
    seconds: Math.min(5, limits(task, point).seconds),
    relativeGap: task.staging.gap / 10,
  })
  return better(task.costs, answer, point)
}

/** A level that is nearly won is often one swap away: a search among those concerned, before one among all. */
async function mendWhatIsShort(task: LevelTask, point: Float64Array): Promise<Float64Array> {
  const { pieces, model, engine, gap } = task.staging
  const { free } = whatIsShort(pieces, model, task.costs, point)
  if (free.size === 0 || free.size > pieces.placements.length * MEND_SHARE) return point
  const held = hold(
    task.lp,
    point,
    pieces.placements.filter((j) => !free.has(j)),
  )
  const own = limits(task, point)
  const answer = await engine.solve(held, {
    ...own,
    seconds: own.seconds / 4,
    relativeGap: gap / 4,
    absoluteGap: own.absoluteGap / 4,
  })
  return better(task.costs, answer, point)
}

/** Costs are never negative, so nothing is below 0. */
function isWon(task: LevelTask, point: Float64Array, bound: number): boolean {
  const value = valueOf(task.costs, point)
  const floor = floorIn(task.staging, task.costs.level)
  return (
    value <= FREEZE_TOLERANCE || value - bound <= GAP_SHARE * task.staging.gap * Math.max(Math.abs(value), floor) + 1e-9
  )
}

function better(costs: LevelCosts, answer: Answer, point: Float64Array): Float64Array {
  return 'point' in answer && valueOf(costs, answer.point) < valueOf(costs, point) ? answer.point : point
}

/** The programme with the given columns held where the point has them. */
export function hold(lp: Lp, point: Float64Array, columns: readonly number[]): Lp {
  const lower = Float64Array.from(lp.lower)
  const upper = Float64Array.from(lp.upper)
  for (const j of columns) lower[j] = upper[j] = Math.round(point[j] ?? 0)
  return { ...lp, lower, upper }
}

function limits(task: LevelTask, start: Float64Array | undefined): Limits {
  const { staging, costs } = task
  const floor = floorIn(staging, costs.level)
  const { onProgress, stop } = staging.watch
  return {
    seconds: Math.max(0.05, staging.remaining() * SHARE[costs.level]),
    relativeGap: staging.gap * GAP_SHARE,
    absoluteGap: staging.gap * GAP_SHARE * floor,
    seed: staging.seed,
    ...(start === undefined ? {} : { start }),
    ...(stop === undefined ? {} : { stop }),
    ...(onProgress === undefined ? {} : { onProgress: (p) => onProgress(progress(task, p)) }),
  }
}

function progress(task: LevelTask, { bound, best }: { bound: number; best: number }) {
  const { level } = task.costs
  const known = Number.isFinite(best)
  const gap = known ? (best - bound) / Math.max(Math.abs(best), floorIn(task.staging, level)) : null
  return { stage: level, level, bound, best: known ? best : null, gap, seconds: task.staging.elapsed() }
}
