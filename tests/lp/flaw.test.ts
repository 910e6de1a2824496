import { expect, test } from 'vitest'
import { flaw } from '../../solver/lp/flaw.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { programme } from '../../solver/lp/table.ts'

const SOUND = programme({ columns: [{}, { lower: -Infinity }], rows: [{ of: [1, 2], atLeast: 1 }, { of: [0, 1] }] })

test('a sound programme has no flaw, with infinite and with crossed bounds', () => {
  expect(flaw(SOUND)).toBeNull()
  expect(flaw({ ...SOUND, lower: Float64Array.of(3, 0), upper: Float64Array.of(1, 0) })).toBeNull()
  expect(flaw(programme({ columns: [] }))).toBeNull()
})

test.each<[string, Partial<Lp>, string]>([
  ['costs that are too few', { cost: Float64Array.of(1) }, 'an array of columns is not 2 long'],
  ['marks of whole columns that are too few', { whole: Uint8Array.of(1) }, 'an array of columns is not 2 long'],
  ['row bounds that are too few', { rowUpper: Float64Array.of(1) }, 'an array of rows is not 2 long'],
  ['starts that are too few', { starts: Int32Array.of(0, 3) }, 'the starts do not fit 2 rows'],
  ['starts that begin late', { starts: Int32Array.of(1, 2, 3) }, 'the starts do not fit 2 rows'],
  ['starts that end early', { starts: Int32Array.of(0, 2, 2) }, 'the last start is not the number of entries'],
  ['starts that go back', { starts: Int32Array.of(0, 4, 3) }, 'row 1: its entries end before they start'],
  ['values that are too few', { values: Float64Array.of(1) }, 'indices and values differ in length'],
  ['an offset that is no number', { offset: Number.NaN }, 'the offset is NaN'],
  ['a cost that is no number', { cost: Float64Array.of(0, Number.NaN) }, 'column 1: the cost is NaN'],
  ['a lower bound at the far end', { lower: Float64Array.of(0, Infinity) }, 'column 1: the lower bound is Infinity'],
  ['an upper bound at the far end', { upper: Float64Array.of(-Infinity, 1) }, 'column 0: the upper bound is -Infinity'],
  ['a row bound that is no number', { rowLower: Float64Array.of(0, Number.NaN) }, 'row 1: the lower bound is NaN'],
  ['half a mark', { whole: Uint8Array.of(2, 0) }, 'column 0: whole is 2, not 0 or 1'],
  ['a negative column index', { indices: Int32Array.of(-1, 1, 1) }, 'row 0: it names column -1 of 2'],
  ['a column too far', { indices: Int32Array.of(0, 2, 1) }, 'row 0: it names column 2 of 2'],
  ['a column twice', { indices: Int32Array.of(1, 1, 1) }, 'row 0: it names column 1 twice'],
  [
    'a coefficient without end',
    { values: Float64Array.of(1, 2, Infinity) },
    'row 1, column 1: the coefficient is Infinity',
  ],
])('%s: told where', (_, change, words) => {
  expect(flaw({ ...SOUND, ...change })).toBe(words)
})
