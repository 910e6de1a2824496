/** Sums of rows counted from bounds, what rounding makes of them, how deep that cuts, and which of many rows are kept. */
import type { Row } from './edit.ts'
import type { Lp } from './lp.ts'
import type { Sum } from './sum.ts'

/** A row that holds for every whole point, and by how much some fractional point breaks it. */
export interface Cut {
  readonly row: Row
  readonly efficacy: number
}

/** y ≤ ratio · whole column, as a clinic's contacts have it with its people. */
export interface BoundByPeople {
  readonly whole: number
  readonly ratio: number
}

/** A continuous column y as seen from one of its bounds: y = bound + t or bound − t, t ≥ 0. */
export interface Rest {
  readonly column: number
  /** Coefficient of t, below 0; a t above 0 is dropped, which only weakens the row. */
  readonly value: number
  readonly from: 'lower' | 'upper' | BoundByPeople
}

/** An integer column counted from its nearer bound. */
export interface Counted {
  readonly column: number
  readonly value: number
  readonly isFlipped: boolean
  /** Distance of the point from that bound. */
  readonly at: number
}

/** Σ wholes + Σ rests ≤ side, all of it counted from bounds. */
export interface Measured {
  readonly wholes: readonly Counted[]
  readonly rests: readonly Rest[]
  /** Total of the remainders at the point. */
  readonly rest: number
  readonly side: number
}

/** A right-hand side closer to an integer than this makes a weak row with large numbers. */
const LEAST_FRACTION = 0.02
/** Least violation, in units of the row's length, for a row to be worth its place. */
const LEAST_EFFICACY = 1e-3
/** Two rows that are more alike than this (cosine) say the same. */
const ALIKE = 0.9
/** Largest over smallest coefficient: more is trouble for any engine. */
const WIDEST = 1e4
/** By how much a row is loosened, beside its own size, for what was rounded on the way. */
const LOOSE = 1e-9
/** A value this close below an integer counts as that integer. */
const ROUNDING = 1e-12

/**
 * For an integer column with coefficient `value`, if the right-hand side has the fraction f: ⌊value⌋ + max(0, fraction
 * − f) / (1 − f).
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

/** How far behind the rounded row the point lies, in units of the row's length; 0 where rounding is of no use. */
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

/** Σ ≤ side, scaled to 1 and without what is too small beside the largest; null where the point does not lie behind it. */
export function cutOf(sum: Sum, { lower, upper }: Lp, point: Float64Array): Cut | null {
  const largest = sum.touched.reduce((most, j) => Math.max(most, Math.abs(sum.at(j))), 0)
  const kept: number[] = []
  let { side } = sum
  for (const j of sum.touched) {
    const value = sum.at(j)
    if (Math.abs(value) * WIDEST > largest) kept.push(j)
    // What leaves counts as its least, so that the row only becomes weaker.
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

/** Distance of the point beyond the row Σ ≤ upper; null if it is not worth a row. */
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

/** The deepest first, without those that nearly repeat one. */
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
