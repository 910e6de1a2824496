/** Seeded draws: the same words always give the same sequence, and other words an unrelated one. */

/** An independent stream of random numbers. */
export interface Draw {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** True with this chance. */
  chance(share: number): boolean
  /** One of the choices, each as often as its weight says; the first where all weights are 0. */
  pick<T>(choices: readonly T[], weightOf?: (choice: T) => number): T
}

/**
 * Keyed by what is drawn for, not by when: `draw(seed, network, person, 'leave')`. So one more person, or one more
 * question about a person, changes nobody else's numbers. (xmur3 hash into mulberry32, both in the public domain.)
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
