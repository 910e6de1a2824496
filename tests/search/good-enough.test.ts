import { expect, it } from 'vitest'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { LARGE } from '../../solver/search/sizes.ts'
import { goodEnoughFor } from '../../solver/search/start/good-enough.ts'
import { columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'

/** A round of visits takes 6; 3 are asked for today, and whoever goes out is paid. Beside it columns of nothing. */
const [ROUND, VISITS, LATE] = [0, 1, 2]
function model(columns: number): Model {
  return {
    lp: programme({
      columns: [
        { upper: 1, whole: true },
        { upper: 12 },
        { upper: 3 },
        ...Array.from({ length: columns - 3 }, () => ({ upper: 1 })),
      ],
      rows: [
        { of: { [ROUND]: -6, [VISITS]: 1 }, atMost: 0 },
        { of: { [VISITS]: 1, [LATE]: 1 }, atLeast: 3 },
      ],
    }),
    columnOf: Int32Array.of(ROUND, VISITS, LATE),
    levels: [
      { level: 'urgent', columns: columnsOf(LATE), costs: [1] },
      { level: 'cost', columns: columnsOf(ROUND), costs: [1] },
    ],
    accounts: [],
    ruleOfRow: ['', ''],
    slackOfRow: Int32Array.of(-1, -1),
  }
}

type Point = readonly [round: number, visits: number, late: number]

async function asked(columns: number, points: readonly Point[], isQuick = false) {
  const known = model(columns)
  const relaxation = new Relaxation(known, HIGHS)
  const limits = () => ({ seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 })
  const floors = new Map(known.levels.map(({ level }) => [level, 1]))
  try {
    for (const rank of known.levels.keys()) await relaxation.solve(rank, [0], limits())
    const isEnough = goodEnoughFor(known, { relaxation, asked: { gap: 0.01, floors } }, limits)
    const answers: boolean[] = []
    for (const point of points)
      answers.push(
        await isEnough(
          Float64Array.from({ length: columns }, (_, j) => point[j] ?? 0),
          isQuick,
        ),
      )
    return answers
  } finally {
    relaxation.close()
  }
}

const MET = [1, 3, 0] as const
const NEARLY = [1, 2.9, 0.1] as const
const MISSED = [0, 0, 3] as const

it('a rota is enough where no level is left to search for, cuts included', async () => {
  // The relaxation sends out half a round; cuts say that a whole one is needed.
  expect(await asked(3, [MET])).toEqual([true])
  expect(await asked(3, [MISSED, MET])).toEqual([false, true])
})

it('no relaxation is solved for a rota where the answer is wanted at once', async () => {
  expect(await asked(3, [MET], true)).toEqual([false])
})

it('the second rota that misses a level held exactly ends the search, but for large networks', async () => {
  expect(await asked(3, [MISSED, NEARLY])).toEqual([false, true])
  expect(await asked(LARGE + 1, [MISSED, NEARLY, NEARLY])).toEqual([false, false, false])
})
