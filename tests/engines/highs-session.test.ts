/** A programme held open answers as a new one does, whatever has been changed in between. */
import { expect, test, vi } from 'vitest'
import type { Answer, Basis, Session } from '../../solver/engines/engine.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { dropHighs, enter, highsMemory } from '../../solver/engines/highs/runtime.ts'
import { HighsSession } from '../../solver/engines/highs/session.ts'
import type { RowSum } from '../../solver/lp/edit.ts'
import { type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { programme } from '../../solver/lp/table.ts'
import { Defect } from '../../src/errors.ts'
import { PLAIN } from './cases/expected.ts'
import { type Seeded, seeded } from './seeded.ts'
import { anything, marketSplit, sessionsAndUnmet } from './shapes.ts'

const engine = highsEngine()
const told = (answer: Answer) => ('objective' in answer ? Math.round(answer.objective * 1e5) / 1e5 : answer.status)

/** Linear; each of 200 rows needs something of five of 400 columns. */
function needsOfSeveral(): Lp {
  return programme({
    columns: Array.from({ length: 400 }, (_, j) => ({ cost: 1 + (j % 17), upper: 10 })),
    rows: Array.from({ length: 200 }, (_, r) => ({
      of: Object.fromEntries([0, 1, 2, 3, 4].map((k) => [(r * 37 + k * 53) % 400, 1 + ((r + k) % 5)])),
      atLeast: 5 + (r % 11),
    })),
  })
}

function change(session: Session, draw: Seeded): void {
  const { columns, rows } = session.lp
  const [column, low] = [draw.whole(0, columns - 1), draw.whole(0, 3)]
  switch (draw.whole(0, 4)) {
    case 0:
      session.setCosts(
        session.lp.cost.map(() => draw.whole(-3, 9)),
        draw.whole(-9, 9),
      )
      break
    case 1:
      session.setColumnBounds(column, low, low + draw.whole(0, 4))
      break
    case 2:
      if (rows > 0) session.setRowBounds(draw.whole(0, rows - 1), -draw.whole(0, 20), draw.whole(0, 30))
      break
    case 3:
      session.setWhole(column, draw.chance(0.5) && Number.isFinite(session.lp.upper[column] ?? Infinity))
      break
    default:
      expect(
        session.addRows([
          { indices: [column], values: [draw.whole(1, 4)], lower: -Infinity, upper: draw.whole(5, 30) },
        ]),
      ).toBe(rows)
  }
}

test.each([1, 2, 3, 4, 5, 6])('after any changes it answers as a new one: seed %i', async (seed) => {
  const draw = seeded(seed)
  const session = new HighsSession(anything(seed * 7))
  try {
    for (let step = 0; step < 25; step++) {
      for (let n = draw.whole(1, 3); n > 0; n--) change(session, draw)
      expect(told(await session.solve(PLAIN)), `step ${step}`).toBe(told(await engine.solve(session.lp, PLAIN)))
    }
  } finally {
    session.close()
  }
})

test('all of it goes on in one model: no change is lost on the way, which a second opinion would only hide', async () => {
  const { highs } = await enter()
  const opened = vi.spyOn(highs, 'createModel')
  const session = new HighsSession(relaxationOf(sessionsAndUnmet(4)))
  const draw = seeded(9)
  const need = session.lp.rows - 1
  for (let step = 0; step < 10; step++) {
    session.setCosts(session.lp.cost.map(() => draw.whole(1, 99)))
    session.setColumnBounds(draw.whole(0, 2), 0, draw.whole(1, 5))
    session.setRowBounds(need, draw.whole(10, 90), Infinity)
    session.addRows([{ indices: [0, 1], values: [1, 1], lower: -Infinity, upper: draw.whole(2, 9) }])
    expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal' })
  }
  session.setWhole(0, true)
  session.setWhole(1, true)
  expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal' })
  session.close()
  expect(opened).toHaveBeenCalledTimes(1)
  opened.mockRestore()
})

test.each([1, 2, 3, 4, 5, 6])(
  'it goes on from where any earlier solve ended, whatever was changed: seed %i',
  async (seed) => {
    const draw = seeded(seed)
    const session = new HighsSession(relaxationOf(anything(seed * 11)))
    const kept: Basis[] = []
    try {
      expect(session.basis()).toBeNull()
      for (let step = 0; step < 25; step++) {
        for (let n = draw.whole(1, 3); n > 0; n--) change(session, draw)
        for (let j = 0; j < session.lp.columns; j++) session.setWhole(j, false)
        const from = kept[draw.whole(0, 9)]
        if (from !== undefined) session.warmStart(from)
        const answer = await session.solve(PLAIN)
        expect(told(answer), `step ${step}`).toBe(told(await engine.solve(session.lp, PLAIN)))
        const basis = session.basis()
        expect(basis === null).toBe(answer.status !== 'optimal')
        if (basis !== null) kept.push(basis)
      }
    } finally {
      session.close()
    }
  },
)

test('the tableau has each asked column once and no other that stands between its bounds', async () => {
  let rows = 0
  for (let seed = 1; seed <= 150; seed++) {
    const lp = relaxationOf(anything(seed * 13))
    const session = new HighsSession(lp)
    try {
      expect(session.tableau([0])).toEqual([])
      const answer = await session.solve(PLAIN)
      if (!('point' in answer)) continue
      const isBetween = (j: number) => {
        const [x, low, high] = [answer.point[j] ?? 0, lp.lower[j] ?? 0, lp.upper[j] ?? 0]
        // A column without any bound may rest at 0, out of the basis.
        return x > low + 1e-6 && x < high - 1e-6 && (Number.isFinite(low) || Number.isFinite(high))
      }
      const between = [...lp.cost.keys()].filter(isBetween)
      const coefficients = session.tableau(between).map((sum) => sumOf(lp, sum))
      expect(coefficients, `seed ${seed}`).toHaveLength(between.length)
      const others = coefficients.map((of) => between.map((j) => Math.abs(of[j] ?? 0)))
      for (const of of others) expect(of.filter((value) => value > 1e-6)).toEqual([expect.closeTo(1, 6)])
      expect(new Set(others.map((of) => of.findIndex((value) => value > 0.5))).size).toBe(between.length)
      rows += between.length
    } finally {
      session.close()
    }
  }
  expect(rows).toBeGreaterThan(40)
})

function sumOf(lp: Lp, { rows, weights }: RowSum): Float64Array {
  const sum = new Float64Array(lp.columns)
  for (const [k, r] of rows.entries()) {
    for (let e = lp.starts[r] ?? 0; e < (lp.starts[r + 1] ?? 0); e++) {
      const j = lp.indices[e] ?? 0
      sum[j] = (sum[j] ?? 0) + (weights[k] ?? 0) * (lp.values[e] ?? 0)
    }
  }
  return sum
}

test('a linear solve may end after so many steps, and goes on from there', async () => {
  const session = new HighsSession(relaxationOf(sessionsAndUnmet(40)))
  expect(await session.solve({ ...PLAIN, steps: 2 })).toEqual({ status: 'out-of-time' })
  expect(session.basis()).toBeNull()
  expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal' })
  session.close()
})

test.each([
  [2, true],
  [10_000, false],
])('a linear solve restarts with interior point after %i steps of the simplex: %s', async (restartAfter, restarts) => {
  const models = vi.spyOn((await enter()).highs, 'createModel')
  const session = new HighsSession(relaxationOf(sessionsAndUnmet(40)))
  const answer = await session.solve({ ...PLAIN, restartAfter })
  const { info } = models.mock.results[0]?.value ?? {}
  expect(Number(info.get('ipm_iteration_count')) > 0).toBe(restarts)
  session.close()
  models.mockRestore()
  expect(answer.status).toBe('optimal')
  expect(told(answer)).toBe(told(await engine.solve(relaxationOf(sessionsAndUnmet(40)), PLAIN)))
})

test('a linear solve may end beyond its cutoff, and never below it', async () => {
  const session = new HighsSession(needsOfSeveral())
  const before = await session.solve(PLAIN)
  if (!('objective' in before)) throw new Error('it has an optimum')
  for (let r = 0; r < session.lp.rows; r++) session.setRowBounds(r, 20 + (r % 11), Infinity)
  expect(await session.solve({ ...PLAIN, cutoff: 1.01 * before.objective })).toEqual({ status: 'beyond' })
  const after = await session.solve(PLAIN)
  if (!('objective' in after)) throw new Error('it has an optimum')
  expect(after.objective).toBeGreaterThan(1.01 * before.objective)
  session.warmStart({ columns: new Int32Array(session.lp.columns), rows: new Int32Array(session.lp.rows).fill(1) })
  expect(await session.solve({ ...PLAIN, cutoff: 1.01 * after.objective })).toMatchObject({ status: 'optimal' })
  session.close()
})

test('the programme that it was opened with stays as it was', async () => {
  const lp = sessionsAndUnmet(3)
  const before = structuredClone(lp)
  const session = new HighsSession(lp)
  session.setCosts(new Float64Array(lp.columns))
  session.setColumnBounds(0, 1, 1)
  session.setRowBounds(0, 0, 1)
  session.setWhole(0, false)
  session.addRows([{ indices: [0], values: [1], lower: 0, upper: 1 }])
  await session.solve(PLAIN)
  session.close()
  expect(lp).toEqual(before)
})

test('it goes on in a fresh instance after the one it began in was dropped, and after it was closed', async () => {
  const session = new HighsSession(sessionsAndUnmet(1))
  const first = told(await session.solve(PLAIN))
  dropHighs()
  expect(told(await session.solve(PLAIN))).toBe(first)
  session.close()
  session.close()
  expect(told(await session.solve(PLAIN))).toBe(first)
  session.close()
})

test('it goes on after a solve that was stopped', async () => {
  const session = new HighsSession(marketSplit(40, 5, true))
  const { status } = await session.solve({ ...PLAIN, seconds: 0.3 })
  expect(['feasible', 'out-of-time']).toContain(status)
  for (let j = 0; j < 40; j++) session.setColumnBounds(j, 0, 0)
  expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal' })
  session.close()
})

test('bounds that cross are infeasible, and uncrossed again they are not', async () => {
  const session = new HighsSession(programme({ columns: [{ cost: 1, upper: 5 }], rows: [{ of: [1], atLeast: 2 }] }))
  session.setColumnBounds(0, 3, 1)
  expect(await session.solve(PLAIN)).toEqual({ status: 'infeasible' })
  session.setColumnBounds(0, 1, 3)
  expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal', objective: 2 })
  session.close()
})

test('a column or row that is not there is a defect', () => {
  const session = new HighsSession(sessionsAndUnmet(1))
  for (const index of [-1, 0.5, 99, Number.NaN]) {
    expect(() => session.setColumnBounds(index, 0, 1)).toThrow(Defect)
    expect(() => session.setRowBounds(index, 0, 1)).toThrow(Defect)
    expect(() => session.setWhole(index, true)).toThrow(Defect)
  }
})

test('a linear programme goes on from its last basis, or from one that was kept, in a fraction of the steps', async () => {
  const { highs } = await enter()
  const opened = vi.spyOn(highs, 'createModel')
  const session = new HighsSession(needsOfSeveral())
  const steps = async () => {
    expect(await session.solve(PLAIN)).toMatchObject({ status: 'optimal' })
    return Number(opened.mock.results[0]?.value.info.get('simplex_iteration_count'))
  }
  const cold = await steps()
  const kept = session.basis()
  for (let j = 0; j < 5; j++) {
    session.setColumnBounds(j, 0, 3)
    expect(await steps()).toBeLessThan(cold / 4)
  }
  for (let r = 0; r < 100; r++) session.setRowBounds(r, 30, Infinity)
  expect(await steps()).toBeGreaterThan(cold / 4)
  for (let r = 0; r < 100; r++) session.setRowBounds(r, 5 + (r % 11), Infinity)
  if (kept === null) throw new Error('it ended at an optimum')
  session.warmStart(kept)
  expect(await steps()).toBeLessThan(cold / 4)
  session.close()
  opened.mockRestore()
})

test('three hundred solves leave no memory behind', async () => {
  for (let seed = 0; seed < 20; seed++) await engine.solve(sessionsAndUnmet(seed), PLAIN)
  const before = highsMemory()
  for (let seed = 0; seed < 300; seed++) await engine.solve(anything(seed), PLAIN)
  expect(before).toBeGreaterThan(0)
  expect(highsMemory()).toBeLessThanOrEqual(before + 1024 * 1024)
})
