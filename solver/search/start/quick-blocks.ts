/**
 * A good rota of a large network before its relaxation is solved: the greedy one improved block by block. For each block, all others
 * staying as they are, the relaxation of all levels at once and a quick dive from it (docs/decisions/0133). A block takes what a network of its
 * size takes, so twenty practices have a good rota in the time that interior point needs for all of them at once.
 */
import { relaxationOf } from '../../lp/lp.ts'
import { subproblemOf, withSubproblem } from '../../lp/subproblem.ts'
import type { Heuristic } from '../heuristic.ts'
import { allLevels } from './all-levels.ts'
import type { Block } from './decomposition.ts'
import { exactColumns, type QuickTask, quickDive } from './quick-rota.ts'

export interface BlocksTask extends QuickTask {
  /** The rota to be improved. */
  readonly point: Float64Array
  readonly blocks: readonly Block[]
}

export const QUICK_BLOCKS: Heuristic<BlocksTask, Float64Array> = {
  name: 'quick dive by blocks',
  needs: 'a rota, and blocks: weeks, or sites whose people mostly work among themselves',
  does: 'frees one block after another, relaxes all levels of it at once, and dives quickly from there',
  run: improvedByBlocks,
  isBetter: (point, task) => point !== task.point,
}

async function improvedByBlocks(task: BlocksTask): Promise<Float64Array> {
  const { search, isOver } = task
  let { point } = task
  for (const block of task.blocks) {
    if (isOver()) break
    const found = await rebuilt({ ...task, point }, block)
    if (found === undefined || !search.incumbent.isBetter(found, point)) continue
    point = found
    search.incumbent.better(point)
  }
  return point
}

/** The rota with this block rebuilt; none where the dive failed or time ran out. */
async function rebuilt(task: BlocksTask, { own, shared }: Block): Promise<Float64Array | undefined> {
  const { model, search, point, limits } = task
  const columns = [...own, ...shared]
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
    const found = await quickDive({ session, model: { lp: part.lp, columnOf }, draft: task.draft }, task, guarded)
    return found && withSubproblem(point, part, found)
  } finally {
    session.close()
  }
}
