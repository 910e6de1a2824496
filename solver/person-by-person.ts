/**
 * A first rota where the quick one breaks a rule that never bends: a few people at a time get whole sessions, the others
 * staying where the relaxation has them in fractions, or where they have been placed before. Then groups of people, and
 * weeks, are placed anew as long as there is time: what binds a rota of long runs and totals is each person's own pattern,
 * not the practice.
 */
import { grouped } from '../src/grouped.ts'
import type { Draft, Placement } from './draft.ts'
import type { Engine, Limits } from './engines/engine.ts'
import { hold } from './hold.ts'
import { shuffled } from './lot.ts'
import { type Lp, relaxation } from './lp/lp.ts'
import type { Model } from './relax.ts'
import { finishStart, togetherCosts } from './round-off.ts'

export interface Placing {
  readonly engine: Engine
  readonly seed: number
  /** Wall seconds left for this. */
  readonly remaining: () => number
  readonly stop?: Int32Array
}

/** Yes/no columns that are decided together: small programmes are quick, and one a person would not see the others. */
const TOGETHER = 250
/** The first time, hardly more than one person at a time: the others are in fractions, and quick comes first. */
const FIRST_TOGETHER = 120
/** Branches in such a programme. */
const NODES = 20
/** Rounds without a better rota after which no more is tried, and by how much pieces are larger after each. */
const PATIENCE = 4
const GROWTH = 2

/** A column of the programme and whose it is. */
interface Own {
  readonly column: number
  readonly placement: Placement
}

/** None where the programme as a whole, or some group after the ones before, cannot be placed; or time runs out first. */
export async function placePersonByPerson(
  model: Model,
  draft: Draft,
  placing: Placing,
): Promise<Float64Array | undefined> {
  const search = new PersonSearch(model, draft, placing)
  const point = await search.place()
  // Several levels are won one after another, each by its own ladder: all of them together are only a way to begin.
  return point === undefined || model.levels.length > 1 ? point : search.improve(point)
}

class PersonSearch {
  readonly #model: Model
  readonly #draft: Draft
  readonly #placing: Placing
  readonly #lp: Lp
  readonly #own: readonly Own[]
  /** No rota is better: the relaxation's value. */
  #bound = Number.NEGATIVE_INFINITY

  constructor(model: Model, draft: Draft, placing: Placing) {
    this.#model = model
    this.#draft = draft
    this.#placing = placing
    this.#lp = { ...model.lp, cost: togetherCosts(model) }
    this.#own = draft.placements.flatMap((placement) => {
      const column = model.columnOf[placement.column] ?? -1
      return column < 0 ? [] : [{ column, placement }]
    })
  }

  async place(): Promise<Float64Array | undefined> {
    const loose = relaxation(this.#lp)
    const relaxed = await this.#placing.engine.solve(loose, this.#limits({ interior: true }))
    if (!('point' in relaxed)) return undefined
    this.#bound = relaxed.objective
    let point = relaxed.point
    for (const group of this.#groups(this.#own, 0, FIRST_TOGETHER)) {
      const mine = new Set(group.map(({ column }) => column))
      const others = this.#own.map(({ column }) => column).filter((column) => !mine.has(column))
      const held = hold(loose, point, others)
      const whole = Uint8Array.from(loose.whole)
      for (const column of mine) whole[column] = 1
      const answer = await this.#placing.engine.solve({ ...held, whole }, this.#limits({ relativeGap: 0.005 }))
      if (!('point' in answer)) return undefined
      point = answer.point
    }
    const taken = new Set(this.#own.filter(({ column }) => (point[column] ?? 0) > 0.5).map((o) => o.placement.column))
    const { engine, seed } = this.#placing
    return finishStart(this.#model, this.#draft, taken, { engine, seed, seconds: 4 * this.#placing.remaining() })
  }

  /** Pieces grow whenever a round over them has found nothing: small ones are quick, large ones see more. */
  async improve(first: Float64Array): Promise<Float64Array> {
    let point = first
    let size = TOGETHER
    let idle = 0
    for (let round = 1; idle < PATIENCE && !this.#isOver(); round++) {
      const before = this.#value(point)
      const pieces = round % 2 === 0 ? this.#windows(round, size) : this.#groups(this.#own, round, size)
      for (const piece of pieces) {
        if (this.#isOver() || this.#isBest(point)) return point
        point = await this.#anew(point, piece)
      }
      const isBetter = this.#value(point) < before - 1e-9 * Math.max(1, Math.abs(before))
      idle = isBetter ? 0 : idle + 1
      if (!isBetter) size *= GROWTH
    }
    return point
  }

  /** Everybody but the piece stays where they are. */
  async #anew(point: Float64Array, piece: readonly Own[]): Promise<Float64Array> {
    const free = new Set(piece.map(({ column }) => column))
    const held = this.#own.map(({ column }) => column).filter((column) => !free.has(column))
    const answer = await this.#placing.engine.solve(
      hold(this.#lp, point, held),
      this.#limits({ relativeGap: 3e-3, start: point }),
    )
    return 'point' in answer && this.#value(answer.point) < this.#value(point) ? answer.point : point
  }

  /** People by lot, as many together as have few enough of these columns; another lot every round. */
  #groups(own: readonly Own[], round: number, most: number): Own[][] {
    const people = grouped(own, ({ placement }) => placement.person)
    const groups: Own[][] = []
    for (const mine of shuffled(people, 1000 * this.#placing.seed + round)) {
      const last = groups.at(-1)
      if (last === undefined || last.length + mine.length > most) groups.push([...mine])
      else last.push(...mine)
    }
    return groups
  }

  /** More people together, for a week from Monday, and from Thursday into the next. */
  #windows(round: number, most: number): Own[][] {
    const { days, sessions } = this.#draft.problem.horizon
    const starts = Array.from({ length: Math.ceil(days.length / 3.5) }, (_, k) => Math.floor(3.5 * k))
    return starts.flatMap((first) => {
      const inside = this.#own.filter(({ placement }) => {
        const day = sessions[placement.session]?.day ?? -1
        return day >= first && day < first + 7
      })
      return this.#groups(inside, round, most)
    })
  }

  #value(point: Float64Array): number {
    return this.#lp.cost.reduce((sum, cost, j) => sum + cost * (point[j] ?? 0), 0)
  }

  #isBest(point: Float64Array): boolean {
    return this.#value(point) <= this.#bound + 1e-6 * Math.max(1, Math.abs(this.#bound))
  }

  #isOver(): boolean {
    const { stop, remaining } = this.#placing
    return remaining() <= 0 || (stop !== undefined && Atomics.load(stop, 0) !== 0)
  }

  #limits(change: Partial<Limits>): Limits {
    const { seed, stop, remaining } = this.#placing
    const always = { seconds: Math.max(0.05, remaining()), relativeGap: 0, absoluteGap: 1e-6, seed, nodes: NODES }
    return { ...always, ...(stop === undefined ? {} : { stop }), ...change }
  }
}
