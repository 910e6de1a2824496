/** A quick dive: from the end of the all-levels relaxation to an integer rota, without comparing the costs of steps. */
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import type { Heuristic } from '../heuristic.ts'
import type { Search } from '../search.ts'
import { EXACT } from '../tolerances.ts'
import { type DiveEffort, type DiveProgramme, dive } from './dive.ts'

/** The share of fractional columns fixed at a time. With a fifth, as elsewhere, rotas are no better and take half as long again. */
const AT_ONCE = 0.5

export interface QuickTask extends DiveEffort {
  readonly model: Model
  readonly draft: Draft
  readonly search: Search
}

export const QUICK_DIVE: Heuristic<QuickTask, Float64Array | undefined> = {
  name: 'quick dive',
  needs: 'the relaxation of all levels at once, solved',
  does: 'fixes half of what is nearly whole and solves again, until everything is whole; only levels held exactly are guarded',
  run: (task) =>
    quickDive(
      { session: task.search.relaxation.session, model: task.model, draft: task.draft },
      task,
      exactColumns(task.model),
    ),
  isBetter: (point) => point !== undefined,
}

/** Dives from the session's current state; `guarded` are columns of the session. */
export function quickDive(
  programme: DiveProgramme,
  { limits, isOver }: DiveEffort,
  guarded: readonly number[],
): Promise<Float64Array | undefined> {
  return dive(programme, { limits, isOver }, { guarded, isCareful: () => false, share: 1, atOnce: AT_ONCE })
}

/** Columns with costs in exact levels, to be guarded: usually there is another way. */
export function exactColumns({ levels }: Model): number[] {
  return levels.flatMap(({ level, columns }) => (EXACT.includes(level) ? [...columns] : []))
}
