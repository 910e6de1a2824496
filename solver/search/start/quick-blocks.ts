/**
 * A good rota of a large network before its relaxation is solved: improves the greedy rota block by block. Each block, with all others
 * fixed, gets one relaxation of all levels and a quick dive from it (docs/decisions/0133). A block takes as long as a network of its size,
 * so twenty practices have a good rota in the time that interior point needs for all of them at once.
 */
import type { Heuristic } from '../heuristic.ts'
import type { Block } from './decomposition.ts'
import type { QuickTask } from './quick-dive.ts'
import { rebuilt } from './quick-rebuild.ts'

export interface BlocksTask extends QuickTask {
  /** The rota to improve. */
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
  for (const { own, shared } of task.blocks) {
    if (isOver()) break
    const found = await rebuilt(task, point, [...own, ...shared])
    if (found === undefined || !search.incumbent.isBetter(found, point)) continue
    point = found
    search.incumbent.better(point)
  }
  return point
}

/** The incumbent rebuilt block by block. Undefined if there is no incumbent, it has fewer than two blocks, or nothing improved. */
export async function rotaByBlocks(task: Omit<BlocksTask, 'point'>): Promise<Float64Array | undefined> {
  const { incumbent } = task.search
  const { point } = incumbent
  if (point === undefined || task.blocks.length < 2) return undefined
  const found = await incumbent.run(QUICK_BLOCKS, { ...task, point })
  return found === point ? undefined : found
}
