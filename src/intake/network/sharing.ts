/** Divides sessions among whole people without losing any. */

/** Minimum and maximum contracted sessions of one person: from a day a week to a full-time week of 37.5 hours. */
export const CONTRACT = { least: 2, most: 9 } as const

/** Whole sessions adding up to `total`, as close to the weights as the contract limits allow. */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => within((total * weight) / (all || 1)))
  const whole = exact.map(Math.floor)
  const byRemainder = exact.map((_, i) => i).sort((a, b) => remainder(exact, b) - remainder(exact, a) || a - b)
  let left = Math.round(total) - whole.reduce((sum, n) => sum + n, 0)
  // In each round, everybody with room for it gets one session more or less.
  for (let rounds = 0; left !== 0 && rounds < CONTRACT.most; rounds += 1) {
    for (const i of left > 0 ? byRemainder : [...byRemainder].reverse()) {
      const step = Math.sign(left)
      const next = (whole[i] ?? 0) + step
      if (step === 0 || next !== within(next)) continue
      whole[i] = next
      left -= step
    }
  }
  return whole
}

function within(sessions: number): number {
  return Math.min(CONTRACT.most, Math.max(CONTRACT.least, sessions))
}

function remainder(exact: readonly number[], i: number): number {
  return (exact[i] ?? 0) % 1
}

/** Number of people for this many sessions, at this many each; at least enough that nobody exceeds a full week. */
export function headsFor(sessions: number, perHead: number): number {
  if (sessions < CONTRACT.least) return 0
  const wanted = Math.max(1, Math.round(sessions / perHead))
  const fewest = Math.ceil(Math.round(sessions) / CONTRACT.most)
  const most = Math.max(1, Math.floor(sessions / CONTRACT.least))
  return Math.min(most, Math.max(fewest, wanted))
}

/**
 * For too few sessions to employ a person, sometimes returns the smallest contract and otherwise zero, so that the total is right on
 * average.
 */
export function atLeastOne(sessions: number, lot: number, least: number = CONTRACT.least): number {
  if (sessions >= least) return sessions
  return lot < sessions / least ? least : 0
}
