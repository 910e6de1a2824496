/** Finds how much a programme falls short and which rows hold it back: one LP instead of many feasibility checks. */

import type { Engine } from '../../engines/engine.ts'
import { type Lp, relaxationOf } from '../../lp/lp.ts'
import type { DraftRow } from '../../model/draft.ts'
import { assemble, LIMITS, smallTask, type Task } from './programme.ts'

export interface Blame {
  /** Rows that fall short, and by how much. */
  readonly short: ReadonlyMap<DraftRow, number>
  /** Rows with a price, which hold the others back; `wouldHelp` tells whether opening a closed column would help. */
  readonly holding: ReadonlySet<DraftRow>
  readonly wouldHelp: (column: number) => boolean
}

const NOTHING = 1e-7

/** `asked`: the rows that may fall short. Undefined if only integrality makes the programme infeasible, or if no dual values are known. */
export async function blame(task: Task, asked: ReadonlySet<DraftRow>, engine: Engine): Promise<Blame | undefined> {
  const small = smallTask(task)
  const bent = small.rows.flatMap((row, r) => (asked.has(row) ? [r] : []))
  const answer = await engine.solve(relaxationOf(withSlack(assemble(small), bent)), LIMITS)
  if (!('point' in answer) || answer.duals === undefined || answer.objective <= NOTHING) return undefined
  const { duals, point } = answer
  const first = point.length - bent.length
  const short = new Map(bent.flatMap((r, k) => entry(small.rows[r], point[first + k] ?? 0)))
  const prices = new Map(small.rows.flatMap((row, r) => entry(row, duals[r] ?? 0)))
  const worth = new Map<number, number>()
  for (const [row, price] of prices) for (const [j, a] of row.terms) worth.set(j, (worth.get(j) ?? 0) + price * a)
  return { short, holding: new Set(prices.keys()), wouldHelp: (column) => (worth.get(column) ?? 0) > NOTHING }
}

function entry(row: DraftRow | undefined, value: number): [DraftRow, number][] {
  return row === undefined || Math.abs(value) <= NOTHING ? [] : [[row, value]]
}

/** Adds a slack at a price of 1 to each of these rows. */
function withSlack(lp: Lp, rows: readonly number[]): Lp {
  const slackOf = new Map(rows.map((r, k) => [r, lp.columns + k]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (let r = 0; r < lp.rows; r++) {
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      indices.push(lp.indices[e] ?? 0)
      values.push(lp.values[e] ?? 0)
    }
    const slack = slackOf.get(r)
    if (slack !== undefined) {
      indices.push(slack)
      values.push(Number.isFinite(lp.rowLower[r] ?? 0) ? 1 : -1)
    }
    starts.push(indices.length)
  }
  const grown = (array: Float64Array, value: number) => Float64Array.from([...array, ...rows.map(() => value)])
  return {
    ...lp,
    columns: lp.columns + rows.length,
    cost: grown(lp.cost, 1),
    lower: grown(lp.lower, 0),
    upper: grown(lp.upper, Number.POSITIVE_INFINITY),
    whole: Uint8Array.from([...lp.whole, ...rows.map(() => 0)]),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
