/**
 * Holds a staffing mix open: wins its levels in order, each in a programme of its own that continues from its last basis, so that asking
 * about one more session costs a few simplex iterations.
 */
import type { Level } from '../../src/breach.ts'
import { Defect } from '../../src/errors.ts'
import type { Clinic } from '../../src/rota.ts'
import { openSession } from '../engines/cold-session.ts'
import type { Engine, Session } from '../engines/engine.ts'
import { withRows } from '../lp/edit.ts'
import type { Lp } from '../lp/lp.ts'
import type { DraftColumn } from '../lp/spaces.ts'
import { clinicsOf } from '../model/decode.ts'
import { type LevelCosts, type Model, readingOf } from '../model/elastic.ts'
import { FREEZE_TOLERANCE, levelValue } from '../search/tolerances.ts'
import type { MixModel } from './mix-model.ts'

export interface MixAnswer {
  /** Value and bound of each level, in the units of a rota's levels. */
  readonly levels: readonly { readonly level: Level; readonly value: number; readonly bound: number }[]
  readonly point: Float64Array
  /** By group: estimated change of each level with one more session, from reduced costs. */
  readonly prices: ReadonlyMap<string, readonly number[]>
}

/** Sessions per week by group beyond those contracted; negative for fewer. */
export type Extra = ReadonlyMap<string, number>

/** Wall-clock seconds per level. */
const SECONDS = 600

export class OpenMix {
  readonly #mix: MixModel
  readonly #sessions: readonly Session[]
  #solved = 0

  constructor(mix: MixModel, engine: Engine) {
    this.#mix = mix
    this.#sessions = mix.model.levels.map((costs, rank) => openSession(engine, levelLp(mix.model, costs, rank)))
  }

  /** Number of LPs solved so far. */
  get solved(): number {
    return this.#solved
  }

  /** `atLeast`: caps are at least these values, even if levels could do better; for comparing with a rota that has them. */
  async solve(extra: Extra = new Map(), atLeast: ReadonlyMap<Level, number> = new Map()): Promise<MixAnswer | null> {
    const caps: number[] = []
    const levels: MixAnswer['levels'][number][] = []
    const prices = new Map<string, number[]>([...this.#mix.extra.keys()].map((group) => [group, []]))
    let point: Float64Array | undefined
    for (const [rank, costs] of this.#mix.model.levels.entries()) {
      const session = this.#sessions[rank]
      if (session === undefined) throw new Defect('a level of the mix has no programme')
      const found = await this.#won(session, { extra, caps })
      if (found === null) return null
      point = found.point
      const value = levelValue(costs, point)
      levels.push({ level: costs.level, value, bound: Math.min(value, Math.max(0, found.bound)) })
      for (const [group, column] of this.#mix.extra) prices.get(group)?.push(found.reducedCosts?.[column] ?? 0)
      caps.push(Math.max(value, atLeast.get(costs.level) ?? 0))
    }
    return point === undefined ? null : { levels, point, prices }
  }

  /** The contact plan of a point, over the days of the mix. */
  clinics(point: Float64Array): Clinic[] {
    return clinicsOf(this.#mix.draft, this.reading(point))
  }

  reading(point: Float64Array): (column: DraftColumn) => number {
    return readingOf(this.#mix.model, point)
  }

  close(): void {
    for (const session of this.#sessions) session.close()
  }

  async #won(session: Session, { extra, caps }: { extra: Extra; caps: readonly number[] }) {
    const { model, extra: columns } = this.#mix
    for (const [group, column] of columns) {
      const sessions = extra.get(group) ?? 0
      if (session.lp.lower[column] !== sessions) session.setColumnBounds(column, sessions, sessions)
    }
    for (const [k, value] of caps.entries()) {
      const most = value + FREEZE_TOLERANCE * Math.max(1, value)
      session.setRowBounds(model.lp.rows + k, Number.NEGATIVE_INFINITY, most)
    }
    this.#solved += 1
    const answer = await session.solve({ seconds: SECONDS, relativeGap: 0, absoluteGap: 0, seed: 1 })
    if (answer.status === 'infeasible') return null
    if (!('point' in answer)) throw new Defect(`a staffing mix ended ${answer.status}`)
    return answer
  }
}

/** One level's costs, with a row for each earlier level that is not capped yet. */
function levelLp({ lp, levels }: Model, costs: LevelCosts, rank: number): Lp {
  const cost = new Float64Array(lp.columns)
  costs.columns.forEach((column, k) => {
    cost[column] = costs.costs[k] ?? 0
  })
  const rows = levels.slice(0, rank).map((before) => ({
    indices: before.columns,
    values: before.costs,
    lower: Number.NEGATIVE_INFINITY,
    upper: Number.POSITIVE_INFINITY,
  }))
  return withRows({ ...lp, cost, offset: costs.settled ?? 0 }, rows)
}
