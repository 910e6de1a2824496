/**
 * A rota out of the relaxation, all levels at once: what is nearly decided is decided, and the relaxation looks again, until
 * everything is whole. Each look goes on from the last and takes milliseconds, so a dive costs hardly more than the
 * relaxation itself and ends within a few hundredths of it (docs/decisions/0021).
 * Who works by telephone is decided first: a room short is what leaves half people behind.
 */
import type { Draft } from './draft.ts'
import type { Limits, Session } from './engines/engine.ts'
import { holds, residuals } from './lp/residuals.ts'
import type { Model } from './relax.ts'

export interface Dive {
  /** The programme of aim.ts held open; it is left as it was found. */
  readonly session: Session
  readonly model: Model
  readonly draft: Draft
  readonly limits: () => Limits
  readonly isOver: () => boolean
  /** Columns of the session that no move may raise as long as another move does not. */
  readonly guarded: readonly number[]
  /** So few columns may be left open at the end; 0: none. */
  readonly until: number
}

export interface Dived {
  /** Of the model; whole but for the columns that are open. */
  readonly point: Float64Array
  readonly open: readonly number[]
}

/** Of what is still open, so much is decided before the next look. */
const AT_ONCE = 0.2
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

interface Half {
  readonly column: number
  readonly value: number
  /** How far it is above the last whole number. */
  readonly rest: number
}

/** A point of the model that is whole, or nearly; none where it ran into dead ends or out of time. */
export async function dive(task: Dive): Promise<Dived | undefined> {
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
  /** The sum of the guarded columns at the last look. */
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

  async down(): Promise<Dived | undefined> {
    const { isOver, until } = this.#task
    let point = await this.#look()
    while (point instanceof Float64Array && !isOver()) {
      const halves = this.#halvesOf(point)
      if (halves.length === 0) return this.#rounded(point)
      if (halves.length <= until) return { point, open: halves.map(({ column }) => column) }
      point = await this.#take(this.#decide(point, halves))
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
      const surest = first(placements, ({ rest }) => -rest)
      return surest.filter(({ rest }, k) => k === 0 || rest > SURE).map((half) => this.#up(half))
    }
    const nearest = first(remote.length > 0 ? remote : halves, ({ rest }) => Math.min(rest, 1 - rest))
    return nearest.map((half) => (half.rest >= UP_FROM ? this.#up(half) : this.#down(half)))
  }

  #up({ column, value }: Half): Move {
    return { column, lower: Math.ceil(value - NOISE), upper: this.#upper[column] ?? 0 }
  }

  #down({ column, value }: Half): Move {
    return { column, lower: this.#lower[column] ?? 0, upper: Math.floor(value + NOISE) }
  }

  /** The next look. Where the moves leave no rota, the first one alone, then its opposite. */
  async #take(moves: readonly Move[]): Promise<Float64Array | undefined> {
    const before = moves.map(({ column }) => this.#boundsOf(column))
    const [one] = moves
    const [was] = before
    if (one === undefined || was === undefined) return undefined
    const tries = [moves, ...(moves.length > 1 ? [[one]] : []), [opposite(one, was)]]
    const missed = this.#missed
    let best: { readonly attempt: readonly Move[]; readonly missed: number } | undefined
    for (const attempt of tries) {
      for (const move of attempt) this.#bind(move)
      const point = await this.#look()
      if (point === undefined || (point !== null && this.#missed <= missed + NOTICED)) return point
      if (point !== null && (best === undefined || this.#missed < best.missed)) best = { attempt, missed: this.#missed }
      for (const move of before) this.#bind(move)
      if (++this.#deadEnds > this.#patience) break
    }
    // Every way costs what is guarded: the one that costs least.
    for (const move of best?.attempt ?? []) this.#bind(move)
    return best === undefined ? undefined : ((await this.#look()) ?? undefined)
  }

  /** A point of the relaxation; null where the bounds leave none, undefined where time ran out. */
  async #look(): Promise<Float64Array | null | undefined> {
    const { session, limits, model, guarded } = this.#task
    const answer = await session.solve(limits())
    if ('point' in answer) {
      const { point } = answer
      this.#missed = guarded.reduce((sum, j) => sum + (point[j] ?? 0), 0)
      return point.slice(0, model.lp.columns)
    }
    return answer.status === 'infeasible' ? null : undefined
  }

  #boundsOf(column: number): Move {
    return { column, lower: this.#lower[column] ?? 0, upper: this.#upper[column] ?? 0 }
  }

  #bind({ column, lower, upper }: Move): void {
    this.#lower[column] = lower
    this.#upper[column] = upper
    this.#task.session.setColumnBounds(column, lower, upper)
  }

  /** Whole columns exactly whole; none where that hurts a row. */
  #rounded(point: Float64Array): Dived | undefined {
    for (const j of this.#whole) point[j] = Math.round(point[j] ?? 0)
    return holds(residuals(this.#task.model.lp, point)) ? { point, open: [] } : undefined
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

/** The share of the halves that comes first in this order, and at least one. */
function first(halves: readonly Half[], order: (half: Half) => number): Half[] {
  return [...halves]
    .sort((a, b) => order(a) - order(b) || a.column - b.column)
    .slice(0, Math.max(1, Math.ceil(AT_ONCE * halves.length)))
}
