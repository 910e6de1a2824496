/** Least-squares slope of y over x; 0 for fewer than two points. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const [x, y] = [mean(points.map(([one]) => one)), mean(points.map(([, one]) => one))]
  const across = points.reduce((sum, [one]) => sum + (one - x) ** 2, 0)
  return across > 0 ? points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / across : 0
}
