/**
 * A rota as early as there can be a good one: people placed greedily first; then the relaxation of all levels at once, and a quick dive
 * from it. What comes of it is the incumbent for everything after, and the levels' own relaxations start from where this one ended
 * (docs/decisions/0116).
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

/** By a dive of everything, its levels relaxed at once; where the incumbent stays better than what comes of it, by crossing the two. */
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
