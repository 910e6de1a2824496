/**
 * A rota as early as there can be a good one: people placed greedily first; then the relaxation of all levels at once, and a quick dive
 * from it. What comes of it is the incumbent for everything after, and the levels' own relaxations start from where this one ended
 * (docs/decisions/0116).
 */
import type { Limits } from '../../engines/engine.ts'
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import type { Heuristic } from '../heuristic.ts'
import type { Search } from '../search.ts'
import { IN_BLOCKS } from '../sizes.ts'
import { EXACT } from '../tolerances.ts'
import { allLevels } from './all-levels.ts'
import { dive } from './dive.ts'

/** Of what is fractional, this share is fixed at a time: with a fifth, as elsewhere, the rota is no better and takes half as long again. */
const AT_ONCE = 0.5

export interface QuickTask {
  readonly model: Model
  readonly draft: Draft
  readonly search: Search
  readonly limits: () => Limits
  readonly isOver: () => boolean
}

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

export const QUICK_DIVE: Heuristic<QuickTask, Float64Array | undefined> = {
  name: 'quick dive',
  needs: 'the relaxation of all levels at once, solved',
  does: 'fixes half of what is nearly whole and solves again, until everything is whole; only levels held exactly are guarded',
  run: ({ model, draft, search, limits, isOver }) =>
    dive(
      { session: search.relaxation.session, model, draft },
      { limits, isOver },
      { guarded: exactColumns(model), isCareful: () => false, share: 1, atOnce: AT_ONCE },
    ),
  isBetter: (point) => point !== undefined,
}

/** What is missed of levels that are held exactly later: usually the rest has another way. */
function exactColumns({ levels }: Model): number[] {
  return levels.flatMap(({ level, columns }) => (EXACT.includes(level) ? [...columns] : []))
}

/** False where time ran out before the relaxation was solved. */
export async function quickRota(task: QuickTask): Promise<boolean> {
  const { incumbent } = task.search
  if (!(await incumbent.run(ALL_LEVELS, task))) return false
  const found = await incumbent.run(QUICK_DIVE, task)
  if (found !== undefined) incumbent.better(found)
  return true
}
