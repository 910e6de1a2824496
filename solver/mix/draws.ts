/**
 * Random draws that depend only on a seed and on what they are for. Whatever rota is tested, the same people are ill on the same days and
 * the same patients call (common random numbers).
 */

/** A uniform number from 0 to 1 for this seed and these words. */
export function uniform(seed: number, ...words: readonly (string | number)[]): number {
  let state = seed | 0
  for (const letter of words.join('|')) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return mixed(state + 0x6d2b79f5)
}

/** mulberry32, which is in the public domain. */
function mixed(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
}

/** The Poisson quantile for this probability. */
export function poissonAt(mean: number, place: number): number {
  // Above this mean the normal approximation is off by less than one contact in a hundred.
  if (mean > 300) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalAt(place)))
  let probability = Math.exp(-mean)
  let sum = probability
  let count = 0
  while (sum < place && count < 2000) {
    count += 1
    probability *= mean / count
    sum += probability
  }
  return count
}

/** The standard normal quantile for this probability (Winitzki's inverse of the error function). */
export function normalAt(place: number): number {
  const x = 2 * Math.min(1 - 1e-12, Math.max(1e-12, place)) - 1
  const log = Math.log(1 - x * x)
  const a = 0.147
  const half = 2 / (Math.PI * a) + log / 2
  return Math.SQRT2 * Math.sign(x) * Math.sqrt(Math.sqrt(half * half - log / a) - half)
}
