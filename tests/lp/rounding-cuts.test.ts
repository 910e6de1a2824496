import { expect, test } from 'vitest'
import type { Answer } from '../../solver/engines/engine.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { HighsSession } from '../../solver/engines/highs/session.ts'
import { type Row, type RowSum, withRows } from '../../solver/lp/edit.ts'
import { fractionalColumns, type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { MirCuts } from '../../solver/lp/mir-cuts.ts'
import { programme } from '../../solver/lp/table.ts'
import { anything, sessionsAndUnmet, switchedClinics, tightChoices } from '../engines/shapes.ts'

const HIGHS = highsEngine()
const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

/** Somebody goes out on visits (a session holds 6) or not; 3 visits are asked for, and what is not met waits. */
const VISITS = programme({
  columns: [
    { cost: 0, upper: 2, whole: true },
    { cost: 0, upper: 12 },
    { cost: 1, upper: 3 },
    { cost: 0.5, upper: 2 },
  ],
  rows: [
    { of: [-6, 1, 0, 0], atMost: 0 },
    { of: [0, 1, 1, 0], atLeast: 3 },
    // A dearer way, so that half a session is what the relaxation would take.
    { of: [1, 0, 0, -1], atMost: 0 },
  ],
})

async function solved(lp: Lp): Promise<Answer & { readonly point: Float64Array; readonly objective: number }> {
  const answer = await HIGHS.solve(lp, LIMITS)
  if (!('point' in answer)) throw new Error(answer.status)
  return answer
}

function left({ indices, values }: Row, point: Float64Array): number {
  return Array.from(indices, (j, k) => (values[k] ?? 0) * (point[j] ?? 0)).reduce((sum, term) => sum + term, 0)
}

/** The most that a row comes to over all whole points. */
async function mostOf(row: Row, lp: Lp): Promise<number> {
  const cost = new Float64Array(lp.columns)
  for (const [k, j] of row.indices.entries()) cost[j] = -(row.values[k] ?? 0)
  return -(await solved({ ...lp, cost, offset: 0 })).objective
}

test('half a visiting round is cut off, a whole one and none are not', async () => {
  const half = await solved(relaxationOf(VISITS))
  expect(half.point[0]).toBeCloseTo(0.5, 6)
  const rows = new MirCuts(VISITS).separate(half.point, 10)
  expect(rows.length).toBeGreaterThan(0)
  const tight = withRows(VISITS, rows)
  expect((await solved(relaxationOf(tight))).objective).toBeCloseTo((await solved(VISITS)).objective, 6)
  for (const row of rows) {
    expect(left(row, half.point)).toBeGreaterThan(row.upper)
    for (const point of [Float64Array.of(1, 3, 0, 1), Float64Array.of(0, 0, 3, 0), Float64Array.of(2, 12, 0, 2)])
      expect(left(row, point)).toBeLessThanOrEqual(row.upper)
  }
})

test('a whole point is not cut off, and no more rows are given than asked for', async () => {
  const whole = await solved(VISITS)
  expect(new MirCuts(VISITS).separate(whole.point, 10)).toEqual([])
  expect(new MirCuts(VISITS).separate((await solved(relaxationOf(VISITS))).point, 0)).toEqual([])
})

/** The relaxation's optimum, and the sums of rows by which it has whole columns in halves. */
async function tableauOf(lp: Lp): Promise<{ readonly point: Float64Array; readonly sums: readonly RowSum[] } | null> {
  const session = new HighsSession(relaxationOf(lp))
  try {
    const answer = await session.solve(LIMITS)
    return 'point' in answer
      ? { point: answer.point, sums: session.tableau(fractionalColumns(lp, answer.point)) }
      : null
  } finally {
    session.close()
  }
}

const SHAPES = [
  ['sessions and unmet need', sessionsAndUnmet],
  ['clinics open or shut', switchedClinics],
  ['equalities and rows of two sides', tightChoices],
  ['anything', anything],
] as const

test.each(SHAPES)('no whole point of 150 programmes is lost: %s', async (_, shape) => {
  let found = 0
  for (let seed = 1; seed <= 150; seed++) {
    let lp = shape(seed)
    // Twice, so that rows made of tight rows are looked at, too.
    for (let round = 0; round < 2; round++) {
      const relaxed = await tableauOf(lp)
      if (relaxed === null) break
      const { point, sums } = relaxed
      const rows = new MirCuts(lp).separate(point, 50, sums)
      for (const row of rows) {
        expect(left(row, point), `seed ${seed}`).toBeGreaterThan(row.upper)
        const whole = await HIGHS.solve(lp, LIMITS)
        if ('point' in whole) expect(await mostOf(row, lp), `seed ${seed}`).toBeLessThanOrEqual(row.upper + 1e-6)
      }
      found += rows.length
      lp = withRows(lp, rows)
    }
  }
  expect(found).toBeGreaterThan(10)
})

test('sums of the tableau bring relaxations nearer to whole points than rows that are added up along contacts', async () => {
  let [nearer, farther] = [0, 0]
  for (const [, shape] of SHAPES) {
    for (let seed = 1; seed <= 150; seed++) {
      const lp = shape(seed)
      const relaxed = await tableauOf(lp)
      if (relaxed === null) continue
      const bound = async (sums: readonly RowSum[]) => {
        const rows = new MirCuts(lp).separate(relaxed.point, 50, sums)
        const after = await HIGHS.solve(relaxationOf(withRows(lp, rows)), LIMITS)
        // Where nothing is left of the relaxation, no whole point is left either: that is as near as can be.
        return 'objective' in after ? after.objective : Number.POSITIVE_INFINITY
      }
      const [without, with_] = [await bound([]), await bound(relaxed.sums)]
      if (with_ > without + 1e-6) nearer += 1
      if (with_ < without - 1e-6) farther += 1
    }
  }
  expect(nearer).toBeGreaterThan(20)
  expect(farther).toBeLessThan(nearer / 5)
})

test('what no row says by itself, their sum may', () => {
  // Of three people no two may be away together, so one may at most; the rows by themselves let each be away by half.
  const pairs = [
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
  ]
  const lp = programme({
    columns: pairs.map(() => ({ cost: -1, upper: 1, whole: true })),
    rows: pairs.map((of) => ({ of, atMost: 1 })),
  })
  const cutsOf = (sums: readonly RowSum[]) => new MirCuts(lp).separate(Float64Array.of(0.5, 0.5, 0.5), 10, sums)
  const sum = { rows: [0, 1, 2], weights: [1, 1, 1] }
  expect(cutsOf([])).toEqual([])
  expect(cutsOf([sum])).toEqual([
    { indices: [0, 1, 2], values: [1, 1, 1], lower: -Infinity, upper: expect.closeTo(1, 6) },
  ])
  // With neither weights that engines cannot add up exactly nor very many rows.
  expect(cutsOf([{ ...sum, weights: [1e5, 1e5, 1e5] }])).toEqual([])
  expect(cutsOf([{ rows: [0, 1, 2, ...Array(500).fill(0)], weights: [1, 1, 1, ...Array(500).fill(1e-5)] }])).toEqual([])
})
