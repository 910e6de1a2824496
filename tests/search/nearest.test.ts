import { describe, expect, it } from 'vitest'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import type { Decision } from '../../solver/search/keep-levels.ts'
import { type Circle, type NearestTask, nearest } from '../../solver/search/nearest.ts'
import { columnOf, columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'

/** Ann, Ben and Cat: one of them has to be here, and whoever is missing of two costs 1. */
const [ANN, BEN, CAT, SHORT] = [0, 1, 2, 3]

/** `upper`: whether Ann may be here. */
function week(annMay: number): Model {
  return {
    lp: programme({
      columns: [{ upper: annMay, whole: true }, { upper: 1, whole: true }, { upper: 1, whole: true }, { upper: 2 }],
      rows: [{ of: [1, 1, 1, 1], atLeast: 2 }],
    }),
    columnOf: Int32Array.of(ANN, BEN, CAT, SHORT),
    levels: [{ level: 'safety', columns: columnsOf(SHORT), costs: [1] }],
    accounts: [],
    ruleOfRow: [''],
    slackOfRow: Int32Array.of(SHORT),
  }
}

/** Ann and Ben are here. */
const KNOWN: readonly Decision[] = [
  { column: columnOf(ANN), value: 1 },
  { column: columnOf(BEN), value: 1 },
  { column: columnOf(CAT), value: 0 },
]

const circle = (name: string, ...free: readonly number[]): Circle => ({
  name,
  heldOf: (decisions) => decisions.filter(({ column }) => !free.includes(column)),
})

/** Ann is asked to be off. */
function annOff(circles: readonly Circle[]) {
  const steps: string[] = []
  const task: NearestTask = {
    before: { model: week(1), decisions: KNOWN, point: Float64Array.of(1, 1, 0, 0), values: new Map([['safety', 0]]) },
    asked: { model: week(0), decisions: KNOWN },
    circles,
    weightOf: () => 1,
    means: { engine: HIGHS, seed: 1, seconds: 10, gap: 0.01, floorOf: () => 1, onStep: (words) => steps.push(words) },
  }
  return nearest(task).then((found) => ({ found, steps }))
}

const here = (point: Float64Array | undefined) => [ANN, BEN, CAT].filter((j) => (point?.[j] ?? 0) > 0.5)

describe('the nearest rota', () => {
  it('moves no more people than it has to: the first circle in which nothing gets worse is the last', async () => {
    const { found, steps } = await annOff([
      circle('Ann', ANN),
      circle('Ann and Cat', ANN, CAT),
      circle('all', ANN, BEN, CAT),
    ])
    expect(here(found?.point)).toEqual([BEN, CAT])
    expect(found?.proof).toMatchObject({ level: null, proven: true })
    expect(steps).toEqual(['Ann', 'Ann and Cat', 'proving how good that is'])
  })

  it('of several rotas that are as good is one that changes least', async () => {
    const { found } = await annOff([circle('all', ANN, BEN, CAT)])
    expect(here(found?.point)).toEqual([BEN, CAT])
  })

  it('says what gets worse where nobody else may move, and what no rota is below', async () => {
    const { found } = await annOff([circle('Ann', ANN)])
    expect(here(found?.point)).toEqual([BEN])
    expect(found?.proof).toMatchObject({ level: 'safety', value: 1, loss: 1, bound: 0, proven: false })
  })

  it('is none where no circle allows what is asked', async () => {
    expect((await annOff([circle('Ben', BEN)])).found).toBeUndefined()
  })
})
