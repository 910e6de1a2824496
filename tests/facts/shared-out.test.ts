import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Load, leftOver } from '../../solver/facts/shared-out.ts'

const load = (amount: number, people: string, each = 10): Load => ({ amount, each, people: people.split('') })
const total = (left: readonly number[]) => left.reduce((sum, one) => sum + one, 0)

describe('what cannot be shared out', () => {
  it('is what exceeds each person’s most of a load, or of all', () => {
    expect(leftOver([load(12, 'a')], 20)).toEqual([2])
    expect(leftOver([load(8, 'a'), load(8, 'a')], 10)).toEqual([0, 6])
    expect(leftOver([load(5, '')], 20)).toEqual([5])
    expect(leftOver([load(0, 'a')], 20)).toEqual([0])
  })

  it('is less where somebody hands on what others can do as well', () => {
    // b could do either, and is given the first; only b can do the second.
    expect(leftOver([load(10, 'ba'), load(10, 'b')], 10)).toEqual([0, 0])
    expect(leftOver([load(10, 'ba'), load(10, 'cb'), load(10, 'c')], 10)).toEqual([0, 0, 0])
    expect(total(leftOver([load(10, 'ba'), load(10, 'cb'), load(14, 'cd', 12)], 10))).toBe(0)
  })

  it('is the most that any set of loads exceeds what its people can take', () => {
    const people = 'abc'
    const loads = fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 12 }),
        each: fc.integer({ min: 1, max: 6 }),
        people: fc.subarray([...people]),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(loads, fc.integer({ min: 1, max: 10 }), (drawn, most) => {
        expect(total(leftOver(drawn, most))).toBeCloseTo(worstCut(drawn, most))
      }),
      { numRuns: 500 },
    )
  })
})

/** By trying every set of loads: what is asked, less what its people can take of it, each no more than the set leaves them. */
function worstCut(loads: readonly Load[], most: number): number {
  const sets = Array.from({ length: 2 ** loads.length }, (_, bits) => loads.filter((_, k) => (bits >> k) % 2 === 1))
  return Math.max(
    ...sets.map((set) => {
      const asked = set.reduce((sum, one) => sum + one.amount, 0)
      const people = [...new Set(set.flatMap((one) => one.people))]
      const takes = people.map((id) =>
        Math.min(
          most,
          set.reduce((sum, one) => sum + (one.people.includes(id) ? one.each : 0), 0),
        ),
      )
      return asked - takes.reduce((sum, one) => sum + one, 0)
    }),
  )
}
