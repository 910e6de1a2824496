/**
 * A good rota as early as possible: greedy placement first, then the relaxation of all levels at once and a quick dive from it. The result
 * is the incumbent from then on, and the levels' own relaxations start from where this one ended (docs/decisions/0116).
 */
import type { Heuristic } from '../heuristic.ts'
import { IN_BLOCKS } from '../sizes.ts'
import { allLevels } from './all-levels.ts'
import { QUICK_CROSSOVER } from './quick-crossover.ts'
import { QUICK_DIVE, type QuickTask } from './quick-dive.ts'

export const ALL_LEVELS: Heuristic<QuickTask, boolean> = {
  name: 'all levels at once',
  needs: 'an engine that holds programmes open',
  does: 'solves the relaxation of one objective that has all levels in it, for the others to start from',
  run: ({ model, search, limits }) =>
    search.relaxation.together(allLevels(model, search.asked), {
      ...limits(),
      interior: model.lp.columns > IN_BLOCKS,
    }),
  isBetter: (isSolved) => isSolved,
}

/** Dives from the all-levels relaxation; if the result does not beat the incumbent, crosses the two. */
export async function quickRota(task: QuickTask): Promise<void> {
  const { incumbent } = task.search
  const { point: known } = incumbent
  const found = await incumbent.run(QUICK_DIVE, task)
  if (found === undefined) return
  incumbent.better(found)
  if (known === undefined || incumbent.point !== known || task.isOver()) return
  const crossed = await incumbent.run(QUICK_CROSSOVER, { ...task, better: known, other: found })
  if (crossed !== undefined) incumbent.better(crossed)
}
