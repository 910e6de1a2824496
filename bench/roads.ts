/** Other ways to the same levels, to be measured beside our own: each level solved whole, in order, by one engine. */
import type { Answer, Engine, Limits } from '../solver/engines/engine.ts'
import { relaxation } from '../solver/lp/lp.ts'
import type { Model } from '../solver/relax.ts'
import { Frozen } from '../solver/stages.ts'
import { levelValue } from '../solver/staging.ts'
import type { Level } from '../src/breach.ts'

export interface Road {
  readonly engine: Engine
  /** Leave out that sessions are whole: the limit of what any way can reach. */
  readonly relaxed: boolean
  readonly interior: boolean
  readonly gap: number
  /** Least denominator of a level's gap, as our own solve has it. */
  readonly floorOf: (level: Level) => number
  /** Wall seconds left for all levels. */
  readonly left: () => number
}

export interface Travelled {
  /** Levels that were solved within the gap, of all. */
  readonly solved: number
  readonly levels: number
  /** How the level ended that was not: out-of-time, feasible (with its gap) … */
  readonly end: string
  readonly values: readonly number[]
}

/** The engine's own options, no start, no division; what a level has won is held as in our own solve. */
export async function travel(model: Model, road: Road): Promise<Travelled> {
  const frozen = new Frozen(model.lp)
  const values: number[] = []
  const all = model.levels.length
  for (const costs of model.levels) {
    const programme = frozen.withCosts(costs)
    const answer = await road.engine.solve(
      road.relaxed ? relaxation(programme) : programme,
      limitsOf(road, costs.level),
    )
    if (answer.status !== 'optimal')
      return { solved: values.length, levels: all, end: endOf(costs.level, answer, road), values }
    const value = levelValue(costs, answer.point)
    values.push(value)
    frozen.freeze(costs, value)
  }
  return { solved: all, levels: all, end: 'done', values }
}

function limitsOf({ gap, relaxed, interior, left, floorOf }: Road, level: Level): Limits {
  const gaps = relaxed ? { relativeGap: 0, absoluteGap: 0 } : { relativeGap: gap, absoluteGap: gap * floorOf(level) }
  return { seconds: Math.max(0.1, left()), ...gaps, seed: 1, interior }
}

function endOf(level: Level, answer: Answer, { floorOf }: Road): string {
  if (answer.status !== 'feasible') return `${level}: ${answer.status}`
  const gap = (answer.objective - answer.bound) / Math.max(floorOf(level), Math.abs(answer.objective))
  return `${level}: still ${(100 * gap).toFixed(1)} % apart`
}
