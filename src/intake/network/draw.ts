/** Seeded random numbers: equal keys give equal sequences, different keys independent ones. */

/** An independent stream of random numbers. */
export interface Draw {
  /** A number in [0, 1). */
  next(): number
  /** True with this probability. */
  chance(share: number): boolean
  /** Picks a choice with probability proportional to its weight; the first if all weights are 0. */
  pick<T>(choices: readonly T[], weightOf?: (choice: T) => number): T
}

/**
 * Keyed by purpose, not by order: `draw(seed, network, person, 'leave')`. So adding a person, or another random property, doesn't change
 * anybody else's numbers. (xmur3 hash into mulberry32, both in the public domain.)
 */
export function draw(...key: readonly (string | number)[]): Draw {
  let state = hash(key.join('\u0000'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, chance: (share) => next() < share, pick: (choices, weightOf) => pickFrom(choices, weightOf, next()) }
}

function pickFrom<T>(choices: readonly T[], weightOf: ((choice: T) => number) | undefined, at: number): T {
  const weights = choices.map((choice) => weightOf?.(choice) ?? 1)
  let left = at * weights.reduce((total, weight) => total + weight, 0)
  const found = choices.findIndex((_, i) => {
    left -= weights[i] ?? 0
    return left < 0
  })
  const choice = choices[Math.max(0, found)]
  if (choice === undefined) throw new RangeError('Nothing to choose from')
  return choice
}

function hash(text: string): number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return (h ^ (h >>> 16)) >>> 0
}
