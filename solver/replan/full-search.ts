/**
 * Replanning with any number of changes: a normal solve (dive, crossover, levels) on the programme with past sessions fixed, started from
 * the best rota found with few changes.
 */
import type { Problem } from '../../src/problem.ts'
import type { Engine } from '../engines/engine.ts'
import { floorOf } from '../facts/level-units.ts'
import { Incumbent } from '../search/incumbent.ts'
import { type LevelResult, solveLevels } from '../search/lexicographic.ts'
import { Polishing } from '../search/polish.ts'
import { Relaxation } from '../search/relaxation.ts'
import type { Search } from '../search/search.ts'
import { firstRota } from '../search/start/first-rota.ts'
import { TimeLimit } from '../search/time-limit.ts'
import type { ChangeProgramme } from './change-programme.ts'

export interface FullSearch {
  readonly problem: Problem
  readonly programme: ChangeProgramme
  /** A known rota, if any. */
  readonly start: Float64Array | undefined
  readonly engine: Engine
  /** Seconds from any fixed point. */
  readonly clock: () => number
}

/** What holds of every rota with any number of changes. */
export interface Proof {
  /** The best rota that was found on the way. */
  readonly point: Float64Array
  /** In order: no rota that keeps the caps of the levels before is below the bound. */
  readonly levels: readonly Pick<LevelResult, 'level' | 'bound' | 'cap'>[]
}

/** The best rota found within the document's time limit; undefined if there is none. */
export function fullSearch(asked: FullSearch): Promise<Float64Array | undefined> {
  return searched(asked, async ({ search, polishing }) => {
    const { problem, programme, start } = asked
    const { model, draft } = programme
    if (start !== undefined) search.incumbent.better(start)
    const first = await firstRota({ problem, draft, model, search, polishing })
    if (first !== undefined) search.incumbent.better(first)
    const won = await solveLevels(search.relaxation.withCuts(), search, search.incumbent.point)
    return won.kind === 'point' ? (await polishing.polish(won.point)).point : undefined
  })
}

/** The levels won from a rota that is known: much less than a search, and enough where the rota is near the best. */
export function proven(asked: FullSearch & { readonly start: Float64Array }): Promise<Proof | undefined> {
  return searched({ ...asked, share: PROOF_SHARE }, async ({ search, polishing }) => {
    search.incumbent.better(asked.start)
    const won = await solveLevels(search.relaxation.withCuts(), search, asked.start)
    if (won.kind !== 'point') return undefined
    return { point: (await polishing.polish(won.point)).point, levels: won.results }
  })
}

/** Of the time that the document allows. */
const PROOF_SHARE = 0.2

interface Means {
  readonly search: Search
  readonly polishing: Polishing
}

async function searched<T>(
  { problem, programme, engine, clock, share = 1 }: FullSearch & { readonly share?: number },
  work: (means: Means) => Promise<T>,
): Promise<T> {
  const { model } = programme
  const { gap, seed, seconds } = problem.solve
  const began = clock()
  const time = new TimeLimit({ seconds: share * seconds, elapsed: () => clock() - began })
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  const relaxation = new Relaxation(model, engine)
  const incumbent = new Incumbent({}, time.elapsed.bind(time), { gap, floors })
  const search = { engine, seed, time, asked: { gap, floors }, relaxation, incumbent }
  try {
    return await work({ search, polishing: new Polishing(model, { engine, seed, time }) })
  } finally {
    relaxation.close()
  }
}
