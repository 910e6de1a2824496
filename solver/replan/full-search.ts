/**
 * Replanning with any number of changes: a normal solve (dive, crossover, levels) on the programme with past sessions fixed, started from
 * the best rota found with few changes.
 */
import type { Problem } from '../../src/problem.ts'
import type { Engine } from '../engines/engine.ts'
import { floorOf } from '../facts/level-units.ts'
import { Incumbent } from '../search/incumbent.ts'
import { solveLevels } from '../search/lexicographic.ts'
import { Polishing } from '../search/polish.ts'
import { Relaxation } from '../search/relaxation.ts'
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

/** The best rota found within the document's time limit; undefined if there is none. */
export async function fullSearch(asked: FullSearch): Promise<Float64Array | undefined> {
  const { problem, programme, start, engine, clock } = asked
  const { model, draft } = programme
  const { gap, seed, seconds } = problem.solve
  const began = clock()
  const time = new TimeLimit({ seconds, elapsed: () => clock() - began })
  const floors = new Map(model.levels.map(({ level }) => [level, floorOf(level, problem)]))
  const relaxation = new Relaxation(model, engine)
  const incumbent = new Incumbent({}, time.elapsed.bind(time), { gap, floors })
  const search = { engine, seed, time, asked: { gap, floors }, relaxation, incumbent }
  const polishing = new Polishing(model, { engine, seed, time })
  try {
    if (start !== undefined) incumbent.better(start)
    const first = await firstRota({ problem, draft, model, search, polishing })
    if (first !== undefined) incumbent.better(first)
    const won = await solveLevels(relaxation.withCuts(), search, incumbent.point)
    return won.kind === 'point' ? (await polishing.polish(won.point)).point : undefined
  } finally {
    relaxation.close()
  }
}
