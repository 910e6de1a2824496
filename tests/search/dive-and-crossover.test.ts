/** Diving and crossover: what the search promises of every rota, whatever the week. */
import { describe, expect, it } from 'vitest'
import { wholeColumns } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { indices, type ModelColumn } from '../../solver/lp/spaces.ts'
import type { HeuristicRun } from '../../solver/search/heuristic.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { blocksOf } from '../../solver/search/start/decomposition.ts'
import { type Begins, type DivingTask, diveAndCrossover } from '../../solver/search/start/dive-and-crossover.ts'
import {
  CROSSOVER_BRANCHING,
  CROSSOVER_DIVE,
  DECOMPOSED_DIVES,
  DIVE,
  RESTARTED_DIVE,
} from '../../solver/search/start/dive-heuristics.ts'
import { goalPoint } from '../../solver/search/start/goal-programme.ts'
import { HIGHS } from '../solved-week.ts'
import { watched } from '../watched-engine.ts'
import { EFFORT, goalWeek, week } from './goal-week.ts'
import { practicesTogether } from './practices-together.ts'

type Week = typeof week

/** All of the week at once, until time or priorities run out. */
function taskOf(of: Week, change: Partial<DivingTask> = {}): DivingTask {
  const { columns, rows } = of.model.lp
  return {
    of,
    cutsFrom: rows,
    blocks: [{ own: indices<ModelColumn>(columns), shared: [], flows: [] }],
    begins: { way: 'at-once' },
    effort: EFFORT,
    incumbent: new Incumbent({}, () => 0, { gap: 0.01, floors: new Map() }),
    isEnough: () => Promise.resolve(false),
    polished: (point) => Promise.resolve(point),
    ...change,
  }
}

/** Every rota that the search hands out, every heuristic that it runs, and what comes back. */
async function followed(of: Week, change: Partial<DivingTask> = {}) {
  const points: Float64Array[] = []
  const runs: HeuristicRun[] = []
  const watch = {
    onBest: ({ point }: { point: Float64Array }) => points.push(point),
    onHeuristic: (run: HeuristicRun) => runs.push(run),
  }
  const found = await diveAndCrossover(
    taskOf(of, { incumbent: new Incumbent(watch, () => 0, { gap: 0.01, floors: new Map() }), ...change }),
  )
  return { points, runs, found, names: runs.map(({ name }) => name) }
}

const costOf = ({ model, goals, programme }: Week, point: Float64Array) =>
  residuals(programme, goalPoint(model, goals, point)).objective

const both = await goalWeek(practicesTogether(2))
const blocks = blocksOf(both.draft, both.model, 0.6 * both.model.lp.columns)
const firstIsEnough = { isEnough: () => Promise.resolve(true) }
const FROM_RELAXATION: Begins = { way: 'decomposed-from', point: both.relaxed, isQuick: false }

describe.each([
  ['one practice', week, {}],
  ['two practices in blocks', both, { blocks, begins: { way: 'decomposed' } as const }],
])('every rota of %s', async (_, of, change) => {
  const { points, runs, found, names } = await followed(of, change)

  it('keeps every row, with whole sessions', () => {
    expect(points.length).toBeGreaterThan(0)
    for (const point of points) {
      expect(holds(residuals(of.model.lp, point))).toBe(true)
      for (const j of wholeColumns(of.model.lp)) expect(point[j]).toBeCloseTo(Math.round(point[j] ?? 0), 6)
    }
  })

  it('is better than the one before, and the last is what comes back', () => {
    const costs = points.map((point) => costOf(of, point))
    expect(costs.slice(1).every((cost, k) => cost < (costs[k] ?? 0))).toBe(true)
    expect(found).toEqual(points.at(-1))
  })

  it('after the first differs from the one before in one block only', () => {
    for (const [k, point] of points.entries()) {
      const before = points[k - 1]
      if (before === undefined || of === week) continue
      const moved = wholeColumns(of.model.lp).filter((j) => Math.abs((point[j] ?? 0) - (before[j] ?? 0)) > 0.5)
      expect(blocks.filter(({ own }) => own.some((j) => moved.includes(j))).length).toBeLessThanOrEqual(1)
    }
  })

  it('comes from branching only where a dive has made nothing better of the same two rotas', () => {
    for (const [k, name] of names.entries())
      if (name === CROSSOVER_BRANCHING.name)
        expect(runs[k - 1]).toMatchObject({ name: CROSSOVER_DIVE.name, isBetter: false })
  })
})

describe('the first rota', () => {
  it.each<[string, Begins, string]>([
    ['at once', { way: 'at-once' }, DIVE.name],
    ['block by block out of the goal programme', { way: 'decomposed' }, DECOMPOSED_DIVES.name],
    ['block by block out of the relaxation of the levels', FROM_RELAXATION, DECOMPOSED_DIVES.name],
  ])('is made %s where that is asked for', async (_, begins, name) => {
    const { names, found } = await followed(both, { blocks, begins, ...firstIsEnough })
    expect(names).toEqual([name])
    expect(found && holds(residuals(both.model.lp, found))).toBe(true)
  })

  it('ends the search where it is good enough', async () => {
    const { points, names } = await followed(week, firstIsEnough)
    expect(points).toHaveLength(1)
    expect(names).toEqual([DIVE.name])
  })

  it.each<Begins>([{ way: 'decomposed' }, FROM_RELAXATION])(
    'is dived for as a whole where a block fails, $way',
    async (begins) => {
      const engine = watched((session, { columns }) => {
        if (columns !== both.programme.columns) session.solve = () => Promise.resolve({ status: 'infeasible' })
      })
      const { found, names } = await followed(both, { effort: { ...EFFORT, engine }, blocks, begins, ...firstIsEnough })
      expect(found && holds(residuals(both.model.lp, found))).toBe(true)
      expect(names).toEqual([DECOMPOSED_DIVES.name, DIVE.name])
    },
  )

  it('is made with an eye on what steps cost, unless it is late', async () => {
    const comparisons = async (change: Partial<DivingTask>, isLate = false) => {
      let compared = 0
      const engine = watched((session) => {
        const solve = session.solve.bind(session)
        session.solve = (limits) => {
          if ((limits.cutoff ?? Infinity) < Infinity) compared += 1
          return solve(limits)
        }
      })
      const effort = { ...EFFORT, engine, isLate: () => isLate }
      expect(await diveAndCrossover(taskOf(both, { blocks, ...firstIsEnough, ...change, effort }))).toBeDefined()
      return compared
    }
    expect(await comparisons({ begins: FROM_RELAXATION })).toBeGreaterThan(0)
    expect(await comparisons({ begins: { ...FROM_RELAXATION, isQuick: true } })).toBe(0)
    expect(await comparisons({ begins: { way: 'decomposed' } }, true)).toBe(0)
  })
})

describe('a rota that is known', () => {
  it('is improved block by block, and looked at again with its contacts planned after each round', async () => {
    const first = await diveAndCrossover(taskOf(both, { blocks, begins: { way: 'decomposed' }, ...firstIsEnough }))
    if (first === undefined) throw new Error('a rota can be found')
    const asked: boolean[] = []
    const polished: Float64Array[] = []
    const { names, found } = await followed(both, {
      ...{ blocks, begins: { way: 'known', point: first } },
      isEnough: (_, isQuick) => {
        asked.push(isQuick)
        return Promise.resolve(!isQuick)
      },
      polished: (point) => {
        polished.push(point)
        return Promise.resolve(point)
      },
    })
    expect(names[0]).toBe(RESTARTED_DIVE.name)
    expect(names).not.toContain(DECOMPOSED_DIVES.name)
    // Each block's rota is looked at quickly; with relaxations only what a whole round has come to.
    expect(polished).toHaveLength(1)
    expect(asked.slice(-2)).toEqual([true, false])
    expect(asked.slice(0, -2).every((isQuick) => isQuick)).toBe(true)
    expect(found && costOf(both, found)).toBeLessThanOrEqual(costOf(both, first))
  })
})

it('there is none where there is no time, or an engine holds no programmes open', async () => {
  expect(await diveAndCrossover(taskOf(week, { effort: { ...EFFORT, isOver: () => true } }))).toBeUndefined()
  const { open: _, ...engine } = { open: undefined, name: HIGHS.name, version: HIGHS.version, solve: HIGHS.solve }
  expect(await diveAndCrossover(taskOf(week, { effort: { ...EFFORT, engine } }))).toBeUndefined()
})

it('a point of the goal programme keeps its rows, and counts what is beyond the goals', async () => {
  const found = await diveAndCrossover(taskOf(week, firstIsEnough))
  if (found === undefined) throw new Error('a rota can be found')
  const point = goalPoint(week.model, week.goals, found)
  expect(holds(residuals(week.programme, point))).toBe(true)
  const nearer = point.map((value, j) => (j < week.model.lp.columns ? value : value * 0.9 - 0.01))
  expect(holds(residuals(week.programme, nearer))).toBe(false)
})
