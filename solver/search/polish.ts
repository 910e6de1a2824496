/** Polishing: with every integer column fixed, each level is solved to optimality once more, in order. */
import { Defect } from '../../src/errors.ts'
import type { Engine } from '../engines/engine.ts'
import { fix, wholeColumns } from '../lp/fix.ts'
import type { Model } from '../model/elastic.ts'
import { linearLevels } from './linear-levels.ts'
import type { TimeLimit } from './time-limit.ts'

/** Seconds for each level; and for all remaining levels after a stop or the time limit. */
const EACH = 10
const AFTER_THE_END = 8
/** Share of the time limit, if that is more seconds: fifty practices take longer, and a caller who allows ten minutes can wait one more. */
const END_SHARE = 0.1

export interface PolishMeans {
  readonly engine: Engine
  readonly seed: number
  /** Undefined if nothing can stop the polish early. */
  readonly time?: TimeLimit
}

export interface Polished {
  readonly point: Float64Array
  /** Every level was solved to optimality. */
  readonly tight: boolean
}

/** Remembers the last point it polished and does not polish it twice. */
export class Polishing {
  readonly #polish: (point: Float64Array) => Promise<Polished>
  #last: Polished | undefined

  constructor(model: Model, means: PolishMeans) {
    this.#polish = (point) => polish(model, point, means)
  }

  async polish(point: Float64Array): Promise<Polished> {
    if (this.#last?.point !== point || !this.#last.tight) this.#last = await this.#polish(point)
    return this.#last
  }
}

/**
 * Tightens what an early end left loose (slacks larger than their rows need), so that the model's account
 * can be compared with the checks to the last contact.
 */
export async function polish(
  model: Model,
  point: Float64Array,
  { engine, seed, time }: PolishMeans,
): Promise<Polished> {
  let until = Number.POSITIVE_INFINITY
  const seconds = () => {
    if (time === undefined) return EACH
    const late = time.isStopped() ? AFTER_THE_END : afterTheClock(time)
    if (late !== undefined) until = Math.min(until, time.elapsed() + late)
    return Math.min(EACH, until - time.elapsed())
  }
  const held = { ...model, lp: fix(model.lp, point, wholeColumns(model.lp)) }
  const found = await linearLevels(held, { engine, seed, seconds, start: point })
  if (found.kind !== 'point') throw new Defect(`polishing is ${found.kind}, though a point is known`)
  return found
}

/** Seconds for all remaining levels; undefined while time is left. */
function afterTheClock(time: TimeLimit): number | undefined {
  return time.left() > 0 ? undefined : Math.max(AFTER_THE_END, END_SHARE * time.seconds)
}
