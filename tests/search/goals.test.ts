import { expect, it } from 'vitest'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { IN_BLOCKS } from '../../solver/search/sizes.ts'
import { goalsOf } from '../../solver/search/start/goals.ts'
import { columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'

/** Visits that are asked for, a round of which takes 6: half a round can be paid for, a whole one cannot. */
const [ROUND, VISITS, LATE] = [0, 1, 2]
const MODEL: Model = {
  lp: programme({
    columns: [{ upper: 1, whole: true }, { upper: 12 }, { upper: 3 }],
    rows: [
      { of: { [ROUND]: -6, [VISITS]: 1 }, atMost: 0 },
      { of: { [VISITS]: 1, [LATE]: 1 }, atLeast: 3 },
      { of: { [ROUND]: 10 }, atMost: 7 },
    ],
  }),
  columnOf: Int32Array.of(ROUND, VISITS, LATE),
  levels: [
    { level: 'urgent', columns: columnsOf(LATE), costs: [1] },
    { level: 'service', columns: columnsOf(ROUND), costs: [1] },
    { level: 'cost', columns: columnsOf(VISITS), costs: [1] },
  ],
  accounts: [],
  ruleOfRow: ['', '', ''],
  slackOfRow: Int32Array.of(-1, -1, -1),
}

it('the goal of a level that whole sessions cannot win as the relaxation does is what they can', async () => {
  const floors = new Map(MODEL.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 })
  const relaxation = new Relaxation(MODEL, HIGHS)
  const told: (number | null)[] = []
  const incumbent = new Incumbent({ onProgress: ({ bound }) => told.push(bound) }, () => told.length, {
    gap: 0.01,
    floors,
  })
  const search = { relaxation, incumbent, asked: { gap: 0.01, floors } }
  try {
    const plain = await relaxation.solve(0, [], limits())
    expect(plain).toMatchObject({ status: 'optimal', bound: expect.closeTo(0, 6) })
    const { goals } = await goalsOf(MODEL, { search, limits, isLate: () => false })
    expect(goals?.map(({ bound }) => bound)).toEqual([3, 0, 0].map((bound) => expect.closeTo(bound, 6)))
    expect(told.at(-1)).toBeCloseTo(0, 6)
    expect(Math.max(...told.map((bound) => bound ?? 0))).toBeCloseTo(3, 6)
  } finally {
    relaxation.close()
  }
})

it('in a large network, where a round of cuts would take long, goals are what the relaxation proves', async () => {
  const most = IN_BLOCKS
  const longer = (values: Float64Array) => Float64Array.from([...values, ...new Float64Array(most)])
  const { lp } = MODEL
  const wider = {
    ...{ columns: lp.columns + most, cost: longer(lp.cost), lower: longer(lp.lower), upper: longer(lp.upper) },
    whole: Uint8Array.from([...lp.whole, ...new Uint8Array(most)]),
  }
  const model: Model = {
    ...MODEL,
    lp: { ...lp, ...wider },
    levels: [
      { level: 'service', columns: columnsOf(LATE), costs: [1] },
      { level: 'cost', columns: columnsOf(ROUND), costs: [10] },
    ],
  }
  const floors = new Map(model.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 })
  const relaxation = new Relaxation(model, HIGHS)
  const incumbent = new Incumbent({}, () => 0, { gap: 0.01, floors })
  const search = { relaxation, incumbent, asked: { gap: 0.01, floors } }
  try {
    const { goals } = await goalsOf(model, { search, limits, isLate: () => false })
    // Half a round, of which there is none, meets all visits and costs 5.
    expect(goals?.map(({ bound }) => bound)).toEqual([0, 5].map((bound) => expect.closeTo(bound, 1)))
    expect(relaxation.hasCuts(0)).toBe(false)
  } finally {
    relaxation.close()
  }
})

it('without time for the relaxation there are no goals', async () => {
  const floors = new Map(MODEL.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1, stop: Int32Array.of(1) })
  const relaxation = new Relaxation(MODEL, HIGHS)
  const incumbent = new Incumbent({}, () => 0, { gap: 0.01, floors })
  const search = { relaxation, incumbent, asked: { gap: 0.01, floors } }
  const { goals } = await goalsOf(MODEL, { search, limits, isLate: () => false })
  relaxation.close()
  expect(goals).toBeUndefined()
})
