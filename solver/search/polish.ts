/** Programmes with the whole columns already decided: finishing the first rota, and tightening the last. */
import { Defect } from '../../src/errors.ts'
import type { Engine } from '../engines/engine.ts'
import type { Lp } from '../lp/lp.ts'
import { holds, residuals } from '../lp/residuals.ts'
import type { Draft } from '../model/draft.ts'
import type { Model } from '../model/elastic.ts'
import { linearLevels } from './linear-levels.ts'

export interface RoundOff {
  readonly engine: Engine
  readonly seed: number
  readonly seconds: number
}

/**
 * The engine's own point for a first rota: its placements fixed, everything else (contacts, counts, slacks) as good as the
 * levels together allow. None where the first rota breaks a rule that never bends.
 */
export async function finishStart(
  model: Model,
  draft: Draft,
  taken: ReadonlySet<number>,
  with_: RoundOff,
): Promise<Float64Array | undefined> {
  const lower = Float64Array.from(model.lp.lower)
  const upper = Float64Array.from(model.lp.upper)
  for (const { column } of draft.placements) {
    const j = model.columnOf[column] ?? -1
    if (j >= 0) lower[j] = upper[j] = taken.has(column) ? 1 : 0
  }
  const lp = { ...model.lp, lower, upper, cost: togetherCosts(model) }
  const answer = await with_.engine.solve(lp, {
    seconds: with_.seconds / 4,
    relativeGap: 0.05,
    absoluteGap: 1e-6,
    seed: with_.seed,
  })
  return 'point' in answer && holds(residuals(model.lp, answer.point)) ? answer.point : undefined
}

/** All levels in one objective, each a thousand times the next at most: good enough to begin with, never to end with. */
export function togetherCosts(model: Model): Float64Array {
  const cost = new Float64Array(model.lp.columns)
  model.levels.forEach((level, rank) => {
    const scale = 10 ** (3 - 1.5 * rank) / Math.max(1e-9, ...level.costs)
    level.columns.forEach((j, k) => {
      cost[j] = (cost[j] ?? 0) + scale * (level.costs[k] ?? 0)
    })
  })
  return cost
}

export interface Tidied {
  readonly point: Float64Array
  /** Every level was solved to its end. */
  readonly tight: boolean
}

/** A point that it made itself is tidy already: it is not solved for again. */
export class Tidying {
  readonly #tidy: (point: Float64Array) => Promise<Tidied>
  #last: Tidied | undefined

  constructor(model: Model, with_: TidyingUp) {
    this.#tidy = (point) => tidy(model, point, with_)
  }

  async tidy(point: Float64Array): Promise<Tidied> {
    if (this.#last?.point !== point || !this.#last.tight) this.#last = await this.#tidy(point)
    return this.#last
  }
}

export interface TidyingUp extends Pick<RoundOff, 'engine' | 'seed'> {
  /** Whether the caller has asked for the end. */
  readonly isStopped?: () => boolean
  /** Seconds from any fixed point. */
  readonly elapsed?: () => number
}

/** Seconds for each level; and for all that are left, once the caller has asked for the end. */
const EACH = 10
const AFTER_A_STOP = 8

/**
 * With every whole column held, each level is solved once more, in order. What an early stop left loose (slacks larger than
 * their rows need) is pulled tight, so that the model's account can be compared with the checkers' to the last contact.
 */
export async function tidy(model: Model, point: Float64Array, with_: TidyingUp): Promise<Tidied> {
  const { engine, seed, isStopped = () => false, elapsed = () => 0 } = with_
  let until = Number.POSITIVE_INFINITY
  const seconds = () => {
    if (isStopped()) until = Math.min(until, elapsed() + AFTER_A_STOP)
    return Math.min(EACH, until - elapsed())
  }
  const held = { ...model, lp: heldWhole(model.lp, point) }
  const found = await linearLevels(held, { engine, seed, seconds, start: point })
  if (found.kind !== 'point') throw new Defect(`tidying is ${found.kind}, though a point is known`)
  return found
}

function heldWhole(lp: Lp, point: Float64Array): Lp {
  const lower = Float64Array.from(lp.lower)
  const upper = Float64Array.from(lp.upper)
  for (let j = 0; j < lp.columns; j++) if (lp.whole[j] === 1) lower[j] = upper[j] = Math.round(point[j] ?? 0)
  return { ...lp, lower, upper }
}
