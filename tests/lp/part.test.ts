import { describe, expect, test } from 'vitest'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { subproblemOf, withoutRowsAcross, withSubproblem } from '../../solver/lp/subproblem.ts'
import { programme } from '../../solver/lp/table.ts'
import { PLAIN } from '../engines/cases/expected.ts'
import { seeded } from '../engines/seeded.ts'
import { anything } from '../engines/shapes.ts'
import { HIGHS } from '../solved-week.ts'

describe('a part of a programme', () => {
  test('takes what the held columns use from its rows, and their cost into its offset', () => {
    const lp = programme({
      columns: [{ cost: 3, upper: 9 }, { cost: 2, upper: 9, whole: true }, { cost: 5 }],
      rows: [
        { of: [1, 2, 0], atLeast: 7 },
        { of: [0, 1, 1], atMost: 4 },
        { of: [1, 0, 0], atMost: 8 },
      ],
    })
    const { lp: own, columns, rows } = subproblemOf(lp, [1, 2], Float64Array.of(3, 2, 1))
    expect(columns).toEqual([1, 2])
    expect(rows).toEqual([0, 1])
    expect(own).toMatchObject({ columns: 2, rows: 2, offset: 9 })
    expect([...own.rowLower]).toEqual([4, Number.NEGATIVE_INFINITY])
    expect([...own.rowUpper]).toEqual([Number.POSITIVE_INFINITY, 4])
    expect([...own.whole]).toEqual([1, 0])
  })

  test('gives up the rows over several parts, of those asked for, and no others', () => {
    const lp = programme({
      columns: [{}, {}, {}],
      rows: [
        { of: [1, 1, 0], atMost: 4 },
        { of: [1, 1, 0], atMost: 5 },
        { of: [1, 0, 1], atMost: 6 },
        { of: [1, 0, 0], atMost: 7 },
      ],
    })
    // Two parts, and a column that both share.
    const free = withoutRowsAcross(lp, [1, 4], Int32Array.of(0, 1, -1))
    expect([...free.rowUpper]).toEqual([4, Number.POSITIVE_INFINITY, 6, 7])
    expect([...lp.rowUpper]).toEqual([4, 5, 6, 7])
  })

  test.each(Array.from({ length: 40 }, (_, k) => k + 1))('fits where it was taken from: seed %i', async (seed) => {
    const draw = seeded(seed)
    const lp = anything(seed)
    const known = await HIGHS.solve({ ...lp, cost: lp.cost.map(() => draw.whole(-3, 5)) }, PLAIN)
    if (!('point' in known)) return
    const columns = [...Array(lp.columns).keys()].filter(() => draw.chance(0.5))
    const part = subproblemOf(lp, columns, known.point)
    const own = Float64Array.from(part.columns, (j) => known.point[j] ?? 0)
    const before = residuals(part.lp, own)
    expect(holds(before)).toBe(true)
    expect(before.objective).toBeCloseTo(residuals(lp, known.point).objective, 6)
    const best = await HIGHS.solve(part.lp, PLAIN)
    if (!('point' in best)) return
    const all = residuals(lp, withSubproblem(known.point, part, best.point))
    expect(holds(all)).toBe(true)
    expect(all.objective).toBeCloseTo(best.objective, 6)
    expect(best.objective).toBeLessThanOrEqual(before.objective + 1e-6)
  })

  test('is the programme itself where it is all of it', () => {
    const lp = anything(3)
    expect(subproblemOf(lp, [...Array(lp.columns).keys()], new Float64Array(lp.columns)).lp).toBe(lp)
  })

  test('has room for its own point, even where that misses a row by rounding', () => {
    const lp = programme({ columns: [{ cost: 1 }, { cost: 1 }], rows: [{ of: [1, 1], atLeast: 2, atMost: 2 }] })
    const point = Float64Array.of(1, 1 - 1e-9)
    const part = subproblemOf(lp, [0], point)
    expect(part.lp.rowUpper[0]).toBeGreaterThanOrEqual(1)
    expect(part.lp.rowLower[0]).toBeLessThanOrEqual(1)
  })
})
