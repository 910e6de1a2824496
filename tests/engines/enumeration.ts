/** The best of a small programme by looking at everything: every whole value, and every corner of what is left. No solver has a part in it. */
import type { Lp } from '../../solver/lp/lp.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'

/** Least objective, or null where nothing fits. Whole columns need finite bounds, and the rest must have a best corner. */
export function bestByEnumeration(lp: Lp): number | null {
  const whole = columnsOf(lp, 1)
  const loose = columnsOf(lp, 0)
  const shortfalls = shortfallRows(lp, loose)
  const point = lp.lower.slice()
  let best: number | null = null
  const judge = (): void => {
    const found = residuals(lp, point)
    if (holds(found) && (best === null || found.objective < best)) best = found.objective
  }
  const visit = (depth: number): void => {
    const j = whole[depth]
    if (j === undefined) {
      if (shortfalls === null) corners(lp, loose, { point, judge })
      else fillShortfalls(lp, shortfalls, { point, judge })
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

interface Board {
  readonly point: Float64Array
  readonly judge: () => void
}

function columnsOf(lp: Lp, kind: 0 | 1): number[] {
  return [...lp.whole.keys()].filter((j) => lp.whole[j] === kind)
}

function entriesOf(lp: Lp, row: number): { readonly j: number; readonly value: number }[] {
  const found: { j: number; value: number }[] = []
  for (let e = lp.starts[row] ?? 0; e < (lp.starts[row + 1] ?? 0); e++) {
    found.push({ j: lp.indices[e] ?? 0, value: lp.values[e] ?? 0 })
  }
  return found
}

/** Column → row where every one is a plain shortfall: it costs, starts at 0, and stands with 1 in one row, alone, which has no upper bound. */
function shortfallRows(lp: Lp, loose: readonly number[]): Map<number, number> | null {
  const found = new Map<number, number>()
  for (const j of loose) {
    const rows = Array.from({ length: lp.rows }, (_, r) => r).filter((r) => entriesOf(lp, r).some((e) => e.j === j))
    const [row] = rows
    const plain = rows.length === 1 && row !== undefined && lp.rowUpper[row] === Infinity && lp.lower[j] === 0
    const one = row !== undefined && entriesOf(lp, row).some((e) => e.j === j && e.value === 1)
    if (!plain || !one || lp.upper[j] !== Infinity || (lp.cost[j] ?? -1) < 0 || [...found.values()].includes(row))
      return null
    found.set(j, row)
  }
  return found
}

function fillShortfalls(lp: Lp, rows: ReadonlyMap<number, number>, { point, judge }: Board): void {
  for (const j of rows.keys()) point[j] = 0
  for (const [j, row] of rows) point[j] = Math.max(0, (lp.rowLower[row] ?? 0) - activity(lp, row, point))
  judge()
}

function activity(lp: Lp, row: number, point: Float64Array): number {
  return entriesOf(lp, row).reduce((sum, { j, value }) => sum + value * (point[j] ?? 0), 0)
}

/** Every point where as many sides meet as there are columns left. */
function corners(lp: Lp, loose: readonly number[], { point, judge }: Board): void {
  for (const j of loose) point[j] = 0
  const sides: number[][] = []
  const add = (of: readonly number[], limits: readonly number[]) => {
    for (const limit of limits) if (Number.isFinite(limit)) sides.push([...of, limit])
  }
  for (let r = 0; r < lp.rows; r++) {
    const fixed = activity(lp, r, point)
    const entries = new Map(entriesOf(lp, r).map((e) => [e.j, e.value]))
    const of = loose.map((j) => entries.get(j) ?? 0)
    if (of.some((value) => value !== 0)) add(of, [(lp.rowLower[r] ?? 0) - fixed, (lp.rowUpper[r] ?? 0) - fixed])
  }
  for (const [k, j] of loose.entries())
    add(
      loose.map((_, other) => (other === k ? 1 : 0)),
      [lp.lower[j] ?? 0, lp.upper[j] ?? 0],
    )
  for (const chosen of choices(sides, loose.length)) {
    const corner = meeting(chosen)
    if (corner === null) continue
    for (const [k, j] of loose.entries()) point[j] = corner[k] ?? 0
    judge()
  }
}

function* choices<T>(all: readonly T[], count: number, from = 0): Generator<T[]> {
  if (count === 0) yield []
  for (let k = from; count > 0 && k <= all.length - count; k++) {
    for (const rest of choices(all, count - 1, k + 1)) yield [all[k] as T, ...rest]
  }
}

/** Gaussian elimination; each side is its coefficients, then its right-hand side. Null where the sides do not meet in one point. */
function meeting(sides: readonly (readonly number[])[]): number[] | null {
  const rows = sides.map((side) => [...side])
  const size = rows.length
  for (let c = 0; c < size; c++) {
    const pivot = rows.slice(c).reduce((best, row) => (Math.abs(row[c] ?? 0) > Math.abs(best[c] ?? 0) ? row : best))
    const value = pivot[c] ?? 0
    if (Math.abs(value) < 1e-9) return null
    rows.splice(rows.indexOf(pivot), 1)
    for (const row of rows) {
      const by = (row[c] ?? 0) / value
      for (let k = c; k <= size; k++) row[k] = (row[k] ?? 0) - by * (pivot[k] ?? 0)
    }
    rows.splice(c, 0, pivot)
  }
  return rows.map((row, c) => (row[size] ?? 0) / (row[c] ?? 1))
}
