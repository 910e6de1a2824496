/**
 * The part of a programme that can be infeasible at all. With nobody at work nearly every row holds. What matters are the rows that do not,
 * what helping them moves, and what those moves endanger in turn; everything else can stay at rest.
 */
import type { DraftRow } from '../../model/draft.ts'

export interface Columns {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

export interface Resting {
  /** A value for each column (default: its lower bound): the best at which all hard rules hold. */
  readonly rest: readonly number[]
  /** Bookkeeping columns: each is the first column of the one equation that defines it. */
  readonly defined: ReadonlySet<number>
}

export interface LivePart {
  readonly columns: ReadonlySet<number>
  readonly rows: readonly DraftRow[]
}

type Side = 'low' | 'high'
type Way = 'up' | 'down'

/**
 * If the rows are feasible at all, they also are with every column outside the live part at rest (bookkeeping columns as their equations
 * require) and without the rows outside it.
 */
export function livePart(rows: readonly DraftRow[], columns: Columns, resting: Resting): LivePart {
  return new Search(rows, columns, resting).run()
}

class Search {
  readonly #rows: readonly DraftRow[]
  readonly #columns: Columns
  readonly #resting: Resting
  readonly #rowsOf: ReadonlyMap<number, readonly (readonly [row: number, coefficient: number])[]>
  readonly #live = new Set<number>()
  readonly #moves = new Set<string>()
  readonly #called = new Set<string>()
  readonly #needed = new Set<number>()
  readonly #pending: (() => void)[] = []

  constructor(rows: readonly DraftRow[], columns: Columns, resting: Resting) {
    this.#rows = rows
    this.#columns = columns
    this.#resting = resting
    this.#rowsOf = rowsByColumn(rows)
  }

  run(): LivePart {
    this.#rows.forEach((row, r) => {
      const activity = row.terms.reduce((sum, [j, a]) => sum + a * this.#at(j), 0)
      if (activity < row.lower - 1e-9) this.#call(r, 'low')
      if (activity > row.upper + 1e-9) this.#call(r, 'high')
    })
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next()
    return { columns: this.#live, rows: this.#rows.filter((_, r) => this.#needed.has(r)) }
  }

  /**
   * The row may end up too low or too high, possibly through `cause`: whatever helps it must be free to move. If its bookkeeping column can
   * rise to balance the row's own equation, nothing else needs to.
   */
  #call(r: number, side: Side, cause?: number): void {
    this.#needed.add(r)
    const terms = this.#rows[r]?.terms ?? []
    const [first] = terms
    const books =
      first !== undefined && this.#isDefinedBy(first[0], r) && first[0] !== cause && way(first[1], side) === 'up'
    const key = `${r} ${side} ${books}`
    if (this.#called.has(key)) return
    this.#called.add(key)
    for (const [j, a] of books ? [first] : terms) if (a !== 0) this.#pending.push(() => this.#move(j, way(a, side), r))
  }

  /** A bookkeeping column moves only as far as its own equation requires, so that equation is never endangered. */
  #move(j: number, towards: Way, by: number): void {
    const can =
      towards === 'up'
        ? this.#at(j) < (this.#columns.upper[j] ?? 0) - 1e-9
        : this.#at(j) > (this.#columns.lower[j] ?? 0) + 1e-9
    const own = this.#isDefinedBy(j, by)
    const key = `${j} ${towards} ${own}`
    if (!can || this.#moves.has(key)) return
    this.#moves.add(key)
    this.#live.add(j)
    for (const [r, a] of this.#rowsOf.get(j) ?? []) {
      if (own && r === by) continue
      const rises = a > 0 === (towards === 'up')
      const bound = rises ? this.#rows[r]?.upper : this.#rows[r]?.lower
      if (Number.isFinite(bound)) this.#call(r, rises ? 'high' : 'low', j)
    }
  }

  #isDefinedBy(j: number, r: number): boolean {
    const row = this.#rows[r]
    return row !== undefined && row.lower === row.upper && row.terms[0]?.[0] === j && this.#resting.defined.has(j)
  }

  #at(j: number): number {
    return this.#resting.rest[j] ?? this.#columns.lower[j] ?? 0
  }
}

/** The direction in which a column with this coefficient helps a row that is too low or too high. */
function way(coefficient: number, side: Side): Way {
  return coefficient > 0 === (side === 'low') ? 'up' : 'down'
}

function rowsByColumn(rows: readonly DraftRow[]): Map<number, [number, number][]> {
  const rowsOf = new Map<number, [number, number][]>()
  rows.forEach((row, r) => {
    for (const [j, a] of row.terms) {
      const list = rowsOf.get(j)
      if (list === undefined) rowsOf.set(j, [[r, a]])
      else list.push([r, a])
    }
  })
  return rowsOf
}
