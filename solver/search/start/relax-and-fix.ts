/**
 * Relax and fix: a first rota if the greedy one breaks a hard rule. Makes a few people at a time integer, while the others stay fractional
 * or as already placed. Then searches neighbourhoods of the rota while time is left, because rotas of long runs and totals are bound by
 * each person's own pattern, not by the practice.
 */
import { grouped } from '../../../src/grouped.ts'
import type { Engine, Limits } from '../../engines/engine.ts'
import { fix } from '../../lp/fix.ts'
import { type Lp, relaxationOf } from '../../lp/lp.ts'
import type { Draft, Placement } from '../../model/draft.ts'
import { columnIn, type Model } from '../../model/elastic.ts'
import { levelValue } from '../tolerances.ts'
import { AdaptiveNeighbourhoods } from './adaptive.ts'
import { completeStart, weightedCosts } from './complete.ts'
import { shuffled } from './shuffled.ts'

export interface Placing {
  readonly engine: Engine
  readonly seed: number
  /** Wall-clock seconds left for this. */
  readonly remaining: () => number
  readonly stop?: Int32Array
  /** Called for every better rota. */
  readonly onBetter?: (point: Float64Array) => void
  /** For a programme with one level: a bound on it. */
  readonly least?: number
}

/** Binary columns decided together at first: little more than one person's, to be quick. */
const FIRST_TOGETHER = 120
/** Node limit of such a programme. */
const NODES = 20
/** Consecutive neighbourhoods without improvement after which the search ends. */
const PATIENCE = 60
/** Node limit of a neighbourhood: one that needs more is too large to be worth its time. */
const NEIGHBOURHOOD_NODES = 5
/** Relative gap of a neighbourhood. It is a small share of the whole value, and a wider gap would hide what it could gain. */
const NEIGHBOURHOOD_GAP = 1e-4

/** A rota this close to its bound (relative above 1) counts as optimal. */
const NEAR = 1e-6

/** A column of the programme and its person. */
interface Own {
  readonly column: number
  readonly placement: Placement
}

/** Undefined if the programme is infeasible, a group cannot be placed after the ones before it, or time runs out. */
export async function placePersonByPerson(
  model: Model,
  draft: Draft,
  placing: Placing,
): Promise<Float64Array | undefined> {
  return new PersonSearch(model, draft, placing).place()
}

/** Improves a rota with one level by neighbourhoods. Several levels are won one after another instead. */
export async function improveByNeighbourhoods(
  point: Float64Array,
  { model, draft }: { readonly model: Model; readonly draft: Draft },
  placing: Placing,
): Promise<Float64Array> {
  return new PersonSearch(model, draft, placing).improve(point)
}

class PersonSearch {
  readonly #model: Model
  readonly #draft: Draft
  readonly #placing: Placing
  readonly #lp: Lp
  readonly #own: readonly Own[]
  /** The relaxation's value: no rota is below it. */
  #bound = Number.NEGATIVE_INFINITY

  constructor(model: Model, draft: Draft, placing: Placing) {
    this.#model = model
    this.#draft = draft
    this.#placing = placing
    this.#lp = { ...model.lp, cost: weightedCosts(model) }
    this.#own = draft.placements.flatMap((placement) => {
      const column = columnIn(model, placement.column)
      return column === undefined ? [] : [{ column, placement }]
    })
  }

  async place(): Promise<Float64Array | undefined> {
    const loose = relaxationOf(this.#lp)
    const relaxed = await this.#placing.engine.solve(loose, this.#limits({ interior: true }))
    if (!('point' in relaxed)) return undefined
    this.#bound = relaxed.objective
    let point = relaxed.point
    for (const group of this.#groups(this.#own, 0, FIRST_TOGETHER)) {
      const mine = new Set(group.map(({ column }) => column))
      const others = this.#own.map(({ column }) => column).filter((column) => !mine.has(column))
      const held = fix(loose, point, others)
      const whole = Uint8Array.from(loose.whole)
      for (const column of mine) whole[column] = 1
      const answer = await this.#placing.engine.solve({ ...held, whole }, this.#limits({ relativeGap: 0.005 }))
      if (!('point' in answer)) return undefined
      point = answer.point
    }
    const taken = new Set(this.#own.filter(({ column }) => (point[column] ?? 0) > 0.5).map((o) => o.placement.column))
    const { engine, seed, stop } = this.#placing
    return completeStart(this.#model, this.#draft, taken, {
      ...{ engine, seed, stop, cost: this.#lp.cost },
      seconds: 4 * this.#placing.remaining(),
    })
  }

  /** Searches random neighbourhoods while there is time and they still improve the rota. */
  async improve(first: Float64Array): Promise<Float64Array> {
    let point = first
    const { horizon } = this.#draft.problem
    const places = this.#own.map(({ column, placement: { person, session } }) => ({
      ...{ column, person, day: horizon.sessions[session]?.day ?? 0 },
    }))
    const neighbourhoods = new AdaptiveNeighbourhoods(places, { days: horizon.days.length, seed: this.#placing.seed })
    while (neighbourhoods.idle < PATIENCE && !this.#isOver() && !this.#isBest(point)) {
      const next = neighbourhoods.next()
      const { better, isClosed } = await this.#searched(point, next.free)
      neighbourhoods.learn(next, { isBetter: better !== null, isClosed })
      if (better !== null) this.#placing.onBetter?.(better)
      point = better ?? point
      if (isClosed && neighbourhoods.isWhole(next)) return point
    }
    return point
  }

  /** Everybody outside the neighbourhood stays fixed. */
  async #searched(
    point: Float64Array,
    neighbourhood: readonly number[],
  ): Promise<{ readonly better: Float64Array | null; readonly isClosed: boolean }> {
    const free = new Set(neighbourhood)
    const held = this.#own.map(({ column }) => column).filter((column) => !free.has(column))
    const answer = await this.#placing.engine.solve(
      fix(this.#lp, point, held),
      this.#limits({ relativeGap: NEIGHBOURHOOD_GAP, start: point, nodes: NEIGHBOURHOOD_NODES }),
    )
    const least = this.#value(point) - 1e-9 * Math.max(1, Math.abs(this.#value(point)))
    const better = 'point' in answer && this.#value(answer.point) < least ? answer.point : null
    return { better, isClosed: answer.status === 'optimal' }
  }

  /** Groups of people in random order, as many together as have at most `most` of these columns; each round has another order. */
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

  #value(point: Float64Array): number {
    return this.#lp.cost.reduce((sum, cost, j) => sum + cost * (point[j] ?? 0), 0)
  }

  #isBest(point: Float64Array): boolean {
    const [only] = this.#model.levels
    const { least } = this.#placing
    if (only !== undefined && least !== undefined && levelValue(only, point) <= least + NEAR * Math.max(1, least))
      return true
    return this.#value(point) <= this.#bound + NEAR * Math.max(1, Math.abs(this.#bound))
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
