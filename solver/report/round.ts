/** Rounds figures for reports: stable from run to run, and never minus zero. */

/** Rounds to `decimals` places; the default of 4 is far finer than anybody plans. */
export function round(value: number, decimals = 4): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
