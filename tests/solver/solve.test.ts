import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, levelValues } from '../../solver/check/judge.ts'
import type { Answer, Engine, Limits } from '../../solver/engines/engine.ts'
import { hasWhole, type Lp } from '../../solver/lp/lp.ts'
import { makeReport } from '../../solver/report/report.ts'
import type { SolveProgress } from '../../solver/search/watch.ts'
import { LEVELS } from '../../src/breach.ts'
import { Defect } from '../../src/errors.ts'
import { withPolicies } from '../arbitraries/policies.ts'
import { documents } from '../arbitraries.ts'
import { practicesTogether } from '../search/practices-together.ts'
import { busyLastAfternoon, LAST, shortWeek } from '../short-week.ts'
import { exactly, HIGHS, problemOf, rotaOf, solveProblem } from '../solved-week.ts'

const week = problemOf(exactly(shortWeek()))
const toTheEnd = rotaOf(week)

/** HiGHS, but for the answers that a test puts in its place. */
function scripted(answer: (lp: Lp, limits: Limits, call: number) => Answer | undefined): Engine {
  let call = 0
  return {
    name: 'scripted',
    version: '1',
    async solve(lp, limits) {
      call += 1
      return answer(lp, limits, call) ?? HIGHS.solve(lp, limits)
    },
  }
}

describe('a week that is solved to the end', () => {
  it('is optimal, with no gap at any level', async () => {
    const { status, levels } = await toTheEnd
    expect(status).toBe('optimal')
    expect(Math.max(...levels.map((l) => l.gap))).toBeLessThan(1e-6)
    expect(levels.filter((l) => l.bound > l.value)).toEqual([])
  })

  it('has its levels in the order in which they are decided', async () => {
    const { levels } = await toTheEnd
    const ranks = levels.map((l) => LEVELS.indexOf(l.level))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(levels.map((l) => l.level)).toEqual(
      expect.arrayContaining(['safety', 'urgent', 'service', 'wellbeing', 'cost']),
    )
  })

  it('breaks no rule that never bends', async () => {
    const { rota } = await toTheEnd
    expect(judge(rota, week).filter((v) => v.level === 'never' && v.breaches.length > 0)).toEqual([])
  })

  it('tells the values that its own rules find in the rota', async () => {
    const { rota, levels, audit } = await toTheEnd
    const found = levelValues(judge(rota, week))
    for (const { level, value } of levels) expect(value).toBeCloseTo(found.get(level) ?? Number.NaN, 6)
    expect(audit.agrees).toBe(true)
  })

  it('is the same rota, byte for byte, when it is solved again', async () => {
    const again = await rotaOf(problemOf(exactly(shortWeek())))
    const notes = { documentHash: 'sha256:0', rulesVersion: '1', findings: [] }
    const [first, second] = [await toTheEnd, again].map((outcome) => JSON.stringify(makeReport(week, outcome, notes)))
    expect(second).toBe(first)
    expect(JSON.stringify(again.rota)).toBe(JSON.stringify((await toTheEnd).rota))
  })
})

describe('levels', () => {
  it('never buy a lower one with a higher one, however heavy the lower', async () => {
    const heavy = { 'seen-in-time': { weight: 1000 }, 'waiting-list': { weight: 1000 }, cost: { weight: 1000 } }
    const { levels } = await rotaOf(problemOf(exactly(shortWeek({ rules: heavy }))))
    const plain = (await toTheEnd).levels
    for (const level of ['safety', 'urgent'])
      expect(levels.find((l) => l.level === level)?.value).toBeCloseTo(
        plain.find((l) => l.level === level)?.value ?? Number.NaN,
        4,
      )
  })

  it('are decided to the gap that was asked for', async () => {
    const { status, levels } = await rotaOf(problemOf(shortWeek({ solve: { seconds: 60, gap: 0.2 } })))
    expect(['optimal', 'within-gap']).toContain(status)
    expect(Math.max(...levels.map((l) => l.gap))).toBeLessThanOrEqual(0.2)
  })

  it('hold a rule where the network has moved it, and nothing of one that is switched off', async () => {
    const rules = { 'few-sites': false as const, cost: { level: 'wish' } }
    const { levels, audit } = await rotaOf(problemOf(shortWeek({ rules })))
    expect(audit.rules.map((r) => r.rule)).not.toContain('few-sites')
    expect(levels.map((l) => l.level)).not.toContain('cost')
    expect(levels.find((l) => l.level === 'wish')?.value).toBeGreaterThan(0)
  })
})

describe('whatever the document', () => {
  const CASES = Number(process.env.SOLVE_CASES ?? 12)
  const SEED = Number(process.env.ROTA_SEED ?? 20261130)
  const SIZE = { people: 4, days: 3, weeks: 2, sites: 3, needs: 4 }
  const drawn = fc.record({ document: withPolicies(documents(SIZE)), gap: fc.constantFrom(0, 0.01, 0.2) })

  it(
    'the two accounts of its rota agree, and no rule that never bends is broken',
    async () => {
      const ends = new Map<string, number>()
      const property = fc.asyncProperty(drawn, async ({ document, gap }) => {
        const problem = problemOf({ ...document, solve: { seconds: 60, gap, seed: 1 } })
        const outcome = await solveProblem(problem)
        ends.set(outcome.kind, (ends.get(outcome.kind) ?? 0) + 1)
        if (outcome.kind === 'impossible') return
        if (outcome.kind === 'no-rota') throw new Error('no rota, though no time has passed')
        expect(
          outcome.audit.rules.filter(({ model, rota }) => Math.abs(model - rota) > 1e-3 * Math.max(1, rota)),
        ).toEqual([])
        expect(outcome.audit.agrees).toBe(true)
        expect(judge(outcome.rota, problem).filter((v) => v.level === 'never' && v.breaches.length > 0)).toEqual([])
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      if (CASES >= 100) console.log(`solve: ${JSON.stringify(Object.fromEntries(ends))}, all agreed (seed ${SEED})`)
    },
    60_000 + 5_000 * CASES,
  )
})

describe('a solve that is cut short', () => {
  it('still has the first rota when its time runs out, and says so', async () => {
    const engine = scripted((lp, limits, call) =>
      hasWhole(lp) && call > 1 && limits.start ? { status: 'out-of-time' } : undefined,
    )
    const outcome = await rotaOf(week, { engine })
    expect(outcome.status).toBe('out-of-time')
    expect(outcome.rota.assignments.length).toBeGreaterThan(10)
    expect(outcome.audit.agrees).toBe(true)
    expect(Math.max(...outcome.levels.map((l) => l.gap))).toBeGreaterThan(0.01)
  })

  it('has no rota where there is not even a first one', async () => {
    const engine = scripted(() => ({ status: 'out-of-time' }))
    expect((await solveProblem(week, { engine })).kind).toBe('no-rota')
  })

  it('gives the best rota so far when told to stop', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const onProgress = ({ stage }: SolveProgress) => {
      if (stage === 'a first rota') Atomics.store(stop, 0, 1)
    }
    const outcome = await rotaOf(week, { watch: { stop, onProgress } })
    expect(outcome.status).toBe('stopped')
    expect(outcome.audit.agrees).toBe(true)
    expect(judge(outcome.rota, week).filter((v) => v.level === 'never' && v.breaches.length > 0)).toEqual([])
  })
})

describe('a solve that is stopped with its first rota', () => {
  it('does not forget what has been proven of each level on the way there', async () => {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const onProgress = ({ stage, best }: SolveProgress) => {
      if (stage === 'a first rota' && best !== null) Atomics.store(stop, 0, 1)
    }
    const network = problemOf(practicesTogether(1))
    const [stopped, whole] = [await rotaOf(network, { watch: { stop, onProgress } }), await rotaOf(network)]
    expect(stop[0]).toBe(1)
    for (const { level, bound } of whole.levels.filter((one) => one.bound > 1)) {
      const kept = stopped.levels.find((one) => one.level === level)?.bound ?? 0
      expect(kept, level).toBeGreaterThan(0.9 * bound)
    }
  })
})

describe('a week that cannot be', () => {
  const monday = { person: 'g1', date: '2026-11-30', part: 'am', work: 'clinic' }

  it('is impossible where a pin stands against leave', async () => {
    const pins = [{ person: 'g1', ...LAST, site: 'alder', work: 'clinic' }]
    expect((await solveProblem(problemOf({ ...busyLastAfternoon(), pins }))).kind).toBe('impossible')
  })

  it('is impossible where two pins want one person in two places', async () => {
    const pins = [
      { ...monday, person: 'g3', site: 'alder' },
      { ...monday, person: 'g3', site: 'birch' },
    ]
    expect((await solveProblem(problemOf(shortWeek({ pins })))).kind).toBe('impossible')
  })

  it('is possible, and short, where there are far too few people', async () => {
    const { people } = shortWeek()
    const { levels, audit } = await rotaOf(problemOf(shortWeek({ people: people.slice(0, 1) })))
    expect(levels.find((l) => l.level === 'safety')?.value).toBeGreaterThan(0)
    expect(levels.find((l) => l.level === 'urgent')?.value).toBeGreaterThan(0)
    expect(audit.agrees).toBe(true)
  })
})

describe('an engine that lies', () => {
  /** A solve whose engine hands over `changed` points of whole programmes as proven best. */
  function lied(changed: (point: Float64Array, lp: Lp) => Float64Array): Promise<unknown> {
    const engine: Engine = {
      ...HIGHS,
      async solve(lp, limits) {
        const answer = await HIGHS.solve(lp, limits)
        if (!('point' in answer) || !hasWhole(lp)) return answer
        return { ...answer, point: changed(answer.point.slice(), lp), objective: 0, bound: 0 }
      },
    }
    return solveProblem(week, { engine })
  }

  it.each<[string, (point: Float64Array, lp: Lp) => Float64Array]>([
    ['a point of zeros, which costs nothing and satisfies no row', (point) => point.fill(0)],
    ['everybody everywhere', (point, lp) => point.map((_, j) => lp.upper[j] ?? 1)],
    ['half people', (point, lp) => point.map((x, j) => (lp.whole[j] === 1 ? x / 2 : x))],
    [
      'one contact more than there is',
      (point, lp) => point.map((x, j) => (j === lastFraction(lp) ? (lp.upper[j] ?? 0) + 1 : x)),
    ],
    ['a value that is no number', (point) => point.fill(Number.NaN, 0, 1)],
    ['a value too few', (point) => point.slice(1)],
  ])('is caught with %s', async (_, changed) => {
    await expect(lied(changed)).rejects.toThrow(Defect)
  })
})

function lastFraction(lp: Lp): number {
  return lp.whole.lastIndexOf(0)
}
