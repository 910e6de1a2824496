/** What is proven for a rota from relaxations that are solved already: never more than some other rota of the week shows to be wrong. */
import { describe, expect, it } from 'vitest'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { provenOf } from '../../solver/search/proven.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { allLevels } from '../../solver/search/start/all-levels.ts'
import { heldAt, levelValue } from '../../solver/search/tolerances.ts'
import { columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'

/** Two doctors, each at one of two practices or at home; a practice without one is short, and travel and work cost. */
const MODEL: Model = {
  lp: programme({
    columns: [...Array(4).fill({ upper: 1, whole: true }), { upper: 1 }, { upper: 1 }, { upper: 4 }],
    rows: [
      { of: { 0: 1, 1: 1 }, atMost: 1 },
      { of: { 2: 1, 3: 1 }, atMost: 1 },
      { of: { 0: 1, 2: 1, 4: 1 }, atLeast: 1 },
      { of: { 1: 1, 3: 1, 5: 1 }, atLeast: 1 },
      { of: { 0: -1, 1: -3, 2: -2, 3: -1, 6: 1 }, atLeast: 0 },
    ],
  }),
  columnOf: Int32Array.from({ length: 7 }, (_, j) => j),
  levels: [
    { level: 'safety', columns: columnsOf(4, 5), costs: [1, 1] },
    { level: 'wellbeing', columns: columnsOf(0, 1, 2), costs: [1, 2, 2] },
    { level: 'cost', columns: columnsOf(6), costs: [1] },
  ],
  accounts: [],
  ruleOfRow: ['', '', '', '', ''],
  slackOfRow: Int32Array.of(-1, -1, -1, -1, -1),
}
const ASKED = { gap: 0.01, floors: new Map(MODEL.levels.map(({ level }) => [level, 1])) }
const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

/** Every rota that there is, its slacks as small as they may be. */
const ROTAS = Array.from({ length: 16 }, (_, code) => [0, 1, 2, 3].map((k) => (code >> k) & 1)).flatMap(
  ([a = 0, b = 0, c = 0, d = 0]) =>
    a + b > 1 || c + d > 1
      ? []
      : [Float64Array.of(a, b, c, d, Math.max(0, 1 - a - c), Math.max(0, 1 - b - d), a + 3 * b + 2 * c + d)],
)

type Bounds = ReturnType<typeof provenOf>

/** Levels of which a rota that keeps those before, as this one has them, shows the bound to be wrong. */
function refuted(point: Float64Array, bounds: Bounds): string[] {
  const caps = MODEL.levels.map((costs, rank) =>
    heldAt(ASKED, costs.level, levelValue(costs, point), bounds[rank]?.bound ?? 0),
  )
  const keeps = (rota: Float64Array, rank: number) =>
    MODEL.levels.slice(0, rank).every((costs, before) => levelValue(costs, rota) <= (caps[before] ?? 0) + 1e-9)
  return bounds
    .filter(({ bound }, rank) => {
      const costs = MODEL.levels[rank]
      return costs !== undefined && ROTAS.some((rota) => keeps(rota, rank) && levelValue(costs, rota) < bound - 1e-6)
    })
    .map(({ level }) => level)
}

async function solvedLevels(relaxation: Relaxation): Promise<void> {
  expect(await relaxation.together(allLevels(MODEL, ASKED), LIMITS)).toBe(true)
  const caps: number[] = []
  for (const rank of MODEL.levels.keys()) {
    const answer = await relaxation.solve(rank, caps, LIMITS)
    if (!('bound' in answer)) throw new Error('a relaxation of three levels is solved')
    caps.push(answer.bound)
  }
}

describe('what is proven for a rota', async () => {
  const relaxation = new Relaxation(MODEL, HIGHS)
  const before = ROTAS.map((point) => provenOf(MODEL, { asked: ASKED, relaxation, point }))
  await solvedLevels(relaxation)
  const after = ROTAS.map((point) => provenOf(MODEL, { asked: ASKED, relaxation, point }))

  it('is nothing before a relaxation is solved, and no more than its own values after', () => {
    expect(before.flat().every(({ bound }) => bound === 0)).toBe(true)
    for (const [k, bounds] of after.entries())
      for (const [rank, costs] of MODEL.levels.entries())
        expect(bounds[rank]?.bound ?? 0).toBeLessThanOrEqual(levelValue(costs, ROTAS[k] ?? new Float64Array(7)) + 1e-9)
  })

  it('is refuted by no rota, and is all there is to prove where the levels before are at their best', () => {
    for (const [k, bounds] of after.entries()) expect(refuted(ROTAS[k] ?? new Float64Array(7), bounds)).toEqual([])
    const best = ROTAS.findIndex(
      (rota) => levelValue(MODEL.levels[0] ?? { level: 'safety', columns: [], costs: [] }, rota) === 0,
    )
    expect(best).toBeGreaterThanOrEqual(0)
    const own = after[best] ?? []
    expect(own[1]?.bound).toBeGreaterThan(0.9)
  })

  it('would be refuted if a bound were raised above what is so', () => {
    const planted = { dualBound: (rank: number, caps: readonly number[]) => relaxation.dualBound(rank, caps) + 0.5 }
    const caught = ROTAS.map((point) => refuted(point, provenOf(MODEL, { asked: ASKED, relaxation: planted, point })))
    expect(new Set(caught.flat())).toEqual(new Set(['safety', 'wellbeing', 'cost']))
  })

  it('is computed without a change to the programme that is held open', async () => {
    const lower = relaxation.session.lp.lower.slice()
    const { rows } = relaxation.session.lp
    for (const point of ROTAS) provenOf(MODEL, { asked: ASKED, relaxation, point })
    expect(relaxation.session.lp.rows).toBe(rows)
    expect(relaxation.session.lp.lower).toEqual(lower)
    relaxation.close()
  })
})
