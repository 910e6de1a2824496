import { expect, it } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { hasWhole } from '../../solver/lp/lp.ts'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { improveLevel } from '../../solver/search/improve-level.ts'
import { Incumbent } from '../../solver/search/incumbent.ts'
import { Frozen } from '../../solver/search/lexicographic.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { TimeLimit } from '../../solver/search/time-limit.ts'
import { levelValue } from '../../solver/search/tolerances.ts'
import { columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'

/** A doctor sees 6: 3 are urgent and 3 are not, and those not seen wait. */
const [DOCTOR, URGENT, OTHER, LATE, WAITING] = [0, 1, 2, 3, 4]
const URGENT_NEED = { level: 'urgent', columns: columnsOf(LATE), costs: [1] } as const
const OTHER_NEED = { level: 'service', columns: columnsOf(WAITING), costs: [1] } as const
const MODEL: Model = {
  lp: programme({
    columns: [{ upper: 1, whole: true }, { upper: 6 }, { upper: 6 }, { upper: 3 }, { upper: 3 }],
    rows: [
      { of: { [DOCTOR]: -6, [URGENT]: 1, [OTHER]: 1 }, atMost: 0 },
      { of: { [URGENT]: 1, [LATE]: 1 }, atLeast: 3 },
      { of: { [OTHER]: 1, [WAITING]: 1 }, atLeast: 3 },
    ],
  }),
  columnOf: Int32Array.of(DOCTOR, URGENT, OTHER, LATE, WAITING),
  levels: [URGENT_NEED, OTHER_NEED],
  accounts: [],
  ruleOfRow: ['', '', ''],
  slackOfRow: Int32Array.of(-1, -1, -1),
}
const NOBODY = Float64Array.of(0, 0, 0, 3, 3)

/** Nothing that it says proves anything. */
const SILENT: Engine = {
  ...{ name: 'silent', version: '0' },
  solve: async () => ({ status: 'out-of-time' }),
}

/** Asked for whole sessions it ends with this point, which leaves the later levels as they come. */
function careless(point: readonly number[]): Engine {
  return {
    ...{ name: 'careless', version: '0' },
    async solve(lp, limits) {
      if (!hasWhole(lp)) return HIGHS.solve(lp, limits)
      return { status: 'feasible', point: Float64Array.from(point), objective: point[LATE] ?? 0, bound: 0 }
    },
  }
}

async function urgentWon(seen: number, looking: Engine) {
  const lp = { ...MODEL.lp, upper: MODEL.lp.upper.map((most, j) => (j === URGENT ? seen : most)) }
  const model = { ...MODEL, lp }
  const floors = new Map(model.levels.map(({ level }) => [level, 1]))
  const relaxation = new Relaxation(model, looking)
  const search = {
    engine: careless([1, seen, 0, 3 - seen, 3]),
    ...{ seed: 1, relaxation, asked: { gap: 0.01, floors } },
    time: new TimeLimit({ seconds: 20, elapsed: () => 0 }),
    incumbent: new Incumbent({}, () => 0, { gap: 0.01, floors }),
  }
  const task = {
    ...{ search, costs: URGENT_NEED, caps: [], later: [OTHER_NEED], until: 20, columns: lp.columns },
    lp: () => new Frozen(lp).withCosts(URGENT_NEED),
  }
  try {
    return await improveLevel(task, NOBODY)
  } finally {
    relaxation.close()
  }
}

it.each([
  ['won', 3, HIGHS],
  ['only bettered, as nothing is proven of it', 2, SILENT],
])('a level that is %s leaves those after it as good as the sessions found for it allow', async (_, seen, looking) => {
  const won = await urgentWon(seen, looking)
  if (won.kind !== 'won') throw new Error(won.kind)
  expect(won.bound).toBe(0)
  expect(levelValue(URGENT_NEED, won.point)).toBeCloseTo(3 - seen, 6)
  expect(levelValue(OTHER_NEED, won.point)).toBeCloseTo(0, 6)
})
