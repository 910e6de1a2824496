/** The smallest of the numbers that so many per cent of them do not exceed; 0 where there are none. */
export function percentile(numbers: readonly number[], per: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((per / 100) * sorted.length) - 1)] ?? 0
}
