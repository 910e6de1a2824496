/** What HiGHS is asked, and how its words are read, with a model that only takes notes. */
import type { Highs, Model } from 'highs'
import { describe, expect, test } from 'vitest'
import { type Run, runOnce } from '../../solver/engines/highs/run.ts'
import { enter, leave } from '../../solver/engines/highs/runtime.ts'
import { Watch } from '../../solver/engines/watch.ts'
import { type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { PLAIN } from './cases/expected.ts'
import { sessionsAndUnmet } from './shapes.ts'

const MIXED = sessionsAndUnmet(1)
const RUN: Run = {
  seconds: 7,
  relativeGap: 0.02,
  absoluteGap: 0.3,
  seed: 5,
  presolve: true,
  branching: false,
  cutoff: Infinity,
  interior: false,
  primal: false,
  start: null,
  main: true,
  patient: false,
}

interface Notes {
  options: Record<string, unknown>
  solution: unknown
  cleared: boolean
}

function notingModel(status: number, has: number, bound: number): { readonly model: Model; readonly notes: Notes } {
  const notes: Notes = { options: {}, solution: null, cleared: false }
  const values = Float64Array.of(1, 2)
  const model = {
    zeroAllClocks() {},
    clearSolver() {
      notes.cleared = true
    },
    options: { set: (options: Record<string, unknown>) => Object.assign(notes.options, options) },
    setSolution(solution: unknown) {
      notes.solution = solution
    },
    run() {},
    getModelStatus: () => status,
    getObjectiveValue: () => 42,
    info: { get: (name: string) => (name === 'mip_dual_bound' ? bound : has) },
    getSolution: () => ({ colValue: values, rowDual: values, colDual: values }),
  }
  return { model: model as unknown as Model, notes }
}

async function ran(
  lp: Lp,
  run: Partial<Run>,
  told: { readonly status: number; readonly has?: number; readonly bound?: number },
) {
  const runtime = await enter()
  leave(runtime)
  const { model, notes } = notingModel(told.status, told.has ?? 2, told.bound ?? 40)
  const highs: Highs = runtime.highs
  const end = runOnce({ highs, model, lp }, { ...RUN, ...run }, new Watch(lp, PLAIN))
  return { end, notes }
}

describe('the words of HiGHS are read as', () => {
  test.each([
    ['optimal', 7, 'optimal'],
    ['infeasible', 8, 'infeasible'],
    ['infeasible or unbounded', 9, 'either'],
    ['unbounded', 10, 'unbounded'],
    ['time limit', 13, 'limit'],
    ['iteration limit', 14, 'limit'],
    ['solution limit', 16, 'limit'],
    ['interrupted', 17, 'limit'],
    ['unknown', 15, 'trouble'],
    ['solve error', 4, 'trouble'],
    ['postsolve error', 5, 'trouble'],
    ['presolve error', 3, 'trouble'],
    ['model error', 2, 'trouble'],
    ['load error', 1, 'trouble'],
    ['empty', 6, 'trouble'],
    ['not set', 0, 'trouble'],
  ] as const)('%s (%i): %s', async (_, code, status) => {
    expect((await ran(MIXED, {}, { status: code })).end.status).toBe(status)
  })
})

test('an optimum without a feasible point is trouble', async () => {
  expect((await ran(MIXED, {}, { status: 7, has: 1 })).end).toEqual({ status: 'trouble', bound: -Infinity })
})

test('a bound that is no number, or without end, is none', async () => {
  for (const bound of [Number.NaN, Infinity, -Infinity]) {
    expect((await ran(MIXED, {}, { status: 13, bound })).end.bound).toBe(-Infinity)
    expect((await ran(MIXED, {}, { status: 13, has: 0, bound })).end.bound).toBe(-Infinity)
  }
})

test('a mixed programme is begun from its start alone, with duals of none', async () => {
  const start = new Float64Array(MIXED.columns)
  const { end, notes } = await ran(MIXED, { start }, { status: 7 })
  expect(notes).toMatchObject({ cleared: true, solution: { colValue: start } })
  expect(end).toMatchObject({ bound: 40 })
  expect(end.duals).toBeUndefined()
})

test('a linear programme keeps its basis, and brings its duals and its objective as bound', async () => {
  const { end, notes } = await ran(relaxationOf(MIXED), { start: new Float64Array(MIXED.columns) }, { status: 7 })
  expect(notes).toMatchObject({ cleared: false, solution: null })
  expect(end).toMatchObject({
    status: 'optimal',
    bound: 42,
    duals: Float64Array.of(1, 2),
    reducedCosts: Float64Array.of(1, 2),
  })
})

test('"simplex" and "ipm" are never said of a mixed programme: HiGHS would forget the whole columns', async () => {
  const solverOf = async (lp: Lp, interior: boolean) =>
    (await ran(lp, { interior }, { status: 7 })).notes.options.solver
  expect([await solverOf(MIXED, false), await solverOf(MIXED, true)]).toEqual(['choose', 'choose'])
  const linear = relaxationOf(MIXED)
  expect([await solverOf(linear, false), await solverOf(linear, true)]).toEqual(['simplex', 'ipm'])
})

test('a second opinion is asked to keep the rows more exactly than the first was', async () => {
  const toleranceOf = async (presolve: boolean) =>
    Number((await ran(relaxationOf(MIXED), { presolve }, { status: 7 })).notes.options.primal_feasibility_tolerance)
  expect(await toleranceOf(true)).toBe(1e-7)
  expect(await toleranceOf(false)).toBeCloseTo(1e-9, 12)
})

test('an interior point begins from nothing: HiGHS does not presolve beside a basis', async () => {
  const clearedBy = async (interior: boolean) =>
    (await ran(relaxationOf(MIXED), { interior }, { status: 7 })).notes.cleared
  expect([await clearedBy(true), await clearedBy(false)]).toEqual([true, false])
})

test('branching alone searches no parts of the programme', async () => {
  const heuristics = async (branching: boolean) => {
    const { options } = (await ran(MIXED, { branching }, { status: 7 })).notes
    const { mip_heuristic_run_rins, mip_heuristic_run_rens, mip_heuristic_run_root_reduced_cost } = options
    return [
      options.mip_heuristic_effort,
      mip_heuristic_run_rins,
      mip_heuristic_run_rens,
      mip_heuristic_run_root_reduced_cost,
    ]
  }
  expect(await heuristics(true)).toEqual([0, false, false, false])
  expect(await heuristics(false)).toEqual([0.05, true, true, true])
})

test('limits, gaps and seed reach HiGHS, the seed as one that it takes', async () => {
  const { options } = (await ran(MIXED, { seed: -(2 ** 40) - 3, nodes: 12 }, { status: 7 })).notes
  expect(options).toMatchObject({
    output_flag: false,
    time_limit: 7,
    mip_rel_gap: 0.02,
    mip_abs_gap: 0.3,
    mip_max_nodes: 12,
    presolve: 'choose',
  })
  expect(options.random_seed).toBeGreaterThanOrEqual(0)
  expect(options.random_seed).toBeLessThan(2 ** 31)
})
