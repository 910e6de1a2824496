/**
 * A rota out of the relaxation, all levels at once: what is nearly decided is decided, and the relaxation looks again, until
 * everything is whole. Each look goes on from the last and takes milliseconds, so a dive costs hardly more than the
 * relaxation itself (docs/decisions/0021). What makes the rota much dearer than it need be is decided in smaller steps, and the
 * other way round where that is cheaper (docs/decisions/0024).
 * Who works by telephone is decided first: a room short is what leaves half people behind.
 */

import type { Limits, Session } from '../../engines/engine.ts'
import { holds, residuals } from '../../lp/residuals.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'

export interface Dive {
  /** The programme of goal-programme.ts held open; it is left as it was found. */
  readonly session: Session
  readonly model: Pick<Model, 'lp' | 'columnOf'>
  readonly draft: Pick<Draft, 'placements' | 'remoteColumns'>
  readonly limits: () => Limits
  readonly isOver: () => boolean
  /** Columns of the session that no move may raise as long as another move does not. */
  readonly guarded: readonly number[]
  /** What steps cost is looked at; a large dive takes several times as long so. */
  readonly isCareful: () => boolean
  /** Of all that is to be decided, what this dive decides: it may spend such a share. */
  readonly share: number
}

/** Of what is still open, so much is decided before the next look, where nothing stands against it. */
const AT_ONCE = 0.2
/** Where that comes to no rota or a dear one, such a part of it is tried next. */
const LESS = 1 / 4
/** After a step that was taken, so many times as much is decided in the next one. */
const MORE = 2
/**
 * In the costs of the programme that aims (goal-programme.ts), what steps may cost. A dive whose steps have cost less than this so far goes on as
 * it is; it grows with the square of what is decided, since most of what cannot be helped comes last.
 */
const SPENDABLE = 2
/** Beyond that a step may cost its own share, by what it decides, of this. */
const DEAR = 8
/** A placement is decided together with others only where the relaxation is at least so sure of it. */
const SURE = 0.3
/** A number goes up from this fraction on, and down below it: one person too few costs less than one too many. */
const UP_FROM = 0.7
/** Times that a dive may run into a dead end, or miss what is guarded, and go back a step: so many, or a share of its whole columns. */
const PATIENCE = 40
const PATIENCE_SHARE = 0.02
const NOISE = 1e-6
/** From here on a guarded column has been raised. */
const NOTICED = 1e-3

interface Move {
  readonly column: number
  readonly lower: number
  readonly upper: number
}

interface Seen {
  /** Of the model. */
  readonly point: Float64Array
  readonly cost: number
  /** The sum of the guarded columns. */
  readonly missed: number
}

interface Half {
  readonly column: number
  readonly value: number
  /** How far it is above the last whole number. */
  readonly rest: number
}

/** A point of the model that is whole; none where it ran into dead ends or out of time. */
export async function dive(task: Dive): Promise<Float64Array | undefined> {
  const diving = new Diving(task)
  try {
    return await diving.down()
  } finally {
    diving.surface()
  }
}

class Diving {
  readonly #task: Dive
  readonly #lower: Float64Array
  readonly #upper: Float64Array
  readonly #placements: ReadonlySet<number>
  readonly #remote: ReadonlySet<number>
  readonly #whole: readonly number[]
  readonly #patience: number
  #deadEnds = 0
  #atOnce = AT_ONCE
  /** Of the first look: what it cost, and how many halves there were. */
  #root = { cost: 0, halves: 1 }
  /** Of the last look that was gone on from: the cost, and the sum of the guarded columns. */
  #cost = 0
  #missed = 0

  constructor(task: Dive) {
    const { model, draft } = task
    const kept = (columns: readonly number[]) => columns.map((j) => model.columnOf[j] ?? -1).filter((j) => j >= 0)
    this.#task = task
    this.#lower = Float64Array.from(model.lp.lower)
    this.#upper = Float64Array.from(model.lp.upper)
    this.#placements = new Set(kept(draft.placements.map((p) => p.column)))
    this.#remote = new Set(kept(draft.remoteColumns))
    this.#whole = [...model.lp.whole.keys()].filter((j) => model.lp.whole[j] === 1)
    this.#patience = Math.max(PATIENCE, PATIENCE_SHARE * this.#whole.length)
  }

  async down(): Promise<Float64Array | undefined> {
    let seen = await this.#look()
    if (typeof seen === 'object') this.#root = { cost: seen.cost, halves: this.#halvesOf(seen.point).length }
    while (typeof seen === 'object' && !this.#task.isOver()) {
      const { point, cost, missed } = seen
      const halves = this.#halvesOf(point)
      if (halves.length === 0) return this.#rounded(point)
      ;[this.#cost, this.#missed] = [cost, missed]
      seen = await this.#take(this.#decide(point, halves), halves.length)
    }
    return undefined
  }

  /** Everything is open again. */
  surface(): void {
    const { lower, upper } = this.#task.model.lp
    for (const column of this.#whole) this.#bind({ column, lower: lower[column] ?? 0, upper: upper[column] ?? 0 })
  }

  /** The whole columns that are not whole. */
  #halvesOf(point: Float64Array): Half[] {
    return this.#whole
      .filter((j) => this.#lower[j] !== this.#upper[j])
      .map((column) => ({ column, value: point[column] ?? 0, rest: restOf(point[column] ?? 0) }))
      .filter(({ rest }) => rest > 0)
  }

  /** What is decided next. */
  #decide(point: Float64Array, halves: readonly Half[]): Move[] {
    for (const column of this.#placements) {
      const isOpen = this.#lower[column] !== this.#upper[column]
      if (isOpen && (point[column] ?? 0) > 1 - NOISE) this.#bind({ column, lower: 1, upper: 1 })
    }
    const remote = halves.filter(({ column }) => this.#remote.has(column))
    const placements = halves.filter(({ column }) => this.#placements.has(column))
    if (remote.length === 0 && placements.length > 0) {
      const surest = this.#first(placements, ({ rest }) => -rest)
      return surest.filter(({ rest }, k) => k === 0 || rest > SURE).map((half) => this.#up(half))
    }
    const nearest = this.#first(remote.length > 0 ? remote : halves, ({ rest }) => Math.min(rest, 1 - rest))
    return nearest.map((half) => (half.rest >= UP_FROM ? this.#up(half) : this.#down(half)))
  }

  #up({ column, value }: Half): Move {
    return { column, lower: Math.ceil(value - NOISE), upper: this.#upper[column] ?? 0 }
  }

  #down({ column, value }: Half): Move {
    return { column, lower: this.#lower[column] ?? 0, upper: Math.floor(value + NOISE) }
  }

  /** The share of the halves that comes first in this order, and at least one. */
  #first(halves: readonly Half[], order: (half: Half) => number): Half[] {
    return [...halves]
      .sort((a, b) => order(a) - order(b) || a.column - b.column)
      .slice(0, Math.max(1, Math.ceil(this.#atOnce * halves.length)))
  }

  /**
   * The next look. Where the moves leave no rota or a dear one, fewer of them, at last the first one alone, then its opposite; where
   * every way is dear, the one that costs least.
   */
  async #take(moves: readonly Move[], halves: number): Promise<Seen | undefined> {
    const before = moves.map(({ column }) => this.#boundsOf(column))
    const [one] = moves
    const [was] = before
    if (one === undefined || was === undefined) return undefined
    let cheapest: { readonly attempt: readonly Move[]; readonly cost: number } | undefined
    for (const attempt of [...everFewer(moves), [opposite(one, was)]]) {
      for (const move of attempt) this.#bind(move)
      const most = this.#acceptable(attempt.length, halves)
      // Of a single move it is asked what it costs, however much that is.
      const seen = await this.#look(attempt.length > 1 ? most : Number.POSITIVE_INFINITY)
      if (seen === undefined) return undefined
      if (typeof seen === 'object') {
        if (seen.cost <= most && seen.missed <= this.#missed + NOTICED) {
          this.#atOnce = Math.min(AT_ONCE, (MORE * this.#atOnce * attempt.length) / moves.length)
          return seen
        }
        if (seen.cost < (cheapest?.cost ?? Number.POSITIVE_INFINITY)) cheapest = { attempt, cost: seen.cost }
      }
      for (const move of before) this.#bind(move)
      if (seen === 'none' && ++this.#deadEnds > this.#patience) break
    }
    for (const move of cheapest?.attempt ?? []) this.#bind(move)
    const seen = cheapest && (await this.#look())
    return typeof seen === 'object' ? seen : undefined
  }

  /** Up to this a rota may cost after a step of so many moves, with so many halves before it. */
  #acceptable(moves: number, halves: number): number {
    if (!this.#task.isCareful()) return Number.POSITIVE_INFINITY
    const { share } = this.#task
    const decided = 1 - halves / this.#root.halves
    const step = this.#cost + (share * DEAR * moves) / this.#root.halves
    return Math.max(step, this.#root.cost + share * SPENDABLE * decided ** 2)
  }

  /** What the relaxation says: `none` where the bounds leave no rota, `dear` where it costs more than `most`; undefined where time ran out. */
  async #look(most = Number.POSITIVE_INFINITY): Promise<Seen | 'none' | 'dear' | undefined> {
    const { session, limits, model, guarded } = this.#task
    const answer = await session.solve({ ...limits(), cutoff: most })
    if ('point' in answer) {
      const { point, objective: cost } = answer
      const missed = guarded.reduce((sum, j) => sum + (point[j] ?? 0), 0)
      return { point: point.slice(0, model.lp.columns), cost, missed }
    }
    if (answer.status === 'beyond') return 'dear'
    return answer.status === 'infeasible' ? 'none' : undefined
  }

  #boundsOf(column: number): Move {
    return { column, lower: this.#lower[column] ?? 0, upper: this.#upper[column] ?? 0 }
  }

  #bind({ column, lower, upper }: Move): void {
    this.#lower[column] = lower
    this.#upper[column] = upper
    this.#task.session.setColumnBounds(column, lower, upper)
  }

  /** Whole columns exactly whole; nothing where that hurts a row. */
  #rounded(point: Float64Array): Float64Array | undefined {
    for (const j of this.#whole) point[j] = Math.round(point[j] ?? 0)
    return holds(residuals(this.#task.model.lp, point)) ? point : undefined
  }
}

/** How far a value is above the last whole number; 0 where it is whole. */
function restOf(value: number): number {
  const rest = value - Math.floor(value + NOISE)
  return rest < NOISE ? 0 : rest
}

function opposite({ column, lower, upper }: Move, was: Move): Move {
  return lower > was.lower
    ? { column, lower: was.lower, upper: lower - 1 }
    : { column, lower: upper + 1, upper: was.upper }
}

/** All moves, a part of them, a part of that, and at last the first alone. */
function everFewer(moves: readonly Move[]): (readonly Move[])[] {
  if (moves.length === 1) return [moves]
  return [moves, ...everFewer(moves.slice(0, Math.ceil(LESS * moves.length)))]
}
