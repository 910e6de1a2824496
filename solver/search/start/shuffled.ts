/** A seeded shuffle: the same seed always gives the same order. */

/** The items in random order (Fisher and Yates; mulberry32, which is in the public domain). */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items]
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(next() * (k + 1))
    const [a, b] = [order[k], order[other]]
    if (a !== undefined && b !== undefined) [order[k], order[other]] = [b, a]
  }
  return order
}
