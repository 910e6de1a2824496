import { afterAll, expect, test } from 'vitest'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { JSLP_COLUMNS, jslpEngine } from '../../solver/engines/jslp/jslp.ts'
import { translate } from '../../solver/engines/jslp/model.ts'
import { run } from '../../solver/engines/jslp/run.ts'
import { dualBound } from '../../solver/lp/dual-bound.ts'
import { programme } from '../../solver/lp/table.ts'
import { BadInput } from '../../src/errors.ts'
import { PLAIN } from './cases/expected.ts'
import { everyEngine } from './every-engine.ts'
import { marketSplit, sessionsAndUnmet } from './shapes.ts'

everyEngine('javascript-lp-solver', jslpEngine)

const engine = jslpEngine()
afterAll(() => engine.close?.())

const PAIR = { cost: 1, upper: 1 }

test('a programme that is too large is refused in words that name a way out; columns that are fixed do not count', async () => {
  const columns = Array.from({ length: JSLP_COLUMNS.mixed + 1 }, () => ({ ...PAIR, whole: true }))
  const solving = engine.solve(programme({ columns }), PLAIN)
  await expect(solving).rejects.toBeInstanceOf(BadInput)
  await expect(solving).rejects.toThrow(
    '/solve/engine: javascript-lp-solver takes up to 600 free columns; this programme has 601.',
  )
  const fixed = columns.map((column, j) => (j === 0 ? { ...column, lower: 1 } : column))
  expect(await engine.solve(programme({ columns: fixed }), PLAIN)).toMatchObject({ status: 'optimal', objective: 1 })
})

test('linear programmes may be larger, and bring the duals that prove them', async () => {
  const columns = Array.from({ length: 900 }, (_, j) => ({ cost: 1 + (j % 7), upper: 3 }))
  const rows = Array.from({ length: 90 }, (_, r) => ({
    of: Object.fromEntries(Array.from({ length: 10 }, (_, k) => [r * 10 + k, 1 + (k % 3)])),
    atLeast: 5,
  }))
  const lp = programme({ columns, rows })
  const [mine, other] = [await engine.solve(lp, PLAIN), await highsEngine().solve(lp, PLAIN)]
  if (mine.status !== 'optimal' || other.status !== 'optimal') throw new Error(`${mine.status}, ${other.status}`)
  expect(mine.objective).toBeCloseTo(other.objective, 5)
  expect(dualBound(lp, mine.duals ?? new Float64Array(lp.rows))).toBeCloseTo(mine.objective, 5)
})

test('columns that earn start at their upper bounds, so that nothing is left to earn in the first tableau', () => {
  const columns = [
    { cost: -3, lower: 1, upper: 4 },
    { cost: 2, upper: 5 },
  ]
  const lp = programme({ columns, rows: [{ of: { 0: 1, 1: 1 }, atLeast: 5 }] })
  const { model, point } = translate(lp, { whole: false, tolerance: 0 })
  expect(Object.values(model.variables).map(({ cost = 0 }) => cost)).toEqual([1, 2 / 3])
  expect([...point({})]).toEqual([4, 0])
  expect([...run(lp, { whole: false, tolerance: 0 }).point]).toEqual([4, 1])
})

test('after a solve that had to be ended the next one has a thread again, and calls at once wait for each other', async () => {
  const hard = engine.solve(marketSplit(40, 5, true), { ...PLAIN, seconds: 0.3 })
  const easy = engine.solve(sessionsAndUnmet(1), PLAIN)
  expect(['feasible', 'out-of-time']).toContain((await hard).status)
  expect(await easy).toMatchObject({ status: 'optimal', objective: 480 })
})
