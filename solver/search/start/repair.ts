/**
 * Local search over placements, without an engine: moves people's sessions to mend what a greedy rota misses on exact levels, above all
 * duty, cover, supervision and evenings. It sees only rows without contacts, and keeps the number of sessions of each person where it can,
 * so that contacts have as much time as before. No clock is read.
 */
import type { Draft, Placement } from '../../model/draft.ts'
import { columnIn, type Model } from '../../model/elastic.ts'
import { EXACT } from '../tolerances.ts'

/** Most moves. Each is an improvement, so the search usually ends earlier. */
const MOST = 2000
/** Cost per unit of a violated hard row: more than all levels together. */
const HARD = 1e9
/** Cost of giving up a session, as a share of a unit of the first exact level: its contacts would be missed. */
const GIVEN_UP = 1e-3
const NOISE = 1e-9

/** The repaired placements, as columns of the draft. `cost`: all levels in one objective. */
export function repaired(
  model: Model,
  draft: Draft,
  { taken, cost }: { readonly taken: ReadonlySet<number>; readonly cost: Float64Array },
): Set<number> {
  return new Repair(model, draft, cost).mended(taken)
}

/** A placement with its rows, including those of the column that counts people in its post. */
interface Piece {
  readonly placement: Placement
  readonly rows: readonly (readonly [row: number, value: number])[]
  readonly isFixed: boolean
  readonly cost: number
}

class Repair {
  readonly #model: Model
  readonly #draft: Draft
  readonly #cost: Float64Array
  readonly #pieces: readonly Piece[]
  /** Indices into `#pieces`, by person and week and by person and session. */
  readonly #ofWeek = new Map<string, number[]>()
  readonly #ofSession = new Map<string, number[]>()
  readonly #inRow: readonly (readonly number[])[]
  readonly #activity: Float64Array
  readonly #isOn: Uint8Array
  /** Current cost of the rows and placements. */
  #total = 0

  constructor(model: Model, draft: Draft, cost: Float64Array) {
    this.#model = model
    this.#draft = draft
    this.#cost = cost
    this.#pieces = piecesOf(model, draft, cost)
    this.#isOn = new Uint8Array(this.#pieces.length)
    const inRow: number[][] = Array.from({ length: model.lp.rows }, () => [])
    for (const [k, { placement, rows }] of this.#pieces.entries()) {
      push(this.#ofWeek, this.#weekOf(placement), k)
      push(this.#ofSession, sessionOf(placement), k)
      for (const [row] of rows) inRow[row]?.push(k)
    }
    this.#inRow = inRow
    this.#activity = withCountedAtMost(model, draft)
  }

  mended(taken: ReadonlySet<number>): Set<number> {
    for (const [k, { placement }] of this.#pieces.entries()) if (taken.has(placement.column)) this.#flip(k)
    const rows = this.#rowsToKeep()
    for (let moves = 0, isMoving = true; isMoving && moves < MOST; ) {
      isMoving = false
      for (const row of rows) {
        if (this.#missing(row) <= NOISE || !this.#mend(row)) continue
        isMoving = true
        moves += 1
      }
    }
    // Decided placements have no column in the programme.
    const open = new Set<number>(this.#pieces.map(({ placement }) => placement.column))
    const on = this.#pieces.filter((_, k) => this.#isOn[k] === 1).map(({ placement }) => placement.column)
    return new Set([...[...taken].filter((column) => !open.has(column)), ...on])
  }

  /** Hard rows, and rows whose slack costs something on an exact level, if they contain placements only. */
  #rowsToKeep(): number[] {
    const slacks = new Set<number>([-1])
    for (const { level, columns } of this.#model.levels) {
      if (EXACT.includes(level)) for (const j of columns) slacks.add(j)
    }
    const { slackOfRow } = this.#model
    return [...slackOfRow.keys()].filter((row) => slacks.has(slackOfRow[row] ?? -1) && this.#inRow[row]?.length !== 0)
  }

  /** Makes the best improving move that reduces this row's violation, if any. */
  #mend(row: number): boolean {
    const { rowLower } = this.#model.lp
    const isShort = (this.#activity[row] ?? 0) < (rowLower[row] ?? 0) - NOISE
    let best: readonly number[] = []
    let least = this.#total - NOISE
    for (const k of this.#inRow[row] ?? []) {
      const value = this.#pieces[k]?.rows.find(([r]) => r === row)?.[1] ?? 0
      const helps = isShort === value > 0 ? 0 : 1
      if (this.#isOn[k] !== helps || !this.#isFree(k)) continue
      for (const move of helps === 0 ? this.#waysIn(k) : this.#waysOut(k)) {
        const total = this.#totalAfter(move)
        if (total < least) [least, best] = [total, move]
      }
    }
    for (const k of best) this.#flip(k)
    return best.length > 0
  }

  /**
   * Ways to take a placement: in place of the person's work in that session; if there is
   * none, also in place of another session of the week.
   */
  *#waysIn(k: number): Generator<readonly number[]> {
    const placement = this.#pieces[k]?.placement
    if (placement === undefined) return
    const instead = (this.#ofSession.get(sessionOf(placement)) ?? []).filter((other) => this.#isOn[other] === 1)
    if (!instead.every((other) => this.#isFree(other))) return
    yield [k, ...instead]
    if (instead.length > 0) return
    yield* this.#withOthers(k, 1)
  }

  /** Ways to give a placement up, or to move it to another place or session of the week. */
  *#waysOut(k: number): Generator<readonly number[]> {
    yield [k]
    yield* this.#withOthers(k, 0)
  }

  /** Combined with one other placement of the same person and week that is on or off. */
  *#withOthers(k: number, isOn: 0 | 1): Generator<readonly number[]> {
    const placement = this.#pieces[k]?.placement
    if (placement === undefined) return
    for (const other of this.#ofWeek.get(this.#weekOf(placement)) ?? []) {
      if (other !== k && this.#isOn[other] === isOn && this.#isFree(other)) yield [k, other]
    }
  }

  #isFree(k: number): boolean {
    return this.#pieces[k]?.isFixed === false
  }

  #weekOf({ person, session }: Placement): string {
    return `${person} ${this.#draft.problem.horizon.sessions[session]?.week ?? 0}`
  }

  #totalAfter(move: readonly number[]): number {
    for (const k of move) this.#flip(k)
    const total = this.#total
    for (const k of move) this.#flip(k)
    return total
  }

  #flip(k: number): void {
    const piece = this.#pieces[k]
    if (piece === undefined) return
    const step = this.#isOn[k] === 1 ? -1 : 1
    this.#isOn[k] = step > 0 ? 1 : 0
    let change = step * piece.cost
    for (const [row, value] of piece.rows) {
      const before = this.#missing(row)
      this.#activity[row] = (this.#activity[row] ?? 0) + step * value
      change += (this.#missing(row) - before) * this.#price(row)
    }
    this.#total += change
  }

  #missing(row: number): number {
    const { rowLower, rowUpper } = this.#model.lp
    const activity = this.#activity[row] ?? 0
    return Math.max(0, (rowLower[row] ?? 0) - activity, activity - (rowUpper[row] ?? 0))
  }

  #price(row: number): number {
    const slack = this.#model.slackOfRow[row] ?? -1
    return slack < 0 ? HARD : (this.#cost[slack] ?? 0)
  }
}

/** Placements with those of their rows that have no other columns than placements, slacks and counts. */
function piecesOf(model: Model, draft: Draft, cost: Float64Array): Piece[] {
  const { lp, slackOfRow } = model
  const [placed, people] = [new Set<number>(), new Map<number, number>()]
  for (const { column } of draft.placements) placed.add(columnIn(model, column) ?? -1)
  for (const post of draft.flow().posts) {
    const counted = columnIn(model, post.people)
    if (counted === undefined || placed.has(counted)) continue
    for (const { column } of post.placements) people.set(columnIn(model, column) ?? -1, counted)
  }
  const known = new Set([...placed, ...people.values(), ...bookkeeping(model, draft)])
  const rowsOf = new Map<number, Map<number, number>>()
  for (let row = 0; row < lp.rows; row++) {
    const entries = Array.from(
      { length: (lp.starts[row + 1] ?? 0) - (lp.starts[row] ?? 0) },
      (_, k) => (lp.starts[row] ?? 0) + k,
    )
    if (!entries.every((e) => known.has(lp.indices[e] ?? -1) || lp.indices[e] === slackOfRow[row])) continue
    for (const e of entries) {
      const own = rowsOf.get(lp.indices[e] ?? -1) ?? new Map<number, number>()
      rowsOf.set(lp.indices[e] ?? -1, own.set(row, lp.values[e] ?? 0))
    }
  }
  const givenUp = GIVEN_UP * Math.max(0, ...cost)
  return draft.placements.flatMap((placement): Piece[] => {
    const j = columnIn(model, placement.column)
    if (j === undefined) return []
    const rows = new Map(rowsOf.get(j))
    const counted = people.get(j)
    for (const [row, value] of rowsOf.get(counted ?? -1) ?? []) rows.set(row, (rows.get(row) ?? 0) + value)
    return [
      {
        placement,
        rows: [...rows].filter(([, value]) => value !== 0),
        isFixed: (lp.lower[j] ?? 0) > 0 || (lp.upper[j] ?? 0) < 1,
        cost: (cost[j] ?? 0) + (cost[counted ?? -1] ?? 0) - givenUp,
      },
    ]
  })
}

/** Columns that are decided later, on completion: telephone work and counted sessions. */
function bookkeeping(model: Model, draft: Draft): number[] {
  return [...draft.remoteColumns, ...draft.counts.map(({ column }) => column)].flatMap(
    (column) => columnIn(model, column) ?? [],
  )
}

/** Row activities with nobody placed and counted sessions at their maximum, since they are promised. */
function withCountedAtMost(model: Model, draft: Draft): Float64Array {
  const { lp } = model
  const counted = new Set<number>(draft.counts.flatMap(({ column }) => columnIn(model, column) ?? []))
  return Float64Array.from({ length: lp.rows }, (_, row) => {
    let sum = 0
    for (let e = lp.starts[row] ?? 0; e < (lp.starts[row + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? -1
      if (counted.has(j)) sum += (lp.values[e] ?? 0) * (lp.upper[j] ?? 0)
    }
    return sum
  })
}

function sessionOf({ person, session }: Placement): string {
  return `${person} ${session}`
}

function push(map: Map<string, number[]>, key: string, item: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
