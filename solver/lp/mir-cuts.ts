/**
 * Cutting planes: what integer sessions imply and the relaxation does not see. Half a visiting round cannot be sent out, so if visits are
 * needed, either somebody goes or the visits wait; a cut states that for fractions too. Rows are aggregated along the contacts they share,
 * or as in the simplex tableau's rows of fractional columns (Gomory 1960), and rounded: complemented mixed-integer rounding (Marchand and
 * Wolsey, Operations Research 49(3), 2001). Every cut holds for every integer point of the programme, whatever its costs.
 */
import type { Row, RowSum } from './edit.ts'
import type { Lp } from './lp.ts'
import {
  type BoundByPeople,
  type Counted,
  type Cut,
  chosen,
  cutOf,
  deepest,
  fraction,
  leastOf,
  type Measured,
  type Rest,
  roundedCoefficient,
} from './mir.ts'
import { Sum } from './sum.ts'

/** Most rows in one aggregation. */
const DEEPEST = 6
/** Rows with more slack than this are not used: they do not bind at the point. */
const TIGHT = 1e-6
/** Longer rows are not aggregated: the resulting cuts are dense and weak. */
const LONGEST = 200
/** Given sums of more rows are skipped: they take long, and the resulting cuts are dense and weak. */
const MOST_ROWS = 500
/** Weights smaller than this, relative to the largest, are dropped; a sum with a larger weight than the second is skipped. */
const LEAST_WEIGHT = 1e-7
const LARGEST_WEIGHT = 1e4
/** Number of divisors tried, and the fractions of the best one tried after them. */
const DIVISORS = 8
const SHARES = [2, 4, 8]
const ZERO = 1e-9

export class MirCuts {
  readonly #lp: Lp
  /** By continuous column: the rows that contain it. */
  readonly #rowsOf: (readonly [row: number, value: number])[][]
  readonly #boundsOf: BoundByPeople[][]
  /** The aggregated row; columns from `lp.columns` on are slacks of rows. */
  readonly #sum: Sum
  readonly #measured: Sum
  readonly #cut: Sum
  readonly #slack: Float64Array
  #point: Float64Array = new Float64Array(0)

  constructor(lp: Lp) {
    this.#lp = lp
    this.#rowsOf = Array.from({ length: lp.columns }, () => [])
    this.#boundsOf = Array.from({ length: lp.columns }, () => [])
    this.#sum = new Sum(lp.columns + lp.rows)
    this.#measured = new Sum(lp.columns)
    this.#cut = new Sum(lp.columns)
    this.#slack = new Float64Array(lp.rows)
    for (let r = 0; r < lp.rows; r++) this.#note(r)
  }

  /**
   * Cuts that every integer point satisfies and `point` violates, deepest first, at most `most`. `sums`: combinations of the programme's
   * rows that are rounded too.
   */
  separate(point: Float64Array, most: number, sums: readonly RowSum[] = []): Row[] {
    this.#point = point
    for (let r = 0; r < this.#lp.rows; r++) this.#slack[r] = this.#slackOf(r)
    const tight = [...this.#slack.keys()].filter((r) => (this.#slack[r] ?? 0) <= TIGHT)
    const cuts = [1, -1].flatMap((sign) => [
      ...tight.map((r) => this.#startAt(r, sign)),
      ...sums.map((sum) => this.#summed(sum, sign)),
    ])
    const found = cuts.filter((cut) => cut !== null)
    return chosen(found, most, this.#lp.columns)
  }

  /** Records the row's continuous columns, and the variable bounds set by its only integer column. */
  #note(r: number): void {
    const { whole, rowUpper, lower } = this.#lp
    let people: readonly [column: number, value: number] | undefined
    let count = 0
    let isPlain = rowUpper[r] === 0
    this.#entries(r, (j, value) => {
      if (whole[j] === 1) {
        people = [j, value]
        count += 1
        return
      }
      this.#rowsOf[j]?.push([r, value])
      isPlain &&= value > 0 && (lower[j] ?? 0) >= 0
    })
    if (people === undefined || count !== 1 || !isPlain || people[1] >= 0) return
    const [column, value] = people
    this.#entries(r, (j, own) => {
      if (j !== column) this.#boundsOf[j]?.push({ whole: column, ratio: -value / own })
    })
  }

  #entries(r: number, each: (column: number, value: number) => void): void {
    const { starts, indices, values } = this.#lp
    for (let e = starts[r] ?? 0; e < (starts[r + 1] ?? 0); e++) each(indices[e] ?? 0, values[e] ?? 0)
  }

  /** Rows with an upper bound are treated as ≤, all others as ≥. */
  #isMost(r: number): boolean {
    return (this.#lp.rowUpper[r] ?? 0) < Infinity
  }

  #slackOf(r: number): number {
    let activity = 0
    this.#entries(r, (j, value) => {
      activity += value * (this.#point[j] ?? 0)
    })
    const { rowLower, rowUpper } = this.#lp
    return Math.max(0, this.#isMost(r) ? (rowUpper[r] ?? 0) - activity : activity - (rowLower[r] ?? 0))
  }

  #startAt(r: number, sign: number): Cut | null {
    this.#sum.clear()
    this.#addRow(r, sign)
    const used = new Set([r])
    for (let depth = 1; depth < DEEPEST; depth++) {
      const cut = this.#rounded()
      if (cut !== null) return cut
      if (!this.#addNext(used)) return null
    }
    return this.#rounded()
  }

  #summed({ rows, weights }: RowSum, sign: number): Cut | null {
    const largest = Math.max(0, ...Array.from(weights, Math.abs))
    if (largest > LARGEST_WEIGHT || rows.length > MOST_ROWS) return null
    this.#sum.clear()
    for (let k = 0; k < rows.length; k++) {
      const weight = weights[k] ?? 0
      if (Math.abs(weight) > LEAST_WEIGHT * largest) this.#addRow(rows[k] ?? 0, sign * weight)
    }
    return this.#rounded()
  }

  /** Adds weight · (row + slack = right-hand side) to the sum. */
  #addRow(r: number, weight: number): void {
    const { rowLower, rowUpper, columns } = this.#lp
    this.#entries(r, (j, value) => this.#sum.add(j, weight * value))
    const isMost = this.#isMost(r)
    if (rowLower[r] !== rowUpper[r]) this.#sum.add(columns + r, isMost ? weight : -weight)
    this.#sum.side += weight * ((isMost ? rowUpper[r] : rowLower[r]) ?? 0)
  }

  /** Adds another row, which eliminates the continuous column farthest from its bounds. */
  #addNext(used: Set<number>): boolean {
    const { columns, whole } = this.#lp
    let column = -1
    let farthest = TIGHT
    let next: readonly [row: number, value: number] | null = null
    for (const j of this.#sum.touched) {
      if (j >= columns || whole[j] === 1 || Math.abs(this.#sum.at(j)) < ZERO) continue
      const distance = this.#distance(j)
      const row = distance > farthest ? this.#rowWith(j, used) : null
      if (row !== null) [column, farthest, next] = [j, distance, row]
    }
    if (next === null) return false
    const [row, value] = next
    used.add(row)
    this.#addRow(row, -this.#sum.at(column) / value)
    this.#sum.drop(column)
    return true
  }

  #distance(j: number): number {
    const y = this.#point[j] ?? 0
    let least = Math.min(y - (this.#lp.lower[j] ?? 0), (this.#lp.upper[j] ?? 0) - y)
    for (const { whole, ratio } of this.#boundsOf[j] ?? [])
      least = Math.min(least, ratio * (this.#point[whole] ?? 0) - y)
    return least
  }

  /** The shortest binding row with this column that is not in the sum yet. */
  #rowWith(j: number, used: ReadonlySet<number>): readonly [row: number, value: number] | null {
    const { starts } = this.#lp
    let best: readonly [number, number] | null = null
    let shortest = LONGEST
    for (const entry of this.#rowsOf[j] ?? []) {
      const [r] = entry
      const length = (starts[r + 1] ?? 0) - (starts[r] ?? 0)
      if (length >= shortest || (this.#slack[r] ?? 0) > TIGHT || used.has(r)) continue
      shortest = length
      best = entry
    }
    return best
  }

  /** The sum rounded by the divisor that gives the deepest cut; null if no cut is violated. */
  #rounded(): Cut | null {
    const measured = this.#measure()
    const divisors = new Set<number>()
    for (const { value, at } of measured.wholes) {
      if (at > TIGHT && divisors.size < DIVISORS) divisors.add(Number(Math.abs(value).toPrecision(9)))
    }
    const first = deepest(measured, [...divisors])
    if (first === null) return null
    this.#write(measured, deepest(measured, [first, ...SHARES.map((share) => first / share)]) ?? first)
    return cutOf(this.#cut, this.#lp, this.#point)
  }

  /** The sum with every column complemented to its nearest bound. */
  #measure(): Measured {
    const { columns, whole } = this.#lp
    const sum = this.#sum
    const people = this.#measured
    people.clear()
    people.side = sum.side
    const rests: Rest[] = []
    let rest = 0
    for (const j of sum.touched) {
      const value = sum.at(j)
      if (Math.abs(value) < ZERO && this.#leftOut(j, value)) continue
      if (j < columns && whole[j] === 1) people.add(j, value)
      else {
        const [seen, distance] = this.#fromBound(j, value)
        if (seen.value >= 0) continue
        rests.push(seen)
        rest += seen.value * distance
      }
    }
    const wholes = people.touched
      .filter((j) => Math.abs(people.at(j)) >= ZERO || !this.#leftOut(j, people.at(j)))
      .map((j) => this.#count(j, people))
    return { wholes, rests, rest, side: people.side }
  }

  /** Replaces a negligible coefficient by its least contribution, which only weakens the row. False if it has none. */
  #leftOut(j: number, value: number): boolean {
    const { columns, lower, upper } = this.#lp
    const least = j < columns ? leastOf(value, lower[j] ?? 0, upper[j] ?? 0) : leastOf(value, 0, Infinity)
    if (Number.isFinite(least)) this.#measured.side -= least
    return Number.isFinite(least)
  }

  /**
   * Substitutes the nearest bound, preferring variable bounds; the bound's own term moves to the right-hand side or to the integer column.
   */
  #fromBound(j: number, value: number): readonly [Rest, distance: number] {
    if (j >= this.#lp.columns) return [{ column: j, value, from: 'lower' }, this.#slack[j - this.#lp.columns] ?? 0]
    const y = this.#point[j] ?? 0
    const [low, high] = [this.#lp.lower[j] ?? 0, this.#lp.upper[j] ?? 0]
    let from: Rest['from'] = y - low <= high - y ? 'lower' : 'upper'
    let distance = Math.min(y - low, high - y)
    for (const bound of this.#boundsOf[j] ?? []) {
      const away = bound.ratio * (this.#point[bound.whole] ?? 0) - y
      if (away <= distance + ZERO) [from, distance] = [bound, away]
    }
    if (from === 'lower') this.#measured.side -= value * low
    else if (from === 'upper') this.#measured.side -= value * high
    else this.#measured.add(from.whole, value * from.ratio)
    return [{ column: j, value: from === 'lower' ? value : -value, from }, Math.max(0, distance)]
  }

  #count(j: number, people: Sum): Counted {
    const x = this.#point[j] ?? 0
    const [low, high] = [this.#lp.lower[j] ?? 0, this.#lp.upper[j] ?? 0]
    const isFlipped = high - x < x - low
    const value = people.at(j)
    people.side -= value * (isFlipped ? high : low)
    return { column: j, value: isFlipped ? -value : value, isFlipped, at: Math.max(0, isFlipped ? high - x : x - low) }
  }

  /** Writes the rounded row in the programme's own columns. */
  #write({ wholes, rests, side }: Measured, divisor: number): void {
    const { columns, lower, upper } = this.#lp
    const cut = this.#cut
    const f = fraction(side / divisor)
    cut.clear()
    cut.side = Math.floor(side / divisor)
    for (const { column: j, value, isFlipped } of wholes) {
      const c = roundedCoefficient(value / divisor, f)
      cut.add(j, isFlipped ? -c : c)
      cut.side += isFlipped ? -c * (upper[j] ?? 0) : c * (lower[j] ?? 0)
    }
    for (const { column: j, value, from } of rests) {
      const c = value / divisor / (1 - f)
      if (j >= columns) this.#writeSlack(j - columns, c)
      else {
        cut.add(j, from === 'lower' ? c : -c)
        if (from === 'lower') cut.side += c * (lower[j] ?? 0)
        else if (from === 'upper') cut.side -= c * (upper[j] ?? 0)
        else cut.add(from.whole, c * from.ratio)
      }
    }
  }

  /** Adds c · slack, substituting the row for its slack. */
  #writeSlack(r: number, c: number): void {
    const sign = this.#isMost(r) ? -1 : 1
    this.#entries(r, (j, value) => this.#cut.add(j, sign * c * value))
    this.#cut.side += sign * c * ((this.#isMost(r) ? this.#lp.rowUpper[r] : this.#lp.rowLower[r]) ?? 0)
  }
}
