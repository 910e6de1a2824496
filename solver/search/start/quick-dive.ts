/** A quick dive: from where a relaxation of all levels at once ended to whole sessions, without comparing what steps cost. */
import type { Draft } from '../../model/draft.ts'
import type { Model } from '../../model/elastic.ts'
import type { Heuristic } from '../heuristic.ts'
import type { Search } from '../search.ts'
import { EXACT } from '../tolerances.ts'
import { type DiveEffort, type DiveProgramme, dive } from './dive.ts'

/** Of what is fractional, this share is fixed at a time: with a fifth, as elsewhere, the rota is no better and takes half as long again. */
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

/** From where the session is, half of what is fractional at a time; `guarded` are columns of the session. */
export function quickDive(
  programme: DiveProgramme,
  { limits, isOver }: DiveEffort,
  guarded: readonly number[],
): Promise<Float64Array | undefined> {
  return dive(programme, { limits, isOver }, { guarded, isCareful: () => false, share: 1, atOnce: AT_ONCE })
}

/** What is missed of levels that are held exactly later: usually the rest has another way. */
export function exactColumns({ levels }: Model): number[] {
  return levels.flatMap(({ level, columns }) => (EXACT.includes(level) ? [...columns] : []))
}
