import { expect, it } from 'vitest'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { Standing } from '../../solver/search/incumbent.ts'
import { Prospect } from '../../solver/search/relaxation.ts'
import { VERY_LARGE } from '../../solver/search/sizes.ts'
import { aimsOf } from '../../solver/search/start/goals.ts'
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
    { level: 'urgent', columns: [LATE], costs: [1] },
    { level: 'service', columns: [ROUND], costs: [1] },
    { level: 'cost', columns: [VISITS], costs: [1] },
  ],
  accounts: [],
  ruleOfRow: ['', '', ''],
  slackOfRow: Int32Array.of(-1, -1, -1),
}

it('a level that whole sessions cannot win as the relaxation does is aimed at as they can', async () => {
  const floors = new Map(MODEL.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 })
  const prospect = new Prospect(MODEL, HIGHS)
  const told: (number | null)[] = []
  const standing = new Standing({ onProgress: ({ bound }) => told.push(bound) }, () => told.length, floors)
  try {
    const plain = await prospect.look(0, [], limits())
    expect(plain).toMatchObject({ status: 'optimal', bound: expect.closeTo(0, 6) })
    const aims = await aimsOf({ model: MODEL, prospect, floors, gap: 0.01, standing, limits, isLate: () => false })
    expect(aims?.map(({ bound }) => bound)).toEqual([3, 0, 0].map((bound) => expect.closeTo(bound, 6)))
    expect(told.at(-1)).toBeCloseTo(0, 6)
    expect(Math.max(...told.map((bound) => bound ?? 0))).toBeCloseTo(3, 6)
  } finally {
    prospect.close()
  }
})

it('in a very large network, where tight rows come last, levels after them are aimed at by what is still proven', async () => {
  const most = VERY_LARGE
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
      { level: 'service', columns: [LATE], costs: [1] },
      { level: 'cost', columns: [ROUND], costs: [10] },
    ],
  }
  const floors = new Map(model.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 })
  const prospect = new Prospect(model, HIGHS)
  const standing = new Standing({}, () => 0, floors)
  try {
    const aims = await aimsOf({ model, prospect, floors, gap: 0.01, standing, limits, isLate: () => false })
    // Half a round would meet all visits and cost 5; as no round can be sent out, none are met and nothing need be spent.
    expect(aims?.map(({ bound }) => bound)).toEqual([3, 0].map((bound) => expect.closeTo(bound, 6)))
  } finally {
    prospect.close()
  }
})

it('without time for a look there are no aims', async () => {
  const floors = new Map(MODEL.levels.map(({ level }) => [level, 1]))
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1, stop: Int32Array.of(1) })
  const prospect = new Prospect(MODEL, HIGHS)
  const standing = new Standing({}, () => 0, floors)
  const aims = await aimsOf({ model: MODEL, prospect, floors, gap: 0.01, standing, limits, isLate: () => false })
  prospect.close()
  expect(aims).toBeUndefined()
})
