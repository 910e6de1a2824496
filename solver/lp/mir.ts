/** Sums of rows over complemented columns: their mixed-integer rounding, the depth of the resulting cuts, and the selection among them. */
import type { Row } from './edit.ts'
import type { Lp } from './lp.ts'
import type { Sum } from './sum.ts'

/** A row that holds for every integer point, and by how much the fractional point violates it. */
export interface Cut {
  readonly row: Row
  readonly efficacy: number
}

/** A variable upper bound y ≤ ratio · integer column, such as a clinic's contacts for its number of people. */
export interface BoundByPeople {
  readonly whole: number
  readonly ratio: number
}

/** A continuous column y relative to one of its bounds: y = bound + t or bound − t, t ≥ 0. */
export interface Rest {
  readonly column: number
  /** Coefficient of t, negative; terms with a positive one are dropped, which only weakens the row. */
  readonly value: number
  readonly from: 'lower' | 'upper' | BoundByPeople
}

/** An integer column relative to its nearer bound. */
export interface Counted {
  readonly column: number
  readonly value: number
  readonly isFlipped: boolean
  /** Distance of the point from that bound. */
  readonly at: number
}

/** Σ wholes + Σ rests ≤ side, all relative to bounds. */
export interface Measured {
  readonly wholes: readonly Counted[]
  readonly rests: readonly Rest[]
  /** Value of the continuous part at the point. */
  readonly rest: number
  readonly side: number
}

/** A right-hand side closer to an integer than this gives a weak row with large coefficients. */
const LEAST_FRACTION = 0.02
/** Least efficacy (violation divided by the row's norm) of a cut. */
const LEAST_EFFICACY = 1e-3
/** Cuts with a larger cosine than this are considered duplicates. */
const ALIKE = 0.9
/** Largest allowed ratio of coefficients: more causes numerical trouble in any engine. */
const WIDEST = 1e4
/** How much a cut is relaxed, relative to its size, for rounding errors on the way. */
const LOOSE = 1e-9
/** A value this close below an integer counts as that integer. */
const ROUNDING = 1e-12

/**
 * For an integer column with coefficient `value`, f being the fraction of the right-hand side: ⌊value⌋ + max(0, fraction − f) / (1 − f).
 */
export function roundedCoefficient(value: number, f: number): number {
  const down = Math.floor(value + ROUNDING)
  return down + Math.max(0, value - down - f) / (1 - f)
}

export function fraction(value: number): number {
  return value - Math.floor(value)
}

/** The minimum of value · x for x between two bounds. */
export function leastOf(value: number, low: number, high: number): number {
  if (value === 0) return 0
  return value * (value > 0 ? low : high)
}

/** The divisor that gives the deepest cut; null if none cuts. */
export function deepest(measured: Measured, divisors: readonly number[]): number | null {
  const depths = divisors.map((divisor) => depthOf(measured, divisor))
  const most = Math.max(0, ...depths)
  return most > 0 ? (divisors[depths.indexOf(most)] ?? null) : null
}

/** Efficacy of the rounded row at the point; 0 if the rounding gives nothing. */
function depthOf({ wholes, rests, rest, side }: Measured, divisor: number): number {
  const f = fraction(side / divisor)
  if (f < LEAST_FRACTION || f > 1 - LEAST_FRACTION) return 0
  let left = rest / divisor / (1 - f)
  let square = 0
  for (const { value, at } of wholes) {
    const c = roundedCoefficient(value / divisor, f)
    left += c * at
    square += c * c
  }
  for (const { value } of rests) square += (value / divisor / (1 - f)) ** 2
  return square === 0 ? 0 : Math.max(0, left - Math.floor(side / divisor)) / Math.sqrt(square)
}

/** Σ ≤ side, scaled to a largest coefficient of 1 and without negligible ones; null if the point does not violate it. */
export function cutOf(sum: Sum, { lower, upper }: Lp, point: Float64Array): Cut | null {
  const largest = sum.touched.reduce((most, j) => Math.max(most, Math.abs(sum.at(j))), 0)
  const kept: number[] = []
  let { side } = sum
  for (const j of sum.touched) {
    const value = sum.at(j)
    if (Math.abs(value) * WIDEST > largest) kept.push(j)
    // Dropped terms are replaced by their least value, which only weakens the row.
    else side -= leastOf(value, lower[j] ?? 0, upper[j] ?? 0)
  }
  if (kept.length === 0 || !Number.isFinite(side)) return null
  kept.sort((a, b) => a - b)
  const values = kept.map((j) => sum.at(j) / largest)
  const most = side / largest
  const row = { indices: kept, values, lower: Number.NEGATIVE_INFINITY, upper: most + LOOSE * (1 + Math.abs(most)) }
  const efficacy = efficacyOf(row, point)
  return efficacy === null ? null : { row, efficacy }
}

/** Efficacy of the row Σ ≤ upper at the point; null if it is not worth adding. */
function efficacyOf({ indices, values, upper }: Row, point: Float64Array): number | null {
  let left = 0
  let square = 0
  for (let k = 0; k < indices.length; k++) {
    const value = values[k] ?? 0
    left += value * (point[indices[k] ?? 0] ?? 0)
    square += value * value
  }
  const efficacy = (left - upper) / Math.sqrt(square)
  return efficacy > LEAST_EFFICACY ? efficacy : null
}

/** The deepest cuts first, without near-duplicates. */
export function chosen(cuts: readonly Cut[], most: number, columns: number): Row[] {
  const rows: Row[] = []
  const lengths: number[] = []
  const dense = new Float64Array(columns)
  for (const { row } of [...cuts].sort((a, b) => b.efficacy - a.efficacy)) {
    if (rows.length >= most) break
    for (let k = 0; k < row.indices.length; k++) dense[row.indices[k] ?? 0] = row.values[k] ?? 0
    const length = Math.sqrt(dot(row, dense))
    if (rows.every((other, k) => dot(other, dense) <= ALIKE * length * (lengths[k] ?? 0))) {
      rows.push(row)
      lengths.push(length)
    }
    for (let k = 0; k < row.indices.length; k++) dense[row.indices[k] ?? 0] = 0
  }
  return rows
}

function dot({ indices, values }: Row, dense: Float64Array): number {
  let sum = 0
  for (let k = 0; k < indices.length; k++) sum += (values[k] ?? 0) * (dense[indices[k] ?? 0] ?? 0)
  return sum
}
