/** The smallest number that this percentage of them does not exceed; 0 for none. */
export function percentile(numbers: readonly number[], per: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((per / 100) * sorted.length) - 1)] ?? 0
}
