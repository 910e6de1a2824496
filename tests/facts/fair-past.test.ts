import { describe, expect, it } from 'vitest'
import { fairPastOf } from '../../solver/facts/fair-past.ts'
import type { History } from '../../src/problem.ts'

const row = (evenings: number, sessions: number, more: Partial<History> = {}): History => ({
  person: 'p',
  mondays: 0,
  fridays: 0,
  duties: 0,
  evenings,
  saturdays: 0,
  sessions,
  ...more,
})
const fair = (...rows: (History | undefined)[]) =>
  fairPastOf(rows, 'evenings').map((one) => Math.round(one * 1e6) / 1e6)

describe('the fair share of the past', () => {
  it('is by sessions, among people who were there all along', () => {
    expect(fair(row(10, 60), row(0, 30), row(2, 30))).toEqual([6, 3, 3])
    expect(fair(row(10, 60, { weeks: 8 }), row(2, 60))).toEqual([6, 6])
  })

  it('is nothing for whoever has no past, and takes nothing from anybody', () => {
    expect(fair(row(60, 200), undefined)).toEqual([60, 0])
    expect(fair(undefined, undefined)).toEqual([0, 0])
    expect(fair(row(0, 0, { weeks: 2 }), row(4, 0))).toEqual([2, 2])
  })

  it('is shared week by week among those who were there', () => {
    // Twelve weeks: two evenings a week alone for eight, then three a week for two.
    expect(fair(row(24, 48, { weeks: 12 }), row(4, 16, { weeks: 4 }))).toEqual([22, 6])
    // Three came one after the other; in each week all of them work alike.
    expect(fair(row(12, 12, { weeks: 12 }), row(0, 6, { weeks: 6 }), row(0, 3, { weeks: 3 }))).toEqual([8.5, 2.5, 1])
  })

  it('is as many in all as were worked', () => {
    const rows = [row(7, 50, { weeks: 11 }), row(3, 20, { weeks: 5 }), row(9, 31), row(0, 4, { weeks: 1.5 })]
    expect(fair(...rows).reduce((sum, one) => sum + one, 0)).toBeCloseTo(19)
  })

  it('is what somebody has counted, by kind', () => {
    const kept = row(24, 48, { weeks: 12, fair: { evenings: 23.5, mondays: 1 } })
    expect(fair(kept, row(4, 16, { weeks: 4 }))).toEqual([23.5, 6])
    expect(fairPastOf([kept], 'mondays')).toEqual([1])
    expect(fairPastOf([kept], 'fridays')).toEqual([0])
  })
})
