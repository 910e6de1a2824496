/** Figures as a report shows them: steady from run to run, and never minus zero. */

/** Rounds to `decimals` places (4 where left out), which is far below what anybody plans by. */
export function round(value: number, decimals = 4): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
