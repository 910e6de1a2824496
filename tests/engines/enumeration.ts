/** The best of a small programme by looking at every combination of its whole columns: no solver has a part in it. */
import type { Lp } from '../../solver/lp/lp.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'

/**
 * Least objective, or null where nothing fits. Whole columns need finite bounds. Every other column must be a shortfall: it
 * costs something, starts at 0, and has the coefficient 1 in a single row, which has a lower bound only and no other one.
 */
export function bestByEnumeration(lp: Lp): number | null {
  const whole = [...lp.whole.keys()].filter((j) => lp.whole[j] === 1)
  const shortfalls = [...lp.whole.keys()].filter((j) => lp.whole[j] !== 1)
  const rowOf = new Map(shortfalls.map((j) => [j, rowOfShortfall(lp, j)]))
  const point = lp.lower.slice()
  let best: number | null = null
  const visit = (depth: number): void => {
    const j = whole[depth]
    if (j === undefined) {
      for (const s of shortfalls) point[s] = 0
      for (const s of shortfalls) point[s] = Math.max(0, short(lp, rowOf.get(s) ?? -1, point))
      const found = residuals(lp, point)
      if (holds(found) && (best === null || found.objective < best)) best = found.objective
      return
    }
    for (let value = Math.ceil(lp.lower[j] ?? 0); value <= (lp.upper[j] ?? 0); value++) {
      point[j] = value
      visit(depth + 1)
    }
  }
  visit(0)
  return best
}

function rowOfShortfall(lp: Lp, column: number): number {
  const entries = [...lp.indices.keys()].filter((e) => lp.indices[e] === column)
  const [entry] = entries
  const plain = entries.length === 1 && entry !== undefined && lp.values[entry] === 1 && lp.lower[column] === 0
  if (!plain || (lp.cost[column] ?? -1) < 0) throw new Error(`Column ${column} is no shortfall`)
  const row = lp.starts.findIndex((start, r) => start <= entry && entry < (lp.starts[r + 1] ?? 0))
  if (lp.rowUpper[row] !== Infinity) throw new Error(`Row ${row} has an upper bound`)
  return row
}

function short(lp: Lp, row: number, point: Float64Array): number {
  let activity = 0
  for (let e = lp.starts[row] ?? 0; e < (lp.starts[row + 1] ?? 0); e++) {
    activity += (lp.values[e] ?? 0) * (point[lp.indices[e] ?? 0] ?? 0)
  }
  return (lp.rowLower[row] ?? 0) - activity
}
