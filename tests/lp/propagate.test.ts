import { describe, expect, test } from 'vitest'
import type { Lp } from '../../solver/lp/lp.ts'
import { propagated } from '../../solver/lp/propagate.ts'
import { programme } from '../../solver/lp/table.ts'
import { bestByEnumeration } from '../engines/enumeration.ts'
import { sessionsAndUnmet, switchedClinics, tightChoices } from '../engines/shapes.ts'

const boundsOf = (lp: Lp) => {
  const { lower, upper } = propagated(lp)
  return { lower: [...lower], upper: [...upper] }
}

const YES_OR_NO = { upper: 1, whole: true }

describe('bounds that rows imply', () => {
  test('a column that must be 1 leaves nothing to those that share its place', () => {
    const lp = programme({
      columns: [YES_OR_NO, YES_OR_NO, YES_OR_NO],
      rows: [
        { of: [1, 1, 1], atMost: 1 },
        { of: [0, 1, 0], atLeast: 1 },
      ],
    })
    expect(boundsOf(lp)).toEqual({ lower: [0, 1, 0], upper: [0, 1, 0] })
  })

  test('a sum that is used up closes what does not fit into the rest, and leaves what does', () => {
    const lp = programme({
      columns: [{ lower: 1, upper: 1, whole: true }, YES_OR_NO, YES_OR_NO],
      rows: [{ of: [1, 1, 0.4], atMost: 1.5 }],
    })
    expect(boundsOf(lp)).toEqual({ lower: [1, 0, 0], upper: [1, 0, 1] })
  })

  test('what a decided column decides is decided too, however far away', () => {
    const lp = programme({
      columns: [{ upper: 0, whole: true }, { upper: 3, whole: true }, { upper: 90 }],
      rows: [
        { of: [0, -12, 1], atMost: 0 },
        { of: [-1, 1, 0], atLeast: 0, atMost: 0 },
      ],
    })
    expect(boundsOf(lp)).toEqual({ lower: [0, 0, 0], upper: [0, 0, 0] })
  })

  test('whole columns get whole bounds on both sides, whatever the sign', () => {
    const lp = programme({
      columns: [
        { upper: 9, whole: true },
        { upper: 9, whole: true },
      ],
      rows: [
        { of: [2, 0], atLeast: 3, atMost: 7 },
        { of: [0, -2], atLeast: -7, atMost: -3 },
      ],
    })
    expect(boundsOf(lp)).toEqual({ lower: [2, 2], upper: [3, 3] })
  })

  test('a fraction keeps the bounds that its document gave it, unless it is decided or alone in its row', () => {
    const lp = programme({
      columns: [{ upper: 9 }, { upper: 9 }, { upper: 9 }],
      rows: [
        { of: [1, 1, 0], atMost: 4 },
        { of: [0, 0, 2], atLeast: 1, atMost: 5 },
      ],
    })
    expect(boundsOf(lp)).toEqual({ lower: [0, 0, 0.5], upper: [9, 9, 2.5] })
  })

  test('a row that cannot be kept changes no bound: to say so is left to others', () => {
    const lp = programme({ columns: [YES_OR_NO, YES_OR_NO], rows: [{ of: [1, 1], atLeast: 3 }] })
    expect(boundsOf(lp)).toEqual({ lower: [0, 0], upper: [1, 1] })
  })

  const families = { tightChoices, sessionsAndUnmet, switchedClinics }
  test.each(Object.entries(families))('lose no best point of %s, and none that fits', (_, family) => {
    for (let seed = 1; seed <= 60; seed++) {
      const lp = family(seed)
      const [best, tighter] = [bestByEnumeration(lp), bestByEnumeration({ ...lp, ...propagated(lp) })]
      if (best === null || tighter === null) expect(tighter, `seed ${seed}`).toBe(best)
      else expect(tighter, `seed ${seed}`).toBeCloseTo(best, 6)
    }
  })
})
