import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import { usesInteriorPoint } from '../../solver/search/interior-point.ts'
import { Frozen } from '../../solver/search/lexicographic.ts'
import { Relaxation } from '../../solver/search/relaxation.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { smallDocument } from '../small-document.ts'
import { HIGHS, problemOf } from '../solved-week.ts'
import { watched } from '../watched-engine.ts'

const LIMITS = { seconds: 20, relativeGap: 0, absoluteGap: 0, seed: 1 }

function programmeOf(problem: Problem) {
  const rules = RULES.filter((rule) => isInForce(rule, problem))
  const draft = draftOf(problem, rules)
  return { problem, draft, model: elasticModel(draft, rules, problem) }
}

/** The programme with columns that stand in no row and cost nothing. */
function withMore(lp: Lp, more: number): Lp {
  const longer = (values: Float64Array) => Float64Array.from([...values, ...new Float64Array(more)])
  return {
    ...lp,
    columns: lp.columns + more,
    cost: longer(lp.cost),
    lower: longer(lp.lower),
    upper: longer(lp.upper),
    whole: Uint8Array.from([...lp.whole, ...new Uint8Array(more)]),
  }
}

const small = programmeOf(problemOf(smallDocument()))

/** Each level solved by itself, those before it frozen at their best and a little more. */
async function oneByOne({ model, problem }: typeof small, more: number): Promise<{ caps: number[]; bounds: number[] }> {
  const frozen = new Frozen(model.lp)
  const [caps, bounds]: [number[], number[]] = [[], []]
  for (const costs of model.levels) {
    const answer = await HIGHS.solve(relaxationOf(frozen.withCosts(costs)), LIMITS)
    if (answer.status !== 'optimal') throw new Error(answer.status)
    bounds.push(answer.bound)
    const most = answer.bound + more * floorOf(costs.level, problem)
    caps.push(most)
    frozen.freeze(costs, most)
  }
  return { caps, bounds }
}

function network(name: string): RotaDocument {
  const text = readFileSync(new URL(`../../fixtures/search/${name}.json`, import.meta.url), 'utf8')
  return JSON.parse(text) as RotaDocument
}

describe('the relaxation held open', () => {
  it.each([0, 0.01])('says of each level what a solve from scratch says, caps %d floors above', async (more) => {
    const { caps, bounds } = await oneByOne(small, more)
    const relaxation = new Relaxation(small.model, HIGHS)
    try {
      // Last levels first, too: what was held for one must not stay for another.
      for (const rank of [...caps.keys(), ...[...caps.keys()].reverse()]) {
        const looked = await relaxation.solve(rank, caps, LIMITS)
        expect(looked.status).toBe('optimal')
        const bound = bounds[rank] ?? 0
        const scale = 1e-4 * Math.max(1, bound)
        if ('bound' in looked) expect(Math.abs(looked.bound - bound)).toBeLessThan(scale)
      }
    } finally {
      relaxation.close()
    }
  })
})

describe('what earlier looks prove', () => {
  it('is never above what a new solve finds, and equal where nothing has changed', async () => {
    const { caps, bounds } = await oneByOne(small, 0)
    const relaxation = new Relaxation(small.model, HIGHS)
    try {
      for (const rank of caps.keys()) await relaxation.solve(rank, caps, LIMITS)
      for (const more of [0, 0.001, 0.1, 2]) {
        const looser = caps.map(
          (most, rank) => most + more * floorOf(small.model.levels[rank]?.level ?? 'never', small.problem),
        )
        for (const rank of looser.keys()) {
          const dualBound = relaxation.dualBound(rank, looser)
          const fresh = new Relaxation(small.model, HIGHS)
          const looked = await fresh.solve(rank, looser, LIMITS)
          fresh.close()
          if (!('bound' in looked)) throw new Error(looked.status)
          expect(dualBound).toBeLessThanOrEqual(looked.bound + 1e-6 * Math.max(1, looked.bound))
          if (more === 0) expect(dualBound).toBeCloseTo(bounds[rank] ?? 0, 3)
        }
      }
    } finally {
      relaxation.close()
    }
  })
})

describe('cuts', () => {
  it('are kept by a rota made without them, and bring the bounds nearer to it', async () => {
    const { problem, draft, model } = programmeOf(problemOf(network('five-practices')))
    const gaps = model.levels.map(({ level }) => 0.01 * floorOf(level, problem))
    const caps: number[] = []
    const [plain, tight] = [new Relaxation(model, HIGHS), new Relaxation(model, HIGHS)]
    try {
      const raised: number[] = []
      for (const [rank, gap] of gaps.entries()) {
        const looks = [
          await plain.solve(rank, caps, LIMITS),
          await tight.solve(rank, caps, { ...LIMITS, leastGain: () => gap }),
        ]
        const [before = 0, after = 0] = looks.map((looked) => ('bound' in looked ? looked.bound : Number.NaN))
        raised.push((after - before) / gap)
        // No lower than rotas can be: tight rows would show it.
        caps.push(after + Math.max(gap, 0.006 * after))
      }
      expect(Math.min(...raised)).toBeGreaterThan(-1e-3)
      expect(Math.max(...raised)).toBeGreaterThan(1)
      const { lp } = tight.withCuts()
      expect(lp.rows).toBeGreaterThan(model.lp.rows)
      const placed = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 40 })
      expect(placed && holds(residuals(lp, placed))).toBe(true)
    } finally {
      plain.close()
      tight.close()
    }
  })
})

describe('cuts for a level that is solved already', () => {
  it('continues from where the first solve ended, and reaches as high a bound as one that starts with them', async () => {
    const { model, problem } = programmeOf(problemOf(network('five-practices')))
    const { engine, steps } = counted()
    const [later, fresh] = [new Relaxation(model, engine), new Relaxation(model, HIGHS)]
    const gaps = model.levels.map(({ level }) => 0.01 * floorOf(level, problem))
    const caps: number[] = []
    const raised: number[] = []
    try {
      for (const [rank, gap] of gaps.entries()) {
        const plain = await later.solve(rank, caps, LIMITS)
        await later.solve((rank + 1) % gaps.length, caps, LIMITS)
        steps.length = 0
        const worth = () => 4 * gap
        const tight = await later.solve(rank, caps, { ...LIMITS, leastGain: worth })
        const direct = await fresh.solve(rank, caps, { ...LIMITS, leastGain: worth })
        if (!('bound' in plain && 'bound' in tight && 'bound' in direct)) throw new Error('all of them end')
        // No look wanders for long: after more than a step for each column it restarts.
        const restartAfter = 1.5 * model.lp.columns
        expect(steps[0]).toEqual({
          ...{ from: true, interior: false, restartAfter: Math.ceil(restartAfter) },
          objective: expect.closeTo(plain.bound, 3),
        })
        // Other corners of the same relaxation have other rows cut off.
        expect(tight.bound - plain.bound).toBeGreaterThan(0.5 * (direct.bound - plain.bound) - 1e-3)
        raised.push((tight.bound - plain.bound) / gap)
        caps.push(tight.bound + Math.max(gap, 0.006 * tight.bound))
      }
      expect(Math.max(...raised)).toBeGreaterThan(1)
    } finally {
      later.close()
      fresh.close()
    }
  })
})

/** HiGHS, and of each solve how it was asked for and what it came to. */
function counted() {
  const steps: { from: boolean; interior: boolean; restartAfter: number | undefined; objective: number }[] = []
  const engine = watched((session) => {
    const [warmStart, solve] = [session.warmStart.bind(session), session.solve.bind(session)]
    let from = false
    session.warmStart = (basis) => {
      from = true
      warmStart(basis)
    }
    session.solve = async (limits) => {
      const answer = await solve(limits)
      steps.push({
        from,
        interior: limits.interior === true,
        restartAfter: limits.restartAfter,
        objective: 'objective' in answer ? answer.objective : NaN,
      })
      from = false
      return answer
    }
  })
  return { engine, steps }
}

describe('looks at a large network', () => {
  const sized = (columns: number) => ({ ...small.model.lp, columns })

  it('start from scratch at the first level and at routine need, where the last basis is of no use', () => {
    const levels = ['safety', 'urgent', 'service', 'wellbeing', 'cost'] as const
    const fresh = (columns: number) =>
      levels.filter((level, rank) => usesInteriorPoint(sized(columns), level, rank === 0))
    expect(fresh(20_000)).toEqual(['safety', 'service'])
    expect(fresh(80_000)).toEqual(['safety', 'service', 'wellbeing', 'cost'])
    expect(fresh(6_000)).toEqual([])
  })

  it('are asked for so, and cuts are added where they ended', async () => {
    const asked: boolean[] = []
    const large = { ...small.model, lp: withMore(small.model.lp, 10_000) }
    const noting: Engine = {
      name: 'noting',
      version: '0',
      solve: (lp, limits) => {
        asked.push(limits.interior === true)
        return HIGHS.solve(lp, limits)
      },
    }
    const relaxation = new Relaxation(large, noting)
    const looks = large.levels.map(({ level }) => level)
    for (const rank of looks.keys())
      await relaxation.solve(rank, [], { ...LIMITS, leastGain: () => Number.POSITIVE_INFINITY })
    relaxation.close()
    expect(asked.filter((interior) => interior)).toHaveLength(looks.includes('service') ? 2 : 1)
    expect(asked[0]).toBe(true)
  })
})
