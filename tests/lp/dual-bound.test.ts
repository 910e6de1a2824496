import { expect, test } from 'vitest'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { dualBound } from '../../solver/lp/dual-bound.ts'
import { withRows } from '../../solver/lp/edit.ts'
import { relaxationOf } from '../../solver/lp/lp.ts'
import { programme } from '../../solver/lp/table.ts'
import { PLAIN } from '../engines/cases/expected.ts'
import { bestByEnumeration } from '../engines/enumeration.ts'
import { seeded } from '../engines/seeded.ts'
import { anything, sessionsAndUnmet } from '../engines/shapes.ts'

const LP = programme({
  columns: [{ cost: 3 }, { cost: 2, upper: 3 }],
  rows: [{ of: [1, 1], atLeast: 4, atMost: 9 }],
  offset: 5,
})

test('the right price proves the optimum, a lower one less, none the bounds alone', () => {
  expect(dualBound(LP, Float64Array.of(3))).toBe(5 + 3 * 4 - 3)
  expect(dualBound(LP, Float64Array.of(2))).toBe(5 + 2 * 4)
  expect(dualBound(LP, Float64Array.of(0))).toBe(5)
})

test('a price that would pay for ever proves nothing, noise in a price is no such price', () => {
  expect(dualBound(LP, Float64Array.of(3.5))).toBe(-Infinity)
  expect(dualBound(LP, Float64Array.of(3 + 1e-8))).toBeCloseTo(14, 6)
  const oneSided = programme({ columns: [{ cost: 1 }], rows: [{ of: [1], atLeast: 2 }] })
  expect(dualBound(oneSided, Float64Array.of(-1))).toBe(-Infinity)
  expect(dualBound(oneSided, Float64Array.of(-1e-9))).toBe(0)
})

test('no prices whatever prove more than the best of all points', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const lp = sessionsAndUnmet(seed)
    const draw = seeded(seed)
    const best = bestByEnumeration(lp) ?? Infinity
    for (let n = 0; n < 20; n++) {
      const prices = Float64Array.from({ length: lp.rows }, () => 30 * (draw.next() - 0.3))
      expect(dualBound(lp, prices)).toBeLessThanOrEqual(best + 1e-9)
    }
  }
})

test("an engine's duals prove its linear optimum", async () => {
  const engine = highsEngine()
  let proven = 0
  for (let seed = 1; seed <= 60; seed++) {
    const lp = relaxationOf(anything(seed))
    const answer = await engine.solve(lp, PLAIN)
    if (answer.status !== 'optimal' || answer.duals === undefined) continue
    expect(dualBound(lp, answer.duals)).toBeCloseTo(answer.objective, 6)
    proven += 1
  }
  expect(proven).toBeGreaterThan(15)
})

test('a limit is priced as high as pays, and no higher', () => {
  // Without the limit both columns are full at -2 and -3 each; it leaves room for 2 of the second, which pays most for its share.
  const lp = programme({
    columns: [
      { cost: -2, upper: 4 },
      { cost: -3, upper: 4 },
    ],
    rows: [],
  })
  const none = new Float64Array(0)
  expect(dualBound(lp, none)).toBe(-20)
  expect(dualBound(lp, none, [{ columns: [0, 1], costs: [1, 1], most: 2 }])).toBe(-6)
  expect(dualBound(lp, none, [{ columns: [0, 1], costs: [1, 1], most: 6 }])).toBe(-16)
  expect(dualBound(lp, none, [{ columns: [0, 1], costs: [1, 1], most: 9 }])).toBe(-20)
  const endless = programme({ columns: [{ cost: -2 }], rows: [] })
  expect(dualBound(endless, none, [{ columns: [0], costs: [4], most: 2 }])).toBe(-1)
})

test('whatever the prices, no bound with a limit is above the best of the points that keep it', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const lp = sessionsAndUnmet(seed)
    const draw = seeded(seed)
    const columns = [...Array(lp.columns).keys()].filter(() => draw.next() < 0.5)
    const costs = columns.map(() => 1 + 4 * draw.next())
    const most = 10 * draw.next()
    const limited = withRows(lp, [{ indices: columns, values: costs, lower: -Infinity, upper: most }])
    const best = bestByEnumeration(limited) ?? Infinity
    for (let n = 0; n < 20; n++) {
      const prices = Float64Array.from({ length: lp.rows }, () => 30 * (draw.next() - 0.3))
      const bound = dualBound(lp, prices, [{ columns, costs, most }])
      expect(bound).toBeLessThanOrEqual(best + 1e-9)
      expect(bound).toBeGreaterThanOrEqual(dualBound(lp, prices) - 1e-9)
    }
  }
})
