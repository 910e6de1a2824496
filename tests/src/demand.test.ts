import { describe, expect, it } from 'vitest'
import { busyDay } from '../../src/demand.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import { DEMAND_VARIATION } from '../../src/policy.ts'
import { smallDocument } from '../small-document.ts'

/** Chance of at most `most` contacts: Poisson around a gamma-distributed expectation (negative binomial), term by term. */
function chanceOfAtMost(most: number, mean: number): number {
  const size = 1 / DEMAND_VARIATION ** 2
  let term = (size / (size + mean)) ** size
  let sum = term
  for (let k = 1; k <= most; k++) {
    term *= ((size + k - 1) / k) * (mean / (size + mean))
    sum += term
  }
  return sum
}

describe('a busy day', () => {
  it.each([4, 12, 18, 41.5, 90, 300])('with %s contacts expected is not exceeded on four days in five', (mean) => {
    const busy = busyDay(mean)
    // Contacts come whole: the chance steps over 80% between the whole numbers on either side.
    expect(chanceOfAtMost(Math.ceil(busy - 0.5) - 1, mean)).toBeLessThan(0.805)
    expect(chanceOfAtMost(Math.ceil(busy), mean)).toBeGreaterThan(0.795)
  })

  it('of a small practice stands further out than that of a large one', () => {
    expect(busyDay(5) / 5).toBeCloseTo(1.35, 2)
    expect(busyDay(40) / 40).toBeCloseTo(1.15, 2)
    expect(busyDay(4000) / 4000).toBeCloseTo(1 + 0.8416 * DEMAND_VARIATION, 2)
  })

  it('is never quieter than the mean, and grows with it', () => {
    expect(busyDay(0)).toBe(0)
    const means = [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]
    for (const [i, mean] of means.entries()) {
      expect(busyDay(mean)).toBeGreaterThanOrEqual(mean)
      expect(busyDay(mean)).toBeGreaterThan(busyDay(means[i - 1] ?? 0))
    }
  })
})

describe('demand as planned', () => {
  const urgent = { site: 'alder', need: 'urgent', date: '2026-11-30' }
  const rows = [
    { ...urgent, part: 'am', contacts: 12 },
    { ...urgent, part: 'pm', contacts: 6 },
    { ...urgent, date: '2026-12-01', part: 'am', contacts: 18 },
    { ...urgent, need: 'routine', part: 'am', contacts: 18 },
  ]
  const arrivals = (change: Partial<RotaDocument>) => {
    const { plan: _, ...document } = smallDocument({ demand: rows, ...change })
    return readDocument({ ...document, ...change }, []).arrivals
  }

  it('is that of a busy day for same-day needs, every part of the day alike', () => {
    const [am, pm, tuesday] = arrivals({})
    expect((am?.contacts ?? 0) + (pm?.contacts ?? 0)).toBeCloseTo(busyDay(18))
    expect(am?.contacts).toBeCloseTo(2 * (pm?.contacts ?? 0))
    expect(tuesday?.contacts).toBeCloseTo(busyDay(18))
    expect([am?.mean, pm?.mean]).toEqual([12, 6])
  })

  it('is the mean for needs with a target in days, and for all where the document says so', () => {
    expect(arrivals({})[3]?.contacts).toBe(18)
    expect(arrivals({ plan: 'mean' }).map(({ contacts }) => contacts)).toEqual([12, 6, 18, 18])
  })

  it('is raised for each practice apart', () => {
    const demand = [...rows.slice(0, 2), { ...urgent, site: 'birch', part: 'am', contacts: 2 }]
    const birch = arrivals({ demand }).at(-1)
    expect(birch?.contacts).toBeCloseTo(busyDay(2))
  })
})
