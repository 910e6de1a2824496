/**
 * Relax and fix: a first rota where the greedy one breaks a rule that never bends. A few people at a time get whole sessions, the
 * others staying where the relaxation has them in fractions, or where they have been placed before. Then neighbourhoods of the rota
 * are searched as long as there is time: what binds a rota of long runs and totals is each person's own pattern, not the practice.
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
  /** Wall seconds left for this. */
  readonly remaining: () => number
  readonly stop?: Int32Array
  /** Called for every better rota. */
  readonly onBetter?: (point: Float64Array) => void
  /** Of a programme with one level: no rota is below this in it. */
  readonly least?: number
}

/** Yes/no columns that are decided together the first time: hardly more than one person, since quick comes first. */
const FIRST_TOGETHER = 120
/** Branches in such a programme. */
const NODES = 20
/** Neighbourhoods in a row without a better rota after which no more are tried. */
const PATIENCE = 60
/** Branches in a neighbourhood: what wants more is too large to be worth its time. */
const NEIGHBOURHOOD_NODES = 5
/** A neighbourhood is a small share of the whole value: its gap must not hide what it could give. */
const NEIGHBOURHOOD_GAP = 1e-4

/** A rota this near to what is proven, relative above 1, is the best there is. */
const NEAR = 1e-6

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
  return new PersonSearch(model, draft, placing).place()
}

/** A rota with one level, improved neighbourhood by neighbourhood. Several levels are won one after another. */
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
  /** No rota is better: the relaxation's value. */
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

  /** Random neighbourhoods, as long as there is time and something comes of them. */
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

  /** Everybody outside the neighbourhood stays where they are. */
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

  /** People in random order, as many together as have few enough of these columns; another order every round. */
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
