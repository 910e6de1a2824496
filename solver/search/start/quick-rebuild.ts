/** Decides some columns of a rota again: one relaxation of all their levels, and a quick dive from it. */
import { relaxationOf } from '../../lp/lp.ts'
import { subproblemOf, withSubproblem } from '../../lp/subproblem.ts'
import { allLevels } from './all-levels.ts'
import { exactColumns, type QuickTask, quickDive } from './quick-dive.ts'

/** Frees these `columns` of the model and fixes all others as in `point`. Undefined if the dive failed or time ran out. */
export async function rebuilt(
  task: QuickTask,
  point: Float64Array,
  columns: readonly number[],
): Promise<Float64Array | undefined> {
  const { model, draft, search, limits } = task
  const part = subproblemOf({ ...model.lp, cost: allLevels(model, search.asked) }, columns, point)
  const partOf = new Int32Array(model.lp.columns).fill(-1)
  for (const [k, j] of columns.entries()) partOf[j] = k
  const columnOf = model.columnOf.map((j) => (j < 0 ? -1 : (partOf[j] ?? -1)))
  const session = search.engine.open?.(relaxationOf(part.lp))
  if (session === undefined) return undefined
  try {
    if (!('point' in (await session.solve(limits())))) return undefined
    const guarded = exactColumns(model)
      .map((j) => partOf[j] ?? -1)
      .filter((k) => k >= 0)
    const found = await quickDive({ session, model: { lp: part.lp, columnOf }, draft }, task, guarded)
    return found && withSubproblem(point, part, found)
  } finally {
    session.close()
  }
}
