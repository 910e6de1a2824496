import { describe, expect, it } from 'vitest'
import { AdaptiveNeighbourhoods, type Place } from '../../solver/search/start/adaptive.ts'

const [PEOPLE, DAYS] = [6, 28]
/** Everybody may work every day: column 28 · person + day. */
const PLACES: readonly Place[] = Array.from({ length: PEOPLE * DAYS }, (_, column) => ({
  column,
  person: `p${Math.floor(column / DAYS)}`,
  day: column % DAYS,
}))

const draw = (seed: number) => new AdaptiveNeighbourhoods(PLACES, { days: DAYS, seed })
const peopleIn = (free: readonly number[]) => new Set(free.map((column) => Math.floor(column / DAYS))).size
const daysIn = (free: readonly number[]) => {
  const days = free.map((column) => column % DAYS)
  return Math.max(...days) - Math.min(...days) + 1
}

describe('random pieces', () => {
  it('are the same for the same seed, and others for another', () => {
    const twice = [draw(1), draw(1), draw(2)].map((pieces) => Array.from({ length: 8 }, () => pieces.next()))
    expect(twice[1]).toEqual(twice[0])
    expect(twice[2]).not.toEqual(twice[0])
  })

  it('are people over the whole rota, and everybody, half and a third of them for some days, in turn', () => {
    const pieces = draw(3)
    const seen = Array.from({ length: 4 }, () => pieces.next().free)
    expect(seen.map(peopleIn)).toEqual([2, 3, 6, 2])
    expect(seen.map(daysIn)).toEqual([28, 7, 3, 14])
    for (const free of seen) expect(new Set(free).size).toBe(free.length)
  })

  it('grow where they are closed and give nothing, shrink where they are not closed, and stay where they give', () => {
    const size = (end: { isBetter: boolean; isClosed: boolean }) => {
      const pieces = draw(4)
      for (let k = 0; k < 40; k++) pieces.learn(pieces.next(), end)
      return Array.from({ length: 4 }, () => pieces.next().free.length)
    }
    const [grown, shrunk, same] = [
      size({ isBetter: false, isClosed: true }),
      size({ isBetter: false, isClosed: false }),
      size({ isBetter: true, isClosed: true }),
    ]
    expect(same).toEqual([56, 21, 18, 28])
    grown.forEach((free, k) => {
      expect(free).toBeGreaterThan(same[k] ?? 0)
      expect(shrunk[k]).toBeLessThan(same[k] ?? 0)
    })
  })

  it('come to be everything in the end, and count how many in a row have given nothing', () => {
    const pieces = draw(5)
    let piece = pieces.next()
    for (let k = 0; k < 400 && !pieces.isWhole(piece); k++) {
      pieces.learn(piece, { isBetter: false, isClosed: true })
      piece = pieces.next()
    }
    expect(pieces.isWhole(piece)).toBe(true)
    expect(pieces.idle).toBeGreaterThan(10)
    pieces.learn(piece, { isBetter: true, isClosed: true })
    expect(pieces.idle).toBe(0)
  })
})
