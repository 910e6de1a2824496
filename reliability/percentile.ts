/** The smallest number that at least this percentage of the numbers don't exceed; 0 if there are none. */
export function percentile(numbers: readonly number[], per: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((per / 100) * sorted.length) - 1)] ?? 0
}
