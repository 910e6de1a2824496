/** Rows over columns as a programme for an engine; only feasibility matters. */

import type { Engine, Limits } from '../../engines/engine.ts'
import { hasWhole, type Lp, relaxationOf } from '../../lp/lp.ts'
import type { DraftRow } from '../../model/draft.ts'
import { type Columns, livePart, type Resting } from './live.ts'

/** Rows to satisfy together, over columns of which some are closed. */
export interface Task {
  readonly rows: readonly DraftRow[]
  readonly columns: Columns & { readonly whole: readonly boolean[] }
  /** Columns fixed at 0. */
  readonly closed: ReadonlySet<number>
  readonly resting: Resting
}

/** `unknown`: the engine ran out of time. */
export type Verdict = 'possible' | 'impossible' | 'unknown'

/** Limits for one question; a filter asks dozens. */
export const LIMITS: Limits = { seconds: 4, relativeGap: 1, absoluteGap: 1e9, seed: 1 }

export async function verdictOn(task: Task, engine: Engine): Promise<Verdict> {
  const small = smallTask(task)
  if (small.rows.some((row) => isHopeless(row, small.columns))) return 'impossible'
  const lp = assemble(small)
  if (lp.rows === 0) return 'possible'
  if (hasWhole(lp)) {
    const loose = await engine.solve(relaxationOf(lp), LIMITS)
    if (loose.status === 'infeasible') return 'impossible'
  }
  const answer = await engine.solve(lp, LIMITS)
  if ('point' in answer) return 'possible'
  return answer.status === 'infeasible' ? 'impossible' : 'unknown'
}

/** Only the live part of the task; all other columns stay at rest. */
export function smallTask(task: Task): Task {
  const upper = task.columns.upper.map((most, j) => (task.closed.has(j) ? 0 : most))
  const open = { ...task.columns, upper }
  const live = livePart(task.rows, open, task.resting)
  const held = { lower: [...open.lower], upper: [...upper], whole: open.whole }
  for (let j = 0; j < upper.length; j++) {
    if (!live.columns.has(j)) held.lower[j] = held.upper[j] = task.resting.rest[j] ?? held.lower[j] ?? 0
  }
  return { ...task, rows: live.rows, columns: held }
}

/** Whether no values within bounds satisfy the row. */
function isHopeless(row: DraftRow, { lower, upper }: Columns): boolean {
  let least = 0
  let most = 0
  for (const [j, a] of row.terms) {
    const [low, high] = [a * (lower[j] ?? 0), a * (upper[j] ?? 0)]
    least += Math.min(low, high)
    most += Math.max(low, high)
  }
  return most < row.lower - 1e-6 || least > row.upper + 1e-6
}

/** Substitutes fixed columns into the rows' bounds. */
export function assemble({ rows, columns }: Pick<Task, 'rows' | 'columns'>): Lp {
  const indexOf = new Map<number, number>()
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const bounds: { lower: number; upper: number }[] = []
  for (const row of rows) {
    const sums = new Map<number, number>()
    let fixed = 0
    for (const [j, a] of row.terms) {
      const [low, high] = [columns.lower[j] ?? 0, columns.upper[j] ?? 0]
      if (low === high) fixed += a * low
      else sums.set(j, (sums.get(j) ?? 0) + a)
    }
    for (const [j, a] of sums) {
      if (a === 0) continue
      if (!indexOf.has(j)) indexOf.set(j, indexOf.size)
      indices.push(indexOf.get(j) ?? 0)
      values.push(a)
    }
    bounds.push({ lower: row.lower - fixed, upper: row.upper - fixed })
    starts.push(indices.length)
  }
  const used = [...indexOf.keys()]
  return {
    columns: used.length,
    rows: rows.length,
    offset: 0,
    cost: new Float64Array(used.length),
    lower: Float64Array.from(used, (j) => columns.lower[j] ?? 0),
    upper: Float64Array.from(used, (j) => columns.upper[j] ?? 0),
    whole: Uint8Array.from(used, (j) => (columns.whole[j] === true ? 1 : 0)),
    rowLower: Float64Array.from(bounds, (b) => b.lower),
    rowUpper: Float64Array.from(bounds, (b) => b.upper),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  }
}
