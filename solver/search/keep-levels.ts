/** The levels of a programme in order, none worse than it was before unless it has to be, and then as few moves as possible. */
import type { Level } from '../../src/breach.ts'
import type { Answer, Engine, Limits } from '../engines/engine.ts'
import { type Lp, relaxationOf } from '../lp/lp.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import type { LevelCosts, Model } from '../model/elastic.ts'
import { Frozen } from './lexicographic.ts'
import { levelValue } from './tolerances.ts'

/** One integer column of a programme, with its value in a known rota. */
export interface Decision {
  readonly column: ModelColumn
  readonly value: number
}

export interface KeepMeans {
  readonly engine: Engine
  readonly seed: number
  /** Wall seconds for each call of the engine. */
  readonly seconds: number
  /** Least denominator of each level's gap. */
  readonly floorOf: (level: Level) => number
}

/** A programme in which some decisions stay as they are. */
export interface KeepTask extends KeepMeans {
  readonly model: Model
  readonly held: readonly Decision[]
  readonly start: Float64Array | undefined
}

/** What the levels are measured by. */
export interface Measure {
  /** Values that are good enough, by level. */
  readonly enough: ReadonlyMap<Level, number>
  /** What a level could be at best if nothing were asked and as many people might move. */
  readonly without: (level: Level) => Promise<number>
}

export type Kept =
  | {
      readonly kind: 'point'
      readonly point: Float64Array
      /** Every level capped at its allowed value. */
      readonly frozen: Frozen
      /** How much worse each level is than without the question; 0 if it is good enough. */
      readonly losses: ReadonlyMap<Level, number>
      /** What those levels could be if nothing were asked. */
      readonly unasked: ReadonlyMap<Level, number>
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'out-of-time' }

/** Fine enough to tell a tenth of a contact in a network of fifty thousand patients. */
const FINE = { relativeGap: 1e-4, ofFloor: 5e-3 } as const

/** Of moves: less than one whole move is nothing. */
const MOVES_GAP = 0.4

/** Rounding of engines, relative above 1. */
const NOISE = 1e-6

/**
 * Each level in turn. One that cannot be good enough may stand as far above that as asking costs: what could be better in it anyway is
 * no concern of the question, and nobody is to move for it.
 */
export async function keepLevels(task: KeepTask, { enough, without }: Measure): Promise<Kept> {
  const frozen = new Frozen(holding(task.model.lp, task.held))
  const losses = new Map<Level, number>()
  const unasked = new Map<Level, number>()
  let point = task.start
  for (const costs of task.model.levels) {
    const good = enough.get(costs.level) ?? 0
    const won = await lowest(task, { frozen, costs, good, point })
    if (typeof won === 'string') return { kind: won }
    point = won
    const value = levelValue(costs, point)
    if (value > withNoise(good)) unasked.set(costs.level, await without(costs.level))
    const loss = Math.max(0, value - (unasked.get(costs.level) ?? value))
    losses.set(costs.level, loss)
    frozen.freeze(costs, withNoise(Math.max(value, good + loss)))
  }
  return point === undefined ? { kind: 'out-of-time' } : { kind: 'point', point, frozen, losses, unasked }
}

/** Without the question: every level as good as the fixed columns allow. */
export async function bestWithHeld(task: KeepTask): Promise<Float64Array | undefined> {
  const frozen = new Frozen(holding(task.model.lp, task.held))
  let point = task.start
  for (const costs of task.model.levels) {
    const won = await lowest(task, { frozen, costs, point })
    if (typeof won === 'string') return undefined
    point = won
    frozen.freeze(costs, withNoise(levelValue(costs, point)))
  }
  return point
}

/** One level as low as it can be, the levels before it capped at the given values. */
export async function lowestOf(task: KeepTask, level: Level, before: ReadonlyMap<Level, number>): Promise<number> {
  const frozen = new Frozen(holding(task.model.lp, task.held))
  for (const costs of task.model.levels) {
    if (costs.level === level) {
      const won = await lowest(task, { frozen, costs, point: task.start })
      return typeof won === 'string' ? (before.get(level) ?? 0) : levelValue(costs, won)
    }
    frozen.freeze(costs, withNoise(before.get(costs.level) ?? 0))
  }
  return 0
}

/** A bound on one level with the levels before it capped at the given values; no placements are fixed. */
export async function boundOf(task: KeepTask, level: Level, before: ReadonlyMap<Level, number>): Promise<number> {
  const frozen = new Frozen(task.model.lp)
  for (const costs of task.model.levels) {
    if (costs.level === level) {
      const answer = await ask(task, relaxationOf(frozen.withCosts(costs)), {})
      return answer.status === 'optimal' ? Math.max(0, answer.bound) : 0
    }
    frozen.freeze(costs, withNoise(before.get(costs.level) ?? 0))
  }
  return 0
}

/** Of all points that keep what was won, one that changes least of what was decided; `weight` of each change. */
export async function fewestMoves(
  task: KeepTask,
  won: Extract<Kept, { kind: 'point' }>,
  moves: readonly (Decision & { readonly weight: number })[],
): Promise<Float64Array> {
  const costs: LevelCosts = {
    level: 'wish',
    columns: moves.map(({ column }) => column),
    costs: moves.map(({ value, weight }) => (value > 0 ? -weight : weight)),
  }
  const answer = await ask(task, won.frozen.withCosts(costs), { absoluteGap: MOVES_GAP, start: won.point })
  return 'point' in answer && levelValue(costs, answer.point) < levelValue(costs, won.point) ? answer.point : won.point
}

interface Step {
  readonly frozen: Frozen
  readonly costs: LevelCosts
  /** A value that is good enough. */
  readonly good?: number
  readonly point: Float64Array | undefined
}

async function lowest(
  task: KeepTask,
  { frozen, costs, good, point }: Step,
): Promise<Float64Array | 'impossible' | 'out-of-time'> {
  if (point !== undefined && levelValue(costs, point) <= (good === undefined ? NOISE : withNoise(good))) return point
  const absoluteGap = FINE.ofFloor * task.floorOf(costs.level)
  const known = point === undefined ? {} : { start: point }
  const answer = await ask(task, frozen.withCosts(costs), { absoluteGap, ...known })
  if (!('point' in answer)) return point ?? (answer.status === 'infeasible' ? 'impossible' : 'out-of-time')
  return point !== undefined && levelValue(costs, point) <= levelValue(costs, answer.point) ? point : answer.point
}

/** The programme with these decisions held. */
function holding(lp: Lp, decisions: readonly Decision[]): Lp {
  const lower = Float64Array.from(lp.lower)
  const upper = Float64Array.from(lp.upper)
  for (const { column, value } of decisions) lower[column] = upper[column] = value
  return { ...lp, lower, upper }
}

function withNoise(value: number): number {
  return value + NOISE * Math.max(1, Math.abs(value))
}

function ask(task: KeepTask, lp: Lp, change: Partial<Limits>): Promise<Answer> {
  const always = { seconds: task.seconds, relativeGap: FINE.relativeGap, absoluteGap: 0, seed: task.seed }
  return task.engine.solve(lp, { ...always, ...change })
}
