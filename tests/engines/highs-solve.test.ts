/** What is made of HiGHS's answers, tried with answers that it should never give. */
import { expect, test } from 'vitest'
import type { Answer, Limits } from '../../solver/engines/engine.ts'
import type { Run, RunEnd } from '../../solver/engines/highs/run.ts'
import { solveChecked } from '../../solver/engines/highs/solve.ts'
import type { Lp } from '../../solver/lp/lp.ts'
import { programme } from '../../solver/lp/table.ts'
import { Defect } from '../../src/errors.ts'
import { PLAIN } from './cases/expected.ts'

/** Two sessions of 12 contacts, 5 a contact that is missed, 50 a session; the best is one session and 18. */
const MIXED = programme({
  columns: [
    { cost: 50, upper: 2, whole: true },
    { cost: 5, upper: 99 },
  ],
  rows: [{ of: [12, 1], atLeast: 15.6 }],
})
const BEST = Float64Array.of(1, 3.6)
const WORSE = Float64Array.of(2, 0)
const LINEAR = programme({ columns: [{ cost: 3 }, { cost: 2 }], rows: [{ of: [1, 1], atLeast: 4 }] })

interface Asked {
  readonly lp: Lp
  readonly run: Run
}

async function judged(
  lp: Lp,
  ends: readonly RunEnd[],
  limits: Partial<Limits> = {},
): Promise<{ answer: Answer; asked: Asked[] }> {
  const asked: Asked[] = []
  const next = async (given: Lp, run: Run) => {
    const end = ends[asked.length]
    asked.push({ lp: given, run })
    if (end === undefined) throw new Error(`run ${asked.length} was not expected`)
    return end
  }
  return { answer: await solveChecked(lp, { ...PLAIN, ...limits }, { warm: next, fresh: next }), asked }
}

const optimal = (point: Float64Array, bound: number): RunEnd => ({ status: 'optimal', point, bound })

test('an optimum that fits everything known is believed at once', async () => {
  const { answer, asked } = await judged(MIXED, [optimal(BEST, 68)])
  expect(answer).toEqual({ status: 'optimal', point: BEST, objective: 68, bound: 68 })
  expect(asked).toHaveLength(1)
})

test('an optimum that is worse than the start is solved again without presolve, and without the start', async () => {
  const { answer, asked } = await judged(MIXED, [optimal(WORSE, 100), optimal(BEST, 68)], { start: BEST })
  expect(answer).toMatchObject({ status: 'optimal', objective: 68, bound: 68 })
  expect(asked[0]?.run).toMatchObject({ presolve: true, start: BEST })
  expect(asked[1]?.run).toMatchObject({ presolve: false, start: null })
})

test('a bound above a known point is rejected', async () => {
  const { answer, asked } = await judged(MIXED, [optimal(BEST, 90), optimal(BEST, 68)])
  expect(answer).toMatchObject({ status: 'optimal', bound: 68 })
  expect(asked).toHaveLength(2)
})

test('a gap wider than asked is not called optimal', async () => {
  const { answer } = await judged(MIXED, [optimal(BEST, 50), { status: 'limit', point: BEST, bound: 60 }])
  expect(answer).toMatchObject({ status: 'feasible', objective: 68, bound: 60 })
})

test('of a linear optimum whose prices miss it by little, what they prove is the bound; by much, it is not believed', async () => {
  const end = (price: number): RunEnd => ({ ...optimal(Float64Array.of(0, 4), 8), duals: Float64Array.of(price) })
  const { answer, asked } = await judged(LINEAR, [end(1.999)])
  expect(answer).toMatchObject({ status: 'optimal', objective: 8 })
  expect('bound' in answer && answer.bound).toBeCloseTo(7.996)
  expect(asked).toHaveLength(1)
  const second = await judged(LINEAR, [end(1.9), end(2)])
  expect(second.answer).toMatchObject({ status: 'optimal', bound: 8 })
  expect(second.asked).toHaveLength(2)
})

test('a point that breaks a row is not believed; twice is a defect', async () => {
  const broken = optimal(Float64Array.of(0, 3), 15)
  const nothing: RunEnd = { status: 'infeasible', bound: -Infinity }
  const { answer } = await judged(MIXED, [broken, nothing, optimal(BEST, 68)])
  expect(answer).toMatchObject({ status: 'optimal', objective: 68 })
  await expect(judged(MIXED, [broken, nothing, broken, nothing])).rejects.toThrow(Defect)
})

test('where rounding a whole column breaks a row, the other columns are solved for again', async () => {
  const rounded = programme({
    columns: [{ cost: 1, upper: 1, whole: true }, { cost: 5 }],
    rows: [{ of: [1000, 1], atLeast: 2.004 }],
  })
  const end = optimal(Float64Array.of(0.000002, 2.002), 10.01)
  const { answer, asked } = await judged(rounded, [end, optimal(Float64Array.of(0, 2.004), 10.02)], {
    absoluteGap: 0.1,
  })
  expect(answer).toMatchObject({ status: 'optimal', point: Float64Array.of(0, 2.004), bound: 10.01 })
  expect(asked[1]?.lp).toMatchObject({
    whole: Uint8Array.of(0, 0),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(0, Infinity),
  })
  expect(asked[1]?.run).toMatchObject({ patient: true, main: false })
})

test('half a session is never rounded to a whole one', async () => {
  const half = optimal(Float64Array.of(0.5, 9.6), 73)
  await expect(judged(MIXED, [half, half, half, half])).rejects.toThrow(Defect)
})

test('"infeasible" against a start that fits is not believed, and nothing is claimed of the bound', async () => {
  const none: RunEnd = { status: 'infeasible', bound: -Infinity }
  const { answer } = await judged(MIXED, [none, none], { start: WORSE })
  expect(answer).toEqual({ status: 'feasible', point: WORSE, objective: 100, bound: -Infinity })
})

test('"infeasible" is asked twice where columns are whole, in bounded time, and a point found then counts', async () => {
  const none: RunEnd = { status: 'infeasible', bound: -Infinity }
  const { answer, asked } = await judged(MIXED, [none, optimal(BEST, 68)])
  expect(answer).toMatchObject({ status: 'optimal', objective: 68 })
  expect(asked[1]?.run.presolve).toBe(false)
  expect(asked[1]?.run.seconds).toBeLessThan(3)
  expect((await judged(MIXED, [none, none])).answer).toEqual({ status: 'infeasible' })
  expect((await judged(MIXED, [none, { status: 'limit', bound: -Infinity }])).answer).toEqual({ status: 'infeasible' })
  expect((await judged(LINEAR, [none])).answer).toEqual({ status: 'infeasible' })
})

test('a linear optimum whose duals prove less is not believed', async () => {
  const point = Float64Array.of(4, 0)
  const wrong: RunEnd = { ...optimal(point, 12), duals: Float64Array.of(2), reducedCosts: Float64Array.of(1, 0) }
  const right: RunEnd = {
    ...optimal(Float64Array.of(0, 4), 8),
    duals: Float64Array.of(2),
    reducedCosts: Float64Array.of(1, 0),
  }
  const { answer, asked } = await judged(LINEAR, [wrong, right])
  expect(answer).toEqual({
    status: 'optimal',
    point: Float64Array.of(0, 4),
    objective: 8,
    bound: 8,
    duals: Float64Array.of(2),
    reducedCosts: Float64Array.of(1, 0),
  })
  expect(asked).toHaveLength(2)
})

test('a linear solve that is cut short tells the bound that its duals prove', async () => {
  const end: RunEnd = { status: 'limit', point: Float64Array.of(4, 0), bound: -Infinity, duals: Float64Array.of(1.5) }
  expect((await judged(LINEAR, [end])).answer).toMatchObject({ status: 'feasible', objective: 12, bound: 6 })
})

test('after a crash it is tried once more; after two, the best point is kept, or the defect tells the cause', async () => {
  const cause = new Error('unreachable')
  const crash: RunEnd = { status: 'trouble', bound: -Infinity, cause }
  expect((await judged(MIXED, [crash, optimal(BEST, 68)])).answer).toMatchObject({ status: 'optimal' })
  expect((await judged(MIXED, [crash, crash], { start: WORSE })).answer).toMatchObject({
    status: 'feasible',
    objective: 100,
  })
  await expect(judged(MIXED, [crash, crash])).rejects.toMatchObject({ name: 'Defect', cause })
})

test('what a start leaves open is filled in by a side programme that may take a fifth of the time', async () => {
  const start = Float64Array.of(1, Number.NaN)
  const { asked } = await judged(MIXED, [optimal(BEST, 68), optimal(BEST, 68)], { start, seconds: 10 })
  expect(asked[0]?.lp).toMatchObject({ lower: Float64Array.of(1, 0), upper: Float64Array.of(1, 99) })
  expect(asked[0]?.run.seconds).toBeLessThanOrEqual(2)
  expect(asked[1]?.run.start).toEqual(BEST)
})

test('an error of a listener ends the solve and reaches the caller', async () => {
  const onPoint = () => {
    throw new Error('the listener is gone')
  }
  await expect(judged(MIXED, [optimal(BEST, 68)], { onPoint })).rejects.toThrow('the listener is gone')
})
