/** Rounds a table of fractions so that row and column sums stay right. */

/** A fraction (0–1) in a row and a column of the table. */
export interface Fraction {
  readonly row: number
  readonly column: number
  readonly value: number
}

/** Closer to an integer than this counts as one. */
const EXACT = 1e-7

/** Cells joined end to end, alternately raised and lowered; a cycle has no ends. */
interface Chain {
  readonly cells: readonly number[]
  readonly ends: readonly { readonly node: number; readonly sign: number }[]
}

/**
 * Rounds each cell to 0 or 1, and the sum of each row and column down or up. `behind` has, by row, how much earlier tables have left out;
 * these rows are rounded up if there is a choice, and the array is updated. It is the dependent rounding of Gandhi, Khuller, Parthasarathy
 * and Srinivasan (2006), with a deliberate choice in place of a random one.
 */
export function roundTable(fractions: readonly Fraction[], behind: number[]): number[] {
  const values = fractions.map(({ value }) => snapped(value))
  for (;;) {
    const open = fractions.flatMap((_, k) => (isWhole(values[k] ?? 0) ? [] : [k]))
    if (open.length === 0) return values
    shift(chainOf(fractions, open), { fractions, values, behind })
  }
}

function isWhole(value: number): boolean {
  return value === 0 || value === 1
}

function snapped(value: number): number {
  return value < EXACT ? 0 : value > 1 - EXACT ? 1 : value
}

/** Rows are nodes 0, 1, 2 …, columns are −1, −2, −3 …. */
function nodesOf({ row, column }: Fraction): [number, number] {
  return [row, -1 - column]
}

/** A maximal chain, or a cycle. It starts at a node with one open cell, if there is one. */
function chainOf(fractions: readonly Fraction[], open: readonly number[]): Chain {
  const at = new Map<number, number[]>()
  for (const k of open) {
    const cell = fractions[k]
    if (cell) for (const node of nodesOf(cell)) at.set(node, [...(at.get(node) ?? []), k])
  }
  const [first] = [...at].find(([, cells]) => cells.length === 1) ?? [...at][0] ?? [0]
  const cells: number[] = []
  const passed = new Map([[first, 0]])
  for (let node = first; ; ) {
    const next = at.get(node)?.find((k) => !cells.includes(k))
    if (next === undefined) {
      const ends = [
        { node: first, sign: 1 },
        { node, sign: cells.length % 2 === 1 ? 1 : -1 },
      ]
      return { cells, ends }
    }
    cells.push(next)
    const [row, column] = fractions[next] ? nodesOf(fractions[next]) : [0, 0]
    node = node === row ? column : row
    const before = passed.get(node)
    if (before !== undefined) return { cells: cells.slice(before), ends: [] }
    passed.set(node, cells.length)
  }
}

interface Table {
  readonly fractions: readonly Fraction[]
  readonly values: number[]
  readonly behind: number[]
}

/** Raises and lowers the cells of a chain until the first becomes 0 or 1, in the better of the two directions. */
function shift({ cells, ends }: Chain, { values, behind }: Table): void {
  const at = (k: number | undefined) => values[k ?? -1] ?? 0
  const room = (direction: number) =>
    Math.min(...cells.map((k, i) => ((i % 2 === 0 ? 1 : -1) * direction > 0 ? 1 - at(k) : at(k))))
  const rows = ends.filter(({ node }) => node >= 0)
  // What rows are behind counts squared; columns, which are people's time, are preferably lowered.
  const cost = (direction: number) => {
    const step = direction * room(direction)
    const owed = rows.reduce((sum, { node, sign }) => sum + ((behind[node] ?? 0) - sign * step) ** 2, 0)
    const time = ends.reduce((sum, { node, sign }) => sum + (node < 0 ? sign * step : 0), 0)
    return owed + time * EXACT
  }
  const step = cost(1) <= cost(-1) ? room(1) : -room(-1)
  for (const [i, k] of cells.entries()) values[k] = snapped(at(k) + (i % 2 === 0 ? step : -step))
  for (const { node, sign } of rows) behind[node] = (behind[node] ?? 0) - sign * step
}
