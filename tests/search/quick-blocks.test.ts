/** A rota rebuilt block by block, before anything is known of the network as a whole. */
import { describe, expect, it } from 'vitest'
import { wholeColumns } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { allLevels } from '../../solver/search/start/all-levels.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { blocksOf } from '../../solver/search/start/decomposition.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { QUICK_BLOCKS } from '../../solver/search/start/quick-blocks.ts'
import { TimeLimit } from '../../solver/search/time-limit.ts'
import type { BestSoFar } from '../../solver/search/watch.ts'
import { HIGHS } from '../solved-week.ts'
import { goalWeek, LIMITS } from './goal-week.ts'
import { practicesTogether } from './practices-together.ts'

const { model, draft } = await goalWeek(practicesTogether(2))
const asked = { gap: 0.01, floors: new Map(model.levels.map(({ level }) => [level, 10])) }
const cost = allLevels(model, asked)
const blocks = blocksOf(draft, model, 0.6 * model.lp.columns)
const greedy = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 60, cost })

const priced = (point: Float64Array) => point.reduce((sum, value, j) => sum + value * (cost[j] ?? 0), 0)

async function byBlocks(isOver: () => boolean) {
  if (greedy === undefined) throw new Error('people can be placed')
  const points: Float64Array[] = []
  const incumbent = new Incumbent({ onBest: ({ point }: BestSoFar) => points.push(point) }, () => 0, asked)
  for (const costs of model.levels) incumbent.relaxed(costs, 0)
  const relaxation = new Relaxation(model, HIGHS)
  const time = new TimeLimit({ seconds: 60, elapsed: () => 0 })
  const search = { engine: HIGHS, seed: 1, asked, time, relaxation, incumbent }
  const found = await QUICK_BLOCKS.run({ model, draft, search, blocks, limits: () => LIMITS, isOver, point: greedy })
  relaxation.close()
  return { found, points, greedy }
}

describe('a rota rebuilt by blocks', async () => {
  const { found, points, greedy } = await byBlocks(() => false)

  it('keeps every row, with whole sessions, and is better than the one it started from', () => {
    expect(blocks).toHaveLength(2)
    expect(holds(residuals(model.lp, found))).toBe(true)
    for (const j of wholeColumns(model.lp)) expect(found[j]).toBeCloseTo(Math.round(found[j] ?? 0), 6)
    expect(priced(found)).toBeLessThan(priced(greedy))
  })

  it('is handed out block by block, each time changed in that block only', () => {
    expect(points.length).toBeGreaterThan(0)
    expect(points.at(-1)).toBe(found)
    let before = greedy
    for (const point of points) {
      const moved = wholeColumns(model.lp).filter((j) => Math.abs((point[j] ?? 0) - (before[j] ?? 0)) > 0.5)
      expect(blocks.filter(({ own }) => own.some((j) => moved.includes(j))).length).toBeLessThanOrEqual(1)
      before = point
    }
  })
})

it('where there is no time the rota stays as it is', async () => {
  const { found, points, greedy } = await byBlocks(() => true)
  expect(found).toBe(greedy)
  expect(points).toEqual([])
})
