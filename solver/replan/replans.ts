/**
 * The best rota with at most N changes to a published one, for several N. For each N, the relaxation of all levels is solved from the last
 * basis. It bounds every such rota and guides a dive: fix the change that it wants most and solve again, until nothing is fractional.
 */
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { checked } from '../engines/checked.ts'
import type { Engine } from '../engines/engine.ts'
import { fractionalColumns } from '../lp/lp.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import { ChangeProgramme, type PublishedWeek } from './change-programme.ts'
import { ChangeRelaxation, type Solved } from './change-relaxation.ts'
import { fullSearch, type Proof, proven } from './full-search.ts'

export interface Replan {
  /** Number of changes allowed. */
  readonly moves: number
  /** Null if none was found. `impossible`: proven that no rota with so few changes keeps all hard rules. */
  readonly rota: Rota | null
  readonly impossible: boolean
  readonly values: ReadonlyMap<Level, number>
  /** No rota with so few changes that is as good on the earlier levels is below these. */
  readonly bounds: ReadonlyMap<Level, number>
}

export interface ReplanMeans {
  readonly engine: Engine
  /**
   * Seconds from any fixed point. If given, any number of changes also gets a full search, unless the result is within the gap without one.
   */
  readonly clock?: () => number
  /** Called before each number of changes. */
  readonly onStep?: (moves: number) => void
  /** Called after each number of changes, with all results so far. */
  readonly onFound?: (found: readonly Replan[]) => void
}

/** Integrality tolerance. */
const WHOLE = 1e-6

/** A level that is worse by less is as good: engines cap levels no more closely. */
const AS_GOOD = 1e-5

/** Columns of a programme whose levels are proven in less than a second. */
const SMALL = 3_000

/**
 * Changes compared at each step of the dive; if more than the second number are allowed, the first candidate is taken without comparison.
 */
const ALTERNATIVES = 4
const FEW = 10

/** Step limit of a dive. */
const MOST_STEPS = 60

/** `moves` in ascending order. */
export async function replans(week: PublishedWeek, moves: readonly number[], means: ReplanMeans): Promise<Replan[]> {
  const programme = new ChangeProgramme(week)
  const search = new ReplanSearch(programme, week.problem, { ...means, engine: checked(means.engine) })
  try {
    const found: Replan[] = []
    for (const most of moves) {
      means.onStep?.(most)
      found.push(await search.best(most, found.at(-1)))
      means.onFound?.(found)
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

function isOpen(value: number): boolean {
  return Math.abs(value - Math.round(value)) > WHOLE
}

class ReplanSearch {
  readonly #programme: ChangeProgramme
  readonly #problem: Problem
  readonly #relaxed: ChangeRelaxation
  readonly #means: ReplanMeans
  #proof: Proof | undefined
  #hasTried = false
  readonly #points = new WeakMap<Replan, Solved>()

  constructor(programme: ChangeProgramme, problem: Problem, means: ReplanMeans) {
    this.#programme = programme
    this.#problem = problem
    this.#means = means
    this.#relaxed = new ChangeRelaxation(programme, problem, means.engine)
  }

  close(): void {
    this.#relaxed.close()
  }

  /** Never worse than with fewer changes, or none. */
  async best(moves: number, fewer: Replan | undefined): Promise<Replan> {
    const limit = Math.min(moves, this.#programme.most)
    const known = (fewer && this.#points.get(fewer)) ?? (await this.#unchanged())
    if (known !== undefined) {
      const bounds = await this.#bounds(limit, known)
      if (this.#relaxed.isNear(known.values, bounds)) return this.#answer(moves, known, { impossible: false, bounds })
    }
    const root = await this.#relaxed.solve(limit, new Map())
    if (root === 'infeasible') return this.#answer(moves, null, { impossible: true, bounds: new Map() })
    const dived = root === undefined ? undefined : await this.#dive(limit, root)
    const few = this.#better(known, dived)
    if (few !== undefined && !this.#relaxed.isNear(few.values, await this.#bounds(limit, few, root)))
      await this.#prove(few)
    const best = Number.isFinite(moves) ? few : await this.#searched(limit, this.#better(few, this.#proofPoint()))
    if (best === undefined) return this.#answer(moves, null, { impossible: false, bounds: new Map() })
    return this.#answer(moves, best, { impossible: false, bounds: await this.#bounds(limit, best, root) })
  }

  /** Once, and only where that takes little: what any number of changes can do, which holds for fewer. */
  async #prove({ point: start }: Solved): Promise<void> {
    const { engine, clock } = this.#means
    if (clock === undefined || this.#hasTried || this.#programme.model.lp.columns > SMALL) return
    this.#hasTried = true
    this.#proof = await proven({ problem: this.#problem, programme: this.#programme, start, engine, clock })
  }

  /** By level: no rota with so few changes that is as good on the levels before is below it. */
  async #bounds(limit: number, of: Solved, root?: Solved): Promise<ReadonlyMap<Level, number>> {
    const bounds = await this.#relaxed.bounds(limit, of, root)
    const valueAt = (level: Level) =>
      of.values[this.#programme.model.levels.findIndex((one) => one.level === level)] ?? 0
    if (valueAt('never') > AS_GOOD) return bounds
    for (const { level, bound, cap } of this.#proof?.levels ?? []) {
      const value = valueAt(level)
      bounds.set(level, Math.max(bounds.get(level) ?? 0, Math.min(value, bound)))
      // Later levels were won with this one no higher.
      if (value > cap + AS_GOOD * Math.max(1, cap)) break
    }
    return bounds
  }

  /** The published rota with its contacts planned again; undefined if that breaks hard rules. */
  async #unchanged(): Promise<Solved | undefined> {
    const { choices, telephones } = this.#programme
    const held = [...choices, ...telephones].map(({ column, published }): [ModelColumn, number] => [
      column,
      Number(published),
    ])
    const solved = await this.#relaxed.solve(0, new Map(held))
    if (typeof solved !== 'object') return undefined
    return fractionalColumns(this.#programme.model.lp, solved.point).length === 0 ? solved : undefined
  }

  /** The better of the two; the first if they are equal. */
  #better(one: Solved | undefined, other: Solved | undefined): Solved | undefined {
    if (one === undefined || other === undefined) return one ?? other
    return this.#relaxed.order(one.values, other.values) <= 0 ? one : other
  }

  /** For any number of changes: full search, unless the known rota is already within the gap. */
  async #searched(limit: number, known: Solved | undefined): Promise<Solved | undefined> {
    const { engine, clock } = this.#means
    if (clock === undefined) return known
    if (known !== undefined && this.#relaxed.isNear(known.values, await this.#bounds(limit, known))) return known
    const task = { problem: this.#problem, programme: this.#programme, start: known?.point, engine, clock }
    const point = await fullSearch(task)
    return this.#better(known, point && { point, values: this.#relaxed.valuesAt(point) })
  }

  #proofPoint(): Solved | undefined {
    const point = this.#proof?.point
    return point && { point, values: this.#relaxed.valuesAt(point) }
  }

  /** Dives: of the changes that the relaxation wants most, fixes the one that gives the best relaxation, until nothing is fractional. */
  async #dive(limit: number, root: Solved): Promise<Solved | undefined> {
    const held = new Map<ModelColumn, number>()
    let solved = root
    for (let step = 0; step < MOST_STEPS; step++) {
      const wanted = this.#wanted(solved.point, limit)
      if (wanted.length === 0) return this.#withoutFractions(limit, held, solved)
      const tried = await this.#tryEach(limit, held, wanted)
      const [best] = tried.sort((a, b) => this.#relaxed.order(a.solved.values, b.solved.values))
      if (best !== undefined) {
        held.set(best.column, best.value)
        solved = best.solved
        continue
      }
      // None of them is feasible, so all stay as published.
      for (const { column, value } of wanted) held.set(column, 1 - value)
      const rest = await this.#relaxed.solve(limit, held)
      if (typeof rest !== 'object') return undefined
      solved = rest
    }
    return undefined
  }

  async #tryEach(limit: number, held: ReadonlyMap<ModelColumn, number>, wanted: readonly Held[]) {
    const tried: (Held & { readonly solved: Solved })[] = []
    for (const { column, value } of wanted) {
      const best = tried.at(-1)?.solved.values
      const solved = await this.#relaxed.solve(limit, new Map([...held, [column, value]]), best)
      if (typeof solved === 'object') tried.push({ column, value, solved })
    }
    return tried
  }

  /** Fractional changes, largest first; added placements before removed ones, which follow from them. */
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

  /** All placements are integer: fixes telephone work as published or, if that is infeasible, as in the relaxation, rounded up. */
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
      const solved = await this.#relaxed.solve(limit, new Map([...placed, ...here, ...way]))
      if (typeof solved === 'object' && fractionalColumns(this.#programme.model.lp, solved.point).length === 0)
        return solved
    }
    return undefined
  }

  #answer(moves: number, solved: Solved | null, known: Pick<Replan, 'impossible' | 'bounds'>): Replan {
    const { levels } = this.#programme.model
    const values = new Map(solved === null ? [] : levels.map(({ level }, rank) => [level, solved.values[rank] ?? 0]))
    const answer = { moves, rota: solved && this.#programme.rotaAt(solved.point), values, ...known }
    if (solved !== null) this.#points.set(answer, solved)
    return answer
  }
}
