/** The heuristics of diving and crossover, as the bench counts them; dive-and-crossover.ts decides when each runs. */
import type { Session } from '../../engines/engine.ts'
import type { Heuristic } from '../heuristic.ts'
import { type Found, isBetter, type SubproblemSearch } from './subproblem-search.ts'

/** A subproblem with its relaxation held open in a session. */
export interface Open {
  readonly search: SubproblemSearch
  readonly session: Session
}

export interface Pair extends Open {
  readonly better: Found
  readonly other: Found
}

const isFound = (found: unknown): boolean => found !== undefined
/** Whether something was found that is better than the other. */
export const beats = (found: Found | undefined, other: Found): boolean => found !== undefined && isBetter(found, other)

export const DIVE: Heuristic<Open & { readonly isQuick: () => boolean }, Found | undefined> = {
  name: 'dive',
  needs: 'the relaxation of the goal programme, solved',
  does: 'fixes what is nearly whole and solves again, until everything is whole',
  run: ({ search, session, isQuick }) => search.dive(session, { isQuick }),
  isBetter: isFound,
}

export const DECOMPOSED_DIVES: Heuristic<() => Promise<Found | undefined>, Found | undefined> = {
  name: 'decomposed dives',
  needs: 'blocks: weeks, or sites whose people mostly work among themselves',
  does: 'dives for one block after another, those after it still in fractions',
  run: (settle) => settle(),
  isBetter: isFound,
}

export const RESTARTED_DIVE: Heuristic<
  { readonly search: SubproblemSearch; readonly dive: () => Promise<Found | undefined> },
  Found | undefined
> = {
  name: 'restarted dive',
  needs: 'a rota that is not good enough',
  does: 'dives again from other priorities and further cuts, for a rota that is different rather than good',
  run: ({ dive }) => dive(),
  isBetter: (found, { search }) => beats(found, search.given),
}

export const CROSSOVER_DIVE: Heuristic<Pair, Found | undefined> = {
  name: 'crossover by a dive',
  needs: 'two rotas',
  does: 'fixes what both agree on, and dives for the rest',
  run: ({ search, session, better, other }) => search.crossed(session, better, other),
  isBetter: (found, { better }) => beats(found, better),
}

export const CROSSOVER_BRANCHING: Heuristic<Omit<Pair, 'session'>, Found | undefined> = {
  name: 'crossover by branching',
  needs: 'two rotas of which a dive made nothing better',
  does: 'fixes what both agree on, and branches over the rest',
  run: ({ search, better, other }) => search.crossedByBranching(better, other),
  isBetter: (found, { better }) => beats(found, better),
}
