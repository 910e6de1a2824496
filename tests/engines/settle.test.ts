import { expect, test } from 'vitest'
import { settle } from '../../solver/engines/settle.ts'
import { programme } from '../../solver/lp/table.ts'

/** Half a contact in ten thousand of the first column is five of the second. */
const STEEP = programme({
  columns: [
    { cost: 1, upper: 1 },
    { lower: -1, upper: 1 },
    { cost: 1, upper: 5, whole: true },
  ],
  rows: [{ of: [1e4, -1, 0], atLeast: 0, atMost: 0 }],
})

test('what misses a bound by noise is put there, and what is nearly whole made whole', () => {
  expect(settle(STEEP, Float64Array.of(0, 0, 2.000001))).toEqual({ point: Float64Array.of(0, 0, 2), objective: 2 })
  const level = programme({ columns: [{ cost: 1, upper: 1 }], rows: [] })
  expect(settle(level, Float64Array.of(-5e-7))?.point).toEqual(Float64Array.of(0))
  expect(settle(level, Float64Array.of(1 + 5e-7))?.point).toEqual(Float64Array.of(1))
})

test('unless that hurts a row', () => {
  const point = Float64Array.of(-5e-7, -5e-3, 1.999999)
  expect(settle(STEEP, point)?.point).toEqual(Float64Array.of(-5e-7, -5e-3, 2))
})

test('half a person stays half a person, and more than noise is refused', () => {
  expect(settle(STEEP, Float64Array.of(0, 0, 0.5))).toBeNull()
  expect(settle(STEEP, Float64Array.of(-1e-5, -0.1, 0))).toBeNull()
  expect(settle(STEEP, Float64Array.of(0, 0.5, 0))).toBeNull()
})
