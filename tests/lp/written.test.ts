/** A programme that is written down is the same programme to those who read it. */
import { describe, expect, test } from 'vitest'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { enter, leave } from '../../solver/engines/highs/runtime.ts'
import { hasWhole, type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { readCbcSolution, readHighsSolution, toMps } from '../../solver/lp/mps.ts'
import { toLpFormat } from '../../solver/lp/named-lp.ts'
import { programme } from '../../solver/lp/table.ts'
import { build } from '../../solver/model/build.ts'
import { namedProgramme } from '../../solver/named-programme.ts'
import { RULES, ruleBook } from '../../solver/rules/index.ts'
import { readDocument } from '../../src/intake/assemble.ts'
import { PLAIN } from '../engines/cases/expected.ts'
import { anything, sessionsAndUnmet, switchedClinics, tightChoices } from '../engines/shapes.ts'
import { busyLastAfternoon } from '../short-week.ts'

const SHAPES: readonly Lp[] = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => [
  anything(seed),
  sessionsAndUnmet(seed),
  switchedClinics(seed),
  tightChoices(seed),
])

async function readBack(
  text: string,
  format: 'mps' | 'lp' = 'mps',
): Promise<{ readonly told: number | string; readonly file: string }> {
  const runtime = await enter()
  const model = runtime.highs.createModel({ format, data: new TextEncoder().encode(text) })
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
    for (const lp of SHAPES) expect((await readBack(toMps(lp))).told).toBe(await optimum(lp))
  })

  test('in the LP file, with names', async () => {
    for (const lp of SHAPES.slice(0, 8)) {
      const text = toLpFormat({
        lp,
        columns: Array.from({ length: lp.columns }, (_, j) => `works_gp${j}_alder_mon30am`),
        rows: Array.from({ length: lp.rows }, (_, r) => `duty_doctor_${r + 1}`),
        comments: ['Łukasz’ week'],
      })
      expect((await readBack(text, 'lp')).told).toBe(await optimum(lp))
    }
  })

  test('of a whole week, level by level, in both', async () => {
    const problem = readDocument(busyLastAfternoon(), ruleBook())
    const { levels } = build(problem, RULES).model
    expect(levels.length).toBeGreaterThan(2)
    for (const { level } of levels.slice(0, 3)) {
      const named = namedProgramme(problem, level)
      const best = await optimum(named.lp)
      expect((await readBack(toLpFormat(named), 'lp')).told).toBe(best)
      expect((await readBack(toMps(named.lp, named))).told).toBe(best)
    }
  })
})

describe('the names of a week’s programme', () => {
  const named = namedProgramme(readDocument(busyLastAfternoon(), ruleBook()))

  test('say who works where and when', () => {
    const works = named.columns.filter((name) => name.startsWith('works_'))
    expect(works.length).toBeGreaterThan(0)
    expect(works[0]).toMatch(/^works_[a-z0-9]+_[a-z0-9]+_(mon|tue)\d\d(am|pm)$/)
  })

  test('are letters, digits and underscores, each once', () => {
    for (const names of [named.columns, named.rows]) {
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,254}$/.test(name))).toEqual([])
    }
    expect([named.columns.length, named.rows.length]).toEqual([named.lp.columns, named.lp.rows])
  })
})

describe('a solution file', () => {
  test('of HiGHS gives the point, and the duals of a linear programme', async () => {
    for (const lp of [sessionsAndUnmet(4), relaxationOf(sessionsAndUnmet(4)), { ...switchedClinics(6), offset: 11 }]) {
      const answer = await highsEngine().solve(lp, PLAIN)
      const { verdict, point, duals } = readHighsSolution((await readBack(toMps(lp))).file, lp)
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
    expect(readHighsSolution((await readBack(toMps(lp))).file, lp)).toEqual({
      verdict: 'infeasible',
      point: null,
      duals: null,
    })
    expect(readHighsSolution('', lp)).toEqual({ verdict: '', point: null, duals: null })
  })

  test('of CBC gives the point, with the zeros that it omits and the stars that it adds', () => {
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
