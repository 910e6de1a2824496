/**
 * Holds open the LP relaxation of a week in which a limited number of sessions may change: solves all levels with some changes fixed, and
 * gives bounds for any rota.
 */
import type { Level } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { Basis, Engine } from '../engines/engine.ts'
import { floorOf } from '../facts/level-units.ts'
import type { ModelColumn } from '../lp/spaces.ts'
import type { LevelCosts } from '../model/elastic.ts'
import type { ColumnBounds } from '../search/column-bounds.ts'
import { Relaxation } from '../search/relaxation.ts'
import { levelValue } from '../search/tolerances.ts'
import type { ChangeProgramme } from './change-programme.ts'

/** Seconds for one level. Effectively unlimited: callers with less time terminate the thread. */
const PATIENCE = 120

/** How much a capped level may get worse while later ones are solved. */
const TOLERANCE = 1e-6

/** Rounding errors of engines. */
const NOISE = 1e-6

/** Smaller differences, relative to a level's floor, count as equal. */
const EVEN = 1e-4

/** A point of the programme, and its value on each level. */
export interface Solved {
  readonly point: Float64Array
  readonly values: readonly number[]
}

/** Call `close` in a `finally`. */
export class ChangeRelaxation {
  readonly #programme: ChangeProgramme
  readonly #problem: Problem
  readonly #relaxation: Relaxation

  constructor(programme: ChangeProgramme, problem: Problem, engine: Engine) {
    this.#programme = programme
    this.#problem = problem
    this.#relaxation = new Relaxation(programme.model, engine, TOLERANCE)
  }

  close(): void {
    this.#relaxation.close()
  }

  /** Solves all levels of the relaxation with at most `limit` changes and some columns fixed; gives up once it is worse than `best`. */
  async solve(
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
      if (best !== undefined && this.order(caps, best.slice(0, caps.length)) > 0) return undefined
    }
    const found = point
    return found && { point: found, values: this.valuesAt(found) }
  }

  valuesAt(point: Float64Array): number[] {
    return this.#programme.model.levels.map((costs) => levelValue(costs, point))
  }

  /**
   * Warm starts for the levels up to service only: a later level's optimum is closer to the previous
   * level's than to its own earlier one, which halves the time.
   */
  #starts(): ReadonlyMap<number, Basis> {
    const last = this.#levels().findIndex(({ level }) => level === 'service')
    return new Map([...this.#relaxation.bases()].filter(([rank]) => last < 0 || rank <= last))
  }

  /**
   * By level: the bound from the relaxation with no change fixed, only their number limited, and the earlier levels capped at the rota's
   * values. While those equal the root relaxation's, its values are the bounds; a level at 0 needs none.
   */
  async bounds(limit: number, { values }: Solved, root?: Solved): Promise<Map<Level, number>> {
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

  /** Bounds of all integer columns: those not in `held` are free again. */
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

  /** If no level has costs, any feasible point will do. */
  #levels(): readonly LevelCosts[] {
    const { levels } = this.#programme.model
    return levels.length > 0 ? levels : [{ level: 'never', columns: [], costs: [] }]
  }

  #limits() {
    return { seconds: PATIENCE, relativeGap: 0, absoluteGap: 0, seed: this.#problem.solve.seed }
  }

  /** Whether every level is within the document's gap of its bound. */
  isNear(values: readonly number[], bounds: ReadonlyMap<Level, number>): boolean {
    const { gap } = this.#problem.solve
    return this.#programme.model.levels.every(({ level }, rank) => {
      const value = values[rank] ?? 0
      return value - (bounds.get(level) ?? 0) <= gap * Math.max(Math.abs(value), floorOf(level, this.#problem)) + NOISE
    })
  }

  order(a: readonly number[], b: readonly number[]): number {
    for (const [rank, { level }] of this.#programme.model.levels.entries()) {
      const difference = (a[rank] ?? 0) - (b[rank] ?? 0)
      if (Math.abs(difference) > EVEN * floorOf(level, this.#problem)) return difference
    }
    return 0
  }
}
