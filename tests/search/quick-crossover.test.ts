/** The greedy rota crossed with that of a quick dive. */
import { describe, expect, it } from 'vitest'
import { wholeColumns } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import type { HeuristicRun } from '../../solver/search/heuristic.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { allLevels } from '../../solver/search/start/all-levels.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { QUICK_CROSSOVER } from '../../solver/search/start/quick-crossover.ts'
import { QUICK_DIVE } from '../../solver/search/start/quick-dive.ts'
import { ALL_LEVELS, quickRota } from '../../solver/search/start/quick-rota.ts'
import { TimeLimit } from '../../solver/search/time-limit.ts'
import { HIGHS } from '../solved-week.ts'
import { goalWeek, LIMITS } from './goal-week.ts'
import { practicesTogether } from './practices-together.ts'

const { model, draft } = await goalWeek(practicesTogether(2))
const asked = { gap: 0.01, floors: new Map(model.levels.map(({ level }) => [level, 10])) }
const cost = allLevels(model, asked)
const greedy = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 60, cost })
if (greedy === undefined) throw new Error('people can be placed')
const start = greedy

const priced = (point: Float64Array) => point.reduce((sum, value, j) => sum + value * (cost[j] ?? 0), 0)

/** A task with the greedy rota as its incumbent, and what is run in it. */
function tasked() {
  const runs: HeuristicRun[] = []
  const incumbent = new Incumbent({ onHeuristic: (run) => runs.push(run) }, () => 0, asked)
  for (const costs of model.levels) incumbent.relaxed(costs, 0)
  incumbent.better(start)
  const time = new TimeLimit({ seconds: 60, elapsed: () => 0 })
  const search = { engine: HIGHS, seed: 1, asked, time, relaxation: new Relaxation(model, HIGHS), incumbent }
  const task = { model, draft, search, limits: () => LIMITS, isOver: () => false }
  return { task, incumbent, names: () => runs.map(({ name }) => name) }
}

describe('a crossover of two rotas', async () => {
  const { task } = tasked()
  await ALL_LEVELS.run(task)
  const dived = await QUICK_DIVE.run(task)
  if (dived === undefined) throw new Error('there is a rota')
  const crossed = await QUICK_CROSSOVER.run({ ...task, better: dived, other: greedy })
  task.search.relaxation.close()

  it('keeps every row, with whole sessions, where both agree as they are', () => {
    if (crossed === undefined) throw new Error('there is a crossing')
    expect(holds(residuals(model.lp, crossed))).toBe(true)
    for (const j of wholeColumns(model.lp)) {
      expect(crossed[j]).toBeCloseTo(Math.round(crossed[j] ?? 0), 6)
      if (Math.abs((dived[j] ?? 0) - (greedy[j] ?? 0)) < 0.5) expect(crossed[j]).toBeCloseTo(dived[j] ?? 0, 6)
    }
  })

  it('is better than the worse of the two by far', () => {
    expect(priced(crossed ?? greedy)).toBeLessThan((priced(greedy) + priced(dived)) / 2)
  })
})

it('a rota that stays better than what is dived for is crossed with it', async () => {
  const { task, incumbent, names } = tasked()
  // However good the dive, the one that is known is preferred.
  incumbent.isBetter = () => false
  await ALL_LEVELS.run(task)
  await quickRota(task)
  expect(names()).toEqual(['quick dive', 'quick crossover'])
  task.search.relaxation.close()
})
