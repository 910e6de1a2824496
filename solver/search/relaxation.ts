/**
 * What can be hoped for: the relaxation of all levels as one programme held open, on which an engine goes on from where it
 * stood. Five levels of five practices take a third of the time that they take one by one (docs/decisions/0021). Tight rows
 * (lp/rounding-cuts.ts) bring it nearer to whole sessions as it is looked at (docs/decisions/0022).
 */
import type { Level } from '../../src/breach.ts'
import { heldOpen } from '../engines/cold-session.ts'
import type { Answer, Basis, Engine, Limits, Session } from '../engines/engine.ts'
import { dualBound } from '../lp/dual-bound.ts'
import { type Row, type RowSum, withRows } from '../lp/edit.ts'
import { halvesOf, type Lp, relaxation } from '../lp/lp.ts'
import { RoundingCuts } from '../lp/mir-cuts.ts'
import type { LevelCosts, Model } from '../model/elastic.ts'
import { HUGE, LARGE, VERY_LARGE } from './sizes.ts'
import { FREEZE_TOLERANCE } from './tolerances.ts'

/** Rounds of tight rows in one look; rows in one round, and such a share of all rows in a large programme. */
const ROUNDS = 12
const ROWS_AT_ONCE = 400
const ROWS_SHARE = 0.03

/** Of the gap: a round of tight rows that raises the bound by less is the last one; in a very large programme a round takes long. */
const PAYS = 0.03
const PAYS_IN_VERY_LARGE = 0.1

/** So many steps of the simplex for each column: looks that come to their end take less than 1, most less than a half. */
const WANDERS = 1.5

/** A tight row, scaled to a largest coefficient of 1, that has more slack than this holds nothing up. */
const LEANING = 1e-6

/**
 * Whether a look is to begin anew, by interior point: the first one, and that at other need, to which what was best for safety and
 * urgent need says little. Fifty practices take 7 and 13 s so, and more than 300 and 63 s from a basis. In a huge programme the levels
 * after it as well.
 */
export function beginsAnew(lp: Lp, level: Level | undefined, isFirst: boolean): boolean {
  const isNear = !isFirst && (level === 'urgent' || (level !== 'service' && lp.columns <= HUGE))
  return lp.columns > LARGE && !isNear
}

/** By how much a round of tight rows is to raise a bound, of a level with this least denominator of its gap. */
export function payingFrom({ columns }: Lp, gap: number, floor: number): (bound: number) => number {
  const share = columns > VERY_LARGE ? PAYS_IN_VERY_LARGE : PAYS
  return (bound) => share * gap * Math.max(bound, floor)
}

export interface Look extends Limits {
  /** From the bound: a round of tight rows that raises it by less is the last one. None: no tight rows at all. */
  readonly worth?: (bound: number) => number
  /** True once no time is left for a further round. */
  readonly isLate?: () => boolean
}

export class Prospect {
  readonly #model: Model
  readonly #session: Session
  readonly #known = new Map<string, { readonly rank: number; readonly answer: Answer; readonly basis: Basis | null }>()
  /** By rank: the row over a level's costs, where it has been needed. */
  readonly #rows: (number | undefined)[] = []
  /** Rows that every rota keeps and some fractions do not, whatever the levels; and where they stand in the session. */
  readonly #tight: Row[] = []
  readonly #placeOfTight = new Map<number, number>()
  /** Ranks of the levels for which such rows have been looked for. */
  readonly #tightFor = new Set<number>()
  #atNought: ReadonlySet<number> = new Set()

  readonly #tolerance: number

  /** `tolerance`: by how much a level that is held may be worse. Close it in `finally`. */
  constructor(model: Model, engine: Engine, tolerance: number = FREEZE_TOLERANCE) {
    this.#model = model
    this.#session = heldOpen(engine, relaxation(model.lp))
    this.#tolerance = tolerance
  }

  /** The model with the tight rows that some level's optimum leans on. */
  get tightened(): Model {
    const points = [...this.#known.values()].flatMap(({ answer }) => ('point' in answer ? [answer.point] : []))
    const needed = this.#tight.filter((row) => points.some((point) => leansOn(row, point)))
    return { ...this.#model, lp: withRows(this.#model.lp, needed) }
  }

  close(): void {
    this.#session.close()
  }

  /**
   * The level of this rank, those before it held at `mosts`: no rota that keeps those is below the bound. What is known is not
   * looked for again, unless it is to become tighter.
   */
  async look(rank: number, mosts: readonly number[], limits: Look): Promise<Answer> {
    const key = keyOf(rank, mosts)
    const known = this.#known.get(key)
    if (known !== undefined && limits.worth === undefined) return known.answer
    if (limits.worth !== undefined) this.#tightFor.add(rank)
    this.#turnTo(rank, mosts)
    if (known?.basis) this.#session.goOnFrom(known.basis)
    const interior =
      known === undefined && beginsAnew(this.#model.lp, this.#model.levels[rank]?.level, this.#known.size === 0)
    const anewAfter = Math.ceil(WANDERS * this.#model.lp.columns)
    const exact = { ...limits, relativeGap: 0, absoluteGap: 0, interior, anewAfter }
    const { answer, isEmpty } = await this.#tightened(exact)
    if (answer.status === 'optimal') this.#known.set(key, { rank, answer, basis: this.#session.basis() })
    return isEmpty ? { status: 'infeasible' } : answer
  }

  /** Whether a look at this level has added tight rows, or found none that pay. */
  isTight(rank: number): boolean {
    return this.#tightFor.has(rank)
  }

  /** What looks at this level have shown so far, whatever was held then: the highest bound, and the latest point. */
  seen(rank: number): { readonly bound: number; readonly point: Float64Array | undefined } {
    const answers = [...this.#known.values()].flatMap((known) =>
      known.rank === rank && 'point' in known.answer ? [known.answer] : [],
    )
    return { bound: Math.max(0, ...answers.map(({ bound }) => bound)), point: answers.at(-1)?.point }
  }

  /** Solved, and tightened round by round as long as it pays. `isEmpty`: no whole sessions keep the levels before as they are held. */
  async #tightened({ worth, isLate = () => false, ...limits }: Look): Promise<{
    readonly answer: Answer
    readonly isEmpty: boolean
  }> {
    let answer = await this.#session.solve(limits)
    const goingOn = { ...limits, interior: false }
    for (let round = 0; worth !== undefined && round < ROUNDS && answer.status === 'optimal'; round++) {
      if (isLate()) break
      const rows = this.#separated(answer.point)
      const next = rows.length > 0 ? await this.#session.solve(goingOn) : answer
      // Where time ran out in between, what was proven before still stands.
      if (next.status !== 'optimal') return { answer, isEmpty: next.status === 'infeasible' }
      const isLast = next.bound - answer.bound < worth(next.bound)
      answer = next
      if (isLast) break
    }
    return { answer, isEmpty: answer.status === 'infeasible' }
  }

  /** Tight rows that the point breaks; the session has them from now on. */
  #separated(point: Float64Array): readonly Row[] {
    const lp = withRows(this.#model.lp, this.#tight)
    const most = Math.max(ROWS_AT_ONCE, ROWS_SHARE * lp.rows)
    const rows = new RoundingCuts(lp).separate(point, most, this.#sums(point))
    const first = this.#session.addRows(rows)
    for (const k of rows.keys()) this.#placeOfTight.set(first + k, lp.rows + k)
    this.#tight.push(...rows)
    return rows
  }

  /**
   * The sums of rows by which the last optimum has whole columns in halves, told in rows of the tightened model. How levels are held is
   * left out, so that what is made of a sum holds however they are held.
   */
  #sums(point: Float64Array): RowSum[] {
    const { lp } = this.#model
    const placeOf = (row: number) => (row < lp.rows ? row : (this.#placeOfTight.get(row) ?? -1))
    return this.#session.tableau(halvesOf(lp, point)).map((sum) => {
      const kept = Array.from(sum.rows, (row, k) => ({ row: placeOf(row), weight: sum.weights[k] ?? 0 }))
      const held = kept.filter(({ row }) => row >= 0)
      return { rows: held.map(({ row }) => row), weights: held.map(({ weight }) => weight) }
    })
  }

  /**
   * What earlier looks at this level prove of it under other mosts, by their prices and without a solve: a true bound, near the
   * best one where the mosts are near. Nothing is below 0.
   */
  carried(rank: number, mosts: readonly number[]): number {
    const known = this.#known.get(keyOf(rank, mosts))?.answer
    if (known !== undefined && 'bound' in known) return known.bound
    this.#turnTo(rank, mosts)
    const { lp } = this.#session
    const bounds = [...this.#known.values()].map(({ rank: of, answer }) => {
      if (of !== rank || !('duals' in answer) || answer.duals === undefined) return 0
      const prices = new Float64Array(lp.rows)
      prices.set(answer.duals)
      return dualBound(lp, prices)
    })
    return Math.max(0, ...bounds)
  }

  /** The programme with the costs of this level, and those before it held. */
  #turnTo(rank: number, mosts: readonly number[]): void {
    this.#holdLevels(mosts.slice(0, rank))
    const cost = new Float64Array(this.#session.lp.columns)
    const level = this.#model.levels[rank]
    level?.columns.forEach((j, k) => {
      cost[j] = level.costs[k] ?? 0
    })
    this.#session.setCosts(cost, level?.settled ?? 0)
  }

  /** Levels without a most are free. A level at 0 holds each of its columns there, as when it is frozen (lexicographic.ts). */
  #holdLevels(mosts: readonly number[]): void {
    const nought = new Set<number>()
    for (const [rank, level] of this.#model.levels.entries()) {
      const most = mosts[rank]
      const isNought = most !== undefined && most - (level.settled ?? 0) <= FREEZE_TOLERANCE
      if (isNought) for (const j of priced(level)) nought.add(j)
      this.#holdRow(rank, isNought ? undefined : most)
    }
    const { lower, upper } = this.#model.lp
    for (const j of this.#atNought) {
      if (!nought.has(j)) this.#session.setColumnBounds(j, lower[j] ?? 0, upper[j] ?? 0)
    }
    for (const j of nought) {
      if (!this.#atNought.has(j)) this.#session.setColumnBounds(j, lower[j] ?? 0, Math.max(0, lower[j] ?? 0))
    }
    this.#atNought = nought
  }

  #holdRow(rank: number, most: number | undefined): void {
    const row = this.#rows[rank]
    const settled = this.#model.levels[rank]?.settled ?? 0
    const upper = most === undefined ? Number.POSITIVE_INFINITY : most + this.#tolerance * Math.max(1, most) - settled
    if (row !== undefined) this.#session.setRowBounds(row, Number.NEGATIVE_INFINITY, upper)
    else if (most !== undefined) this.#rows[rank] = this.#session.addRows([this.#rowOf(rank, upper)])
  }

  #rowOf(rank: number, upper: number): Row {
    const level = this.#model.levels[rank]
    return { indices: level?.columns ?? [], values: level?.costs ?? [], lower: Number.NEGATIVE_INFINITY, upper }
  }
}

function leansOn({ indices, values, upper }: Row, point: Float64Array): boolean {
  let left = 0
  for (let k = 0; k < indices.length; k++) left += (values[k] ?? 0) * (point[indices[k] ?? 0] ?? 0)
  return left > upper - LEANING
}

function keyOf(rank: number, mosts: readonly number[]): string {
  return [rank, ...mosts.slice(0, rank)].join(' ')
}

function priced({ columns, costs }: LevelCosts): number[] {
  return columns.filter((_, k) => (costs[k] ?? 0) > 0)
}
