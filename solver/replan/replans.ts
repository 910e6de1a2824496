/**
 * The best rota that changes at most so many sessions of a published one, for several numbers. For each, the relaxation of all levels is
 * solved from where the last one ended; it bounds every such rota, and shows what to change: the change that it wants most is made, and
 * it is solved again, until nothing is fractional.
 */
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { checked } from '../engines/checked.ts'
import type { Basis, Engine } from '../engines/engine.ts'
import { floorOf } from '../facts/level-units.ts'
import { fractionalColumns } from '../lp/lp.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { ColumnBounds } from '../search/column-bounds.ts'
import { Relaxation } from '../search/relaxation.ts'
import { levelValue } from '../search/tolerances.ts'
import { ChangeProgramme, type PublishedWeek } from './change-programme.ts'

export interface Replan {
  /** Changes that were allowed. */
  readonly moves: number
  /** Null where none was found. `impossible`: proven that no rota with so few changes keeps what has no exception. */
  readonly rota: Rota | null
  readonly impossible: boolean
  readonly values: ReadonlyMap<Level, number>
  /** No rota with so few changes that is as good on the levels before is below it. */
  readonly bounds: ReadonlyMap<Level, number>
}

export interface ReplanMeans {
  readonly engine: Engine
  /** Called before each number of changes. */
  readonly onStep?: (moves: number) => void
}

/** Wall seconds for one level; anyone who allows less terminates the thread. */
const PATIENCE = 120

/** A capped level may be so much worse while later ones are solved. */
const TOLERANCE = 1e-6

/** A value this near to a whole number is one. */
const WHOLE = 1e-6

/** Rounding of engines. */
const NOISE = 1e-6

/** Less is equal, as a share of the least that a level's gaps are measured by. */
const EVEN = 1e-4

/** Changes that are compared before one of them is made; with more than a few to make, the first is made at once. */
const ALTERNATIVES = 4
const FEW = 10

/** Solves of all levels at most, for one number of changes, before what is left is given up. */
const MOST_STEPS = 60

/** `moves` in ascending order. */
export async function replans(week: PublishedWeek, moves: readonly number[], means: ReplanMeans): Promise<Replan[]> {
  const programme = new ChangeProgramme(week)
  const search = new ReplanSearch(programme, week.problem, checked(means.engine))
  try {
    const found: Replan[] = []
    for (const most of moves) {
      means.onStep?.(most)
      found.push(await search.best(most, found.at(-1)))
    }
    return found
  } finally {
    search.close()
  }
}

interface Held {
  readonly column: ModelColumn
  readonly value: number
}

interface Solved {
  readonly point: Float64Array
  readonly values: readonly number[]
}

function isOpen(value: number): boolean {
  return Math.abs(value - Math.round(value)) > WHOLE
}

class ReplanSearch {
  readonly #programme: ChangeProgramme
  readonly #problem: Problem
  readonly #relaxation: Relaxation
  readonly #points = new WeakMap<Replan, Solved>()

  constructor(programme: ChangeProgramme, problem: Problem, engine: Engine) {
    this.#programme = programme
    this.#problem = problem
    this.#relaxation = new Relaxation(programme.model, engine, TOLERANCE)
  }

  close(): void {
    this.#relaxation.close()
  }

  /** Never worse than with fewer changes, or with none. */
  async best(moves: number, fewer: Replan | undefined): Promise<Replan> {
    const limit = Math.min(moves, this.#programme.most)
    const known = (fewer && this.#points.get(fewer)) ?? (await this.#unchanged())
    if (known !== undefined) {
      const bounds = await this.#bounds(limit, known)
      if (this.#isNear(known.values, bounds)) return this.#answer(moves, known, { impossible: false, bounds })
    }
    const root = await this.#solve(limit, new Map())
    if (root === 'infeasible') return this.#answer(moves, null, { impossible: true, bounds: new Map() })
    const dived = root === undefined ? undefined : await this.#dive(limit, root)
    const best =
      known !== undefined && (dived === undefined || this.#order(known.values, dived.values) <= 0) ? known : dived
    if (best === undefined) return this.#answer(moves, null, { impossible: false, bounds: new Map() })
    return this.#answer(moves, best, { impossible: false, bounds: await this.#bounds(limit, best, root) })
  }

  /** As published, with its contacts planned again; undefined where that breaks what has no exception. */
  async #unchanged(): Promise<Solved | undefined> {
    const { choices, telephones } = this.#programme
    const held = [...choices, ...telephones].map(({ column, published }): [ModelColumn, number] => [
      column,
      Number(published),
    ])
    const solved = await this.#solve(0, new Map(held))
    if (typeof solved !== 'object') return undefined
    return fractionalColumns(this.#programme.model.lp, solved.point).length === 0 ? solved : undefined
  }

  /** Of the changes that the relaxation wants most, makes the one after which it is best, again and again. */
  async #dive(limit: number, root: Solved): Promise<Solved | undefined> {
    const held = new Map<ModelColumn, number>()
    let solved = root
    for (let step = 0; step < MOST_STEPS; step++) {
      const wanted = this.#wanted(solved.point, limit)
      if (wanted.length === 0) return this.#withoutFractions(limit, held, solved)
      const tried = await this.#tryEach(limit, held, wanted)
      const [best] = tried.sort((a, b) => this.#order(a.solved.values, b.solved.values))
      if (best !== undefined) {
        held.set(best.column, best.value)
        solved = best.solved
        continue
      }
      // None of them is possible: all of them stay as they are published.
      for (const { column, value } of wanted) held.set(column, 1 - value)
      const rest = await this.#solve(limit, held)
      if (typeof rest !== 'object') return undefined
      solved = rest
    }
    return undefined
  }

  async #tryEach(limit: number, held: ReadonlyMap<ModelColumn, number>, wanted: readonly Held[]) {
    const tried: (Held & { readonly solved: Solved })[] = []
    for (const { column, value } of wanted) {
      const best = tried.at(-1)?.solved.values
      const solved = await this.#solve(limit, new Map([...held, [column, value]]), best)
      if (typeof solved === 'object') tried.push({ column, value, solved })
    }
    return tried
  }

  /** Fractional changes, the largest first: taking somebody on before giving somebody up, which follows by itself. */
  #wanted(point: Float64Array, most: number): Held[] {
    return this.#programme.choices
      .filter(({ column }) => isOpen(point[column] ?? 0))
      .map(({ column, published }) => ({
        ...{ column, published, value: published ? 0 : 1 },
        share: published ? 1 - (point[column] ?? 0) : (point[column] ?? 0),
      }))
      .sort((a, b) => Number(a.published) - Number(b.published) || b.share - a.share)
      .slice(0, most > FEW ? 1 : ALTERNATIVES)
  }

  /** Everybody is placed: whoever telephones does so as published, or, where that cannot be, as the relaxation has it, rounded. */
  async #withoutFractions(
    limit: number,
    placed: ReadonlyMap<ModelColumn, number>,
    { point, values }: Solved,
  ): Promise<Solved | undefined> {
    const open = fractionalColumns(this.#programme.model.lp, point) as ModelColumn[]
    if (open.length === 0) return { point, values }
    const { choices, telephones } = this.#programme
    const here = choices.map(({ column }): [ModelColumn, number] => [column, Math.round(point[column] ?? 0)])
    const published = new Map(telephones.map(({ column, published: people }) => [column, people]))
    const ways = [
      telephones.map(({ column }): [ModelColumn, number] => [column, published.get(column) ?? 0]),
      open.map((column): [ModelColumn, number] => [column, published.get(column) ?? Math.ceil(point[column] ?? 0)]),
      open.map((column): [ModelColumn, number] => [column, Math.ceil(point[column] ?? 0)]),
    ]
    for (const way of ways) {
      const solved = await this.#solve(limit, new Map([...placed, ...here, ...way]))
      if (typeof solved === 'object' && fractionalColumns(this.#programme.model.lp, solved.point).length === 0)
        return solved
    }
    return undefined
  }

  /** All levels of the relaxation with at most so many changes, some columns held; given up once it is worse than `best`. */
  async #solve(
    limit: number,
    held: ReadonlyMap<ModelColumn, number>,
    best?: readonly number[],
  ): Promise<Solved | 'infeasible' | undefined> {
    this.#relaxation.hold(this.#within(limit, held))
    const caps: number[] = []
    let point: Float64Array | undefined
    for (const [rank, costs] of this.#levels().entries()) {
      const answer = await this.#relaxation.solve(rank, caps, this.#limits())
      if (answer.status === 'infeasible') return 'infeasible'
      if (!('point' in answer)) return undefined
      point = answer.point
      caps.push(levelValue(costs, point))
      if (best !== undefined && this.#order(caps, best.slice(0, caps.length)) > 0) return undefined
    }
    const found = point
    return found && { point: found, values: this.#programme.model.levels.map((costs) => levelValue(costs, found)) }
  }

  /** After service, a level's optimum is nearer to that of the level before than to its own with columns held: half the time. */
  #starts(): ReadonlyMap<number, Basis> {
    const last = this.#levels().findIndex(({ level }) => level === 'service')
    return new Map([...this.#relaxation.bases()].filter(([rank]) => last < 0 || rank <= last))
  }

  /**
   * By level: the relaxation with nothing held but the number of changes, the levels before capped at what was found. As long as those are
   * what the relaxation has, that is its own value; and nothing is below zero.
   */
  async #bounds(limit: number, { values }: Solved, root?: Solved): Promise<Map<Level, number>> {
    this.#relaxation.hold(this.#within(limit, new Map()))
    this.#relaxation.startFrom(this.#starts())
    const bounds = new Map<Level, number>()
    let isTight = root !== undefined
    for (const [rank, { level }] of this.#programme.model.levels.entries()) {
      const [value, least] = [values[rank] ?? 0, root?.values[rank] ?? 0]
      const known = value <= NOISE ? 0 : isTight ? least : undefined
      isTight &&= value - least <= NOISE
      if (known !== undefined) {
        bounds.set(level, Math.max(0, Math.min(value, known)))
        continue
      }
      const answer = await this.#relaxation.solve(rank, values.slice(0, rank), this.#limits())
      if (answer.status === 'optimal') bounds.set(level, Math.min(values[rank] ?? 0, Math.max(0, answer.bound)))
    }
    return bounds
  }

  /** Bounds of every column that a search may hold: those not held are free again. */
  #within(limit: number, held: ReadonlyMap<ModelColumn, number>): ColumnBounds[] {
    const { model, changes } = this.#programme
    const bounds: ColumnBounds[] = changes === undefined ? [] : [{ column: changes, lower: 0, upper: limit }]
    for (const [j, whole] of model.lp.whole.entries()) {
      const column = j as ModelColumn
      if (whole === 0 || column === changes) continue
      const value = held.get(column)
      bounds.push({ column, lower: value ?? model.lp.lower[j] ?? 0, upper: value ?? model.lp.upper[j] ?? 0 })
    }
    return bounds
  }

  /** Where nothing is asked for, any point will do. */
  #levels(): readonly LevelCosts[] {
    const { levels } = this.#programme.model
    return levels.length > 0 ? levels : [{ level: 'never', columns: [], costs: [] }]
  }

  #limits() {
    return { seconds: PATIENCE, relativeGap: 0, absoluteGap: 0, seed: this.#problem.solve.seed }
  }

  /** On every level within the gap that the document asks for of what no rota is below. */
  #isNear(values: readonly number[], bounds: ReadonlyMap<Level, number>): boolean {
    const { gap } = this.#problem.solve
    return this.#programme.model.levels.every(({ level }, rank) => {
      const value = values[rank] ?? 0
      return value - (bounds.get(level) ?? 0) <= gap * Math.max(Math.abs(value), floorOf(level, this.#problem)) + NOISE
    })
  }

  #order(a: readonly number[], b: readonly number[]): number {
    for (const [rank, { level }] of this.#programme.model.levels.entries()) {
      const difference = (a[rank] ?? 0) - (b[rank] ?? 0)
      if (Math.abs(difference) > EVEN * floorOf(level, this.#problem)) return difference
    }
    return 0
  }

  #answer(moves: number, solved: Solved | null, known: Pick<Replan, 'impossible' | 'bounds'>): Replan {
    const { levels } = this.#programme.model
    const values = new Map(solved === null ? [] : levels.map(({ level }, rank) => [level, solved.values[rank] ?? 0]))
    const answer = { moves, rota: solved && this.#programme.rotaAt(solved.point), values, ...known }
    if (solved !== null) this.#points.set(answer, solved)
    return answer
  }
}
