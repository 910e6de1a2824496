/** The first of the four judges: how far a point is from keeping its programme. */
import { describe, expect, test } from 'vitest'
import { holds, residuals, TOLERANCE } from '../../solver/lp/residuals.ts'
import { programme } from '../../solver/lp/table.ts'

const LP = programme({
  columns: [
    { cost: 2, upper: 5, whole: true },
    { cost: -1, lower: -3, upper: 3 },
  ],
  rows: [{ of: [1, 2], atLeast: -1, atMost: 6 }, { of: [1] }, { of: [], atMost: 0 }],
  offset: 10,
})

const of = (...values: number[]) => residuals(LP, Float64Array.of(...values))

test('a point that keeps everything is exact, and its cost counts the offset', () => {
  expect(of(2, 1.5)).toEqual({ bound: 0, row: 0, whole: 0, objective: 12.5, broken: false })
})

describe('by how much is missed:', () => {
  test('a lower bound', () => expect(of(-0.25, 1).bound).toBe(0.25))
  test('a negative lower bound', () => expect(of(5, -3.5).bound).toBe(0.5))
  test('an upper bound', () => expect(of(5.5, 0).bound).toBe(0.5))
  test('a whole number, from the nearest', () => {
    expect(of(2.25, 0).whole).toBe(0.25)
    expect(of(2.75, 0).whole).toBe(0.25)
    expect(of(2, 0.5).whole).toBe(0)
  })
  test('a row from above, relative to its largest term', () => expect(of(4, 3).row).toBeCloseTo(4 / 6, 12))
  test('a row from below', () => expect(of(0, -1).row).toBeCloseTo(1 / 2, 12))
})

test('of several, the worst is reported', () => {
  const lp = programme({
    columns: [{ upper: 1 }, { upper: 1 }],
    rows: [
      { of: [1], atMost: 1 },
      { of: [0, 1], atLeast: 3 },
    ],
  })
  expect(residuals(lp, Float64Array.of(1.5, 2))).toMatchObject({ bound: 1, row: 0.5 })
})

test('a row of pounds and a row of sessions are judged alike', () => {
  const lp = programme({ columns: [{}], rows: [{ of: [50_000], atLeast: 100_000 }] })
  expect(holds(residuals(lp, Float64Array.of(2 - 1e-7)))).toBe(true)
  expect(holds(residuals(lp, Float64Array.of(2 - 1e-5)))).toBe(false)
})

test('values that are no finite numbers, too few or too many break a point', () => {
  for (const point of [[Number.NaN, 0], [0, Infinity], [0], [0, 0, 0], []]) expect(holds(of(...point))).toBe(false)
})

test('noise within tolerance holds, what is beyond does not', () => {
  const { bound, whole } = TOLERANCE
  expect(holds(of(5 + bound / 2, 0))).toBe(true)
  expect(holds(of(5 + bound * 2, 0))).toBe(false)
  expect(holds(of(2 + whole / 2, 0))).toBe(true)
  expect(holds(of(2 + whole * 2, 0))).toBe(false)
})
