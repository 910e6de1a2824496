/**
 * Re-solves the levels of a programme in order, making none worse than before unless it has to be, and then minimises the number of moves.
 */
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
  /** Wall-clock seconds for each call of the engine. */
  readonly seconds: number
  /** The floor of each level: the least denominator of its gap. */
  readonly floorOf: (level: Level) => number
}

/** A programme in which some decisions are fixed. */
export interface KeepTask extends KeepMeans {
  readonly model: Model
  readonly held: readonly Decision[]
  readonly start: Float64Array | undefined
}

/** What levels are compared with. */
export interface Measure {
  /** Good-enough values by level. */
  readonly enough: ReadonlyMap<Level, number>
  /** The best value of a level if nothing were asked and the same people were free to move. */
  readonly without: (level: Level) => Promise<number>
}

export type Kept =
  | {
      readonly kind: 'point'
      readonly point: Float64Array
      /** The programme with every level capped at its allowed value. */
      readonly frozen: Frozen
      /** How much worse asking makes each level; 0 if the level is still good enough. */
      readonly losses: ReadonlyMap<Level, number>
      /** The best values of those levels if nothing were asked. */
      readonly unasked: ReadonlyMap<Level, number>
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'out-of-time' }

/** Fine enough to see a tenth of a contact in a network of fifty thousand patients. */
const FINE = { relativeGap: 1e-4, ofFloor: 5e-3 } as const

/** Absolute gap when minimising moves: less than one whole move does not count. */
const MOVES_GAP = 0.4

/** Rounding errors of engines, relative above 1. */
const NOISE = 1e-6

/**
 * Solves level after level. If a level cannot be good enough, its cap is its value plus the loss that asking causes. Improvements that
 * would be possible without asking are out of scope, and nobody should move for them.
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

/** Every level as good as the fixed columns allow, nothing asked. */
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

/** The minimum of one level with the earlier levels capped at the given values. */
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

/** A bound on one level from the relaxation, the earlier levels capped at the given values and no placements fixed. */
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

/** Of all points that keep the won levels, one with the fewest changed decisions, each change counted by its `weight`. */
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
  /** The search may stop at this value. */
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

/** The programme with these decisions fixed. */
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
