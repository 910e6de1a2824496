import { expect, test } from 'vitest'
import { withKnownFixed, withRows, withWholeFixed } from '../../solver/lp/edit.ts'
import { programme } from '../../solver/lp/table.ts'

const columns = [
  { cost: 1, upper: 3, whole: true },
  { cost: 2, upper: 9, whole: true },
  { cost: 3, upper: 9 },
]
const LP = programme({ columns, rows: [{ of: [1, 1], atLeast: 1 }] })

test('rows are added behind the others, which stay, and the original is left alone', () => {
  const rows = [
    { indices: [0, 2], values: [4, 5], lower: -Infinity, upper: 7 },
    { indices: [], values: [], lower: 0, upper: 0 },
  ]
  const before = structuredClone(LP)
  const more = programme({
    columns,
    rows: [
      { of: [1, 1], atLeast: 1 },
      { of: [4, 0, 5], atMost: 7 },
      { of: [], atLeast: 0, atMost: 0 },
    ],
  })
  expect(withRows(LP, rows)).toEqual(more)
  expect(LP).toEqual(before)
  expect(withRows(LP, [])).toBe(LP)
})

test('whole columns are fixed at the nearest whole number, and none is left', () => {
  const fixed = withWholeFixed(LP, Float64Array.of(2.0000001, 4.9999999, 6.5))
  expect(fixed).toMatchObject({
    lower: Float64Array.of(2, 5, 0),
    upper: Float64Array.of(2, 5, 9),
    whole: new Uint8Array(3),
  })
})

test('what is unknown, a fraction or out of bounds stays free', () => {
  const { lower, upper, whole } = withKnownFixed(LP, Float64Array.of(Number.NaN, 0.5, 1))
  expect([[...lower], [...upper]]).toEqual([
    [0, 0, 0],
    [3, 9, 9],
  ])
  expect(whole).toEqual(LP.whole)
  expect(withKnownFixed(LP, Float64Array.of(4, -1, 1)).upper).toEqual(LP.upper)
})
