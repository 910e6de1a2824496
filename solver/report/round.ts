/** Figures as a report shows them: steady from run to run, and never minus zero. */

/** Rounds to `decimals` places (default: 4), far finer than anybody plans. */
export function round(value: number, decimals = 4): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
