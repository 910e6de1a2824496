/** Figures of several runs, in few words. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** "4.2"; for several runs "4.2 (4.0–4.9)". */
export function spread(values: readonly number[]): string {
  const middle = median(values).toFixed(1)
  return values.length < 2 ? middle : `${middle} (${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)})`
}

export function count(value: number): string {
  return value.toLocaleString('en-GB')
}

export interface Seen {
  readonly size: number
  readonly seconds: number
}

/** The exponent e of seconds ≈ c · size^e, by least squares on logarithms; null for fewer than two sizes. */
export function growth(seen: readonly Seen[]): number | null {
  if (new Set(seen.map(({ size }) => size)).size < 2) return null
  const points = seen.map(({ size, seconds }) => [Math.log(size), Math.log(Math.max(1e-3, seconds))] as const)
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)]
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2)
}

export function percent(gap: number): string {
  return `${Number((100 * gap).toFixed(3))}%`
}
