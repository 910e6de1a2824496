/** A programme that is written down is the same programme to those who read it. */
import { describe, expect, test } from 'vitest'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { enter, leave } from '../../solver/engines/highs/runtime.ts'
import { hasWhole, type Lp, relaxation } from '../../solver/lp/lp.ts'
import { readCbcSolution, readHighsSolution, toMps } from '../../solver/lp/mps.ts'
import { programme } from '../../solver/lp/table.ts'
import { listing } from '../../solver/lp/text.ts'
import { PLAIN } from '../engines/cases/expected.ts'
import { anything, sessionsAndUnmet, switchedClinics, tightChoices } from '../engines/shapes.ts'

const SHAPES: readonly Lp[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => [
  anything(seed),
  sessionsAndUnmet(seed),
  switchedClinics(seed),
  tightChoices(seed),
])

async function readBack(
  format: 'mps' | 'lp',
  text: string,
): Promise<{ readonly told: number | string; readonly file: string }> {
  const runtime = await enter()
  const model = runtime.highs.createModel(
    format === 'lp' ? { format, data: text } : { format, data: new TextEncoder().encode(text) },
  )
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0 })
    const { modelStatus } = model.run()
    const { optimal } = runtime.highs.constants.modelStatus
    const told = modelStatus === optimal ? Math.round(model.getObjectiveValue() * 1e6) / 1e6 : 'no optimum'
    return { told, file: model.exportSolution(false) }
  } finally {
    model.dispose()
    leave(runtime)
  }
}

async function optimum(lp: Lp): Promise<number | string> {
  const answer = await highsEngine().solve(lp, PLAIN)
  return answer.status === 'optimal' ? Math.round(answer.objective * 1e6) / 1e6 : 'no optimum'
}

describe('another reader finds the same optimum', () => {
  test('in the MPS file', async () => {
    for (const lp of SHAPES) expect((await readBack('mps', toMps(lp))).told).toBe(await optimum(lp))
  })

  test('in the listing for people', async () => {
    for (const lp of SHAPES) expect((await readBack('lp', listing(lp))).told).toBe(await optimum(lp))
  })

  test('in the listing with names that mean something else in the format', async () => {
    const names = ['free', 'end', '-inf', '3 x + 2', 'st', '', 'Ann Élise', 'general', '__proto__', 'a:b']
    const column = (j: number) => names[j % names.length] ?? ''
    for (const lp of SHAPES)
      expect((await readBack('lp', listing(lp, { column, row: column }))).told).toBe(await optimum(lp))
  })
})

test('the listing of a small programme reads well', () => {
  const lp = programme({
    columns: [
      { cost: 50, upper: 2, whole: true },
      { cost: -5.5, lower: -Infinity },
      { lower: 4, upper: 4 },
    ],
    rows: [
      { of: [12, 1], atLeast: 15, atMost: 40 },
      { of: [0, 1, -1], atLeast: 2, atMost: 2 },
    ],
    offset: -7,
  })
  expect(listing(lp, { column: (j) => ['Ann, Monday', 'unmet', 'rooms'][j] ?? '' }).split('\n')).toEqual([
    'minimize',
    ' cost: + 50 x0_Ann_Monday - 5.5 x1_unmet + 0 x2_rooms - 7',
    'subject to',
    ' r0_low: + 12 x0_Ann_Monday + 1 x1_unmet >= 15',
    ' r0_high: + 12 x0_Ann_Monday + 1 x1_unmet <= 40',
    ' r1: + 1 x1_unmet - 1 x2_rooms = 2',
    'bounds',
    ' 0 <= x0_Ann_Monday <= 2',
    ' x1_unmet free',
    ' x2_rooms = 4',
    'general',
    ' x0_Ann_Monday',
    'end',
    '',
  ])
})

describe('a solution file', () => {
  test('of HiGHS gives the point, and the duals of a linear programme', async () => {
    for (const lp of [sessionsAndUnmet(4), relaxation(sessionsAndUnmet(4)), { ...switchedClinics(6), offset: 11 }]) {
      const answer = await highsEngine().solve(lp, PLAIN)
      const { verdict, point, duals } = readHighsSolution((await readBack('mps', toMps(lp))).file, lp)
      expect(verdict).toBe('optimal')
      expect(point).toHaveLength(lp.columns)
      if (answer.status !== 'optimal') throw new Error(answer.status)
      const cost = (at: Float64Array) => at.reduce((sum, x, j) => sum + x * (lp.cost[j] ?? 0), 0)
      expect(cost(point ?? new Float64Array(0))).toBeCloseTo(cost(answer.point), 6)
      expect(duals === null).toBe(hasWhole(lp))
    }
  })

  test('of HiGHS without a point gives none', async () => {
    const lp = programme({ columns: [{ upper: 1, whole: true }], rows: [{ of: [1], atLeast: 2 }] })
    expect(readHighsSolution((await readBack('mps', toMps(lp))).file, lp)).toEqual({
      verdict: 'infeasible',
      point: null,
      duals: null,
    })
    expect(readHighsSolution('', lp)).toEqual({ verdict: '', point: null, duals: null })
  })

  test('of CBC gives the point, with the noughts that it leaves out and the stars that it adds', () => {
    const lp = sessionsAndUnmet(1)
    const text =
      'Optimal - objective value 26.00000000\n      1 c1                     1                      -4\n**    3 c3                  2.25                       0\n'
    expect(readCbcSolution(text, lp)).toEqual({
      verdict: 'optimal',
      point: Float64Array.of(0, 1, 0, 2.25),
      duals: null,
    })
  })

  test('of CBC that holds the relaxation instead of a whole point, or nothing that fits, gives none', () => {
    const lp = sessionsAndUnmet(1)
    const row = '      0 c0                     0.5                       0\n'
    const relaxed = `Stopped on time (no integer solution - continuous used) - objective value 0.00000000\n${row}`
    expect(readCbcSolution(relaxed, lp)).toMatchObject({ verdict: 'stopped on time (no integer solution', point: null })
    expect(readCbcSolution(`Integer infeasible - objective value 3\n${row}`, lp)).toMatchObject({ point: null })
    expect(readCbcSolution('', lp)).toMatchObject({ verdict: '', point: null })
  })
})
