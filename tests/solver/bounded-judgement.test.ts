/** How far a rota is from the best possible: bounds that no rota beats, and none where time ran out. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedJudgement } from '../../solver/bounded-judgement.ts'
import { judge, levelValues } from '../../solver/check/judge.ts'
import { draftOf } from '../../solver/model/build.ts'
import { RULES } from '../../solver/rules/index.ts'
import { LEVELS } from '../../src/breach.ts'
import type { Problem } from '../../src/problem.ts'
import type { JudgedLevel } from '../../src/report.ts'
import type { Rota } from '../../src/rota.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { handMade } from '../hand-made.ts'
import { smallDocument } from '../small-document.ts'
import { exactly, problemOf, rotaOf, solveProblem } from '../solved-week.ts'

const CASES = Number(process.env.ROTA_CASES ?? 12)
const SEED = Number(process.env.ROTA_SEED ?? 20261130)
const SIZE = { people: 3, days: 2, weeks: 1, sites: 2, needs: 3 }
const EVEN = 1e-4

async function bounded(problem: Problem, rota: Rota, seconds = 60): Promise<readonly JudgedLevel[]> {
  const { levels } = await boundedJudgement(problem, rota, { claim: null, causes: false, seconds, clock: () => 0 })
  return levels
}

describe('the bound of a level', () => {
  it(
    'is beaten by no rota that is as good on the levels before: not by the best of all',
    async () => {
      let telling = 0
      const drawn = fc.record({ document: documents(SIZE), seed: fc.nat() })
      const property = fc.asyncProperty(drawn, async ({ document, seed }) => {
        const problem = problemOf(exactly(document))
        const best = await solveProblem(problem)
        fc.pre(best.kind === 'rota')
        if (best.kind !== 'rota') return
        const keeps = RULES.filter(({ id }) => ['one-place', 'clinic-time', 'patients-first'].includes(id))
        const typed = randomRota({ problem, draft: draftOf(problem, RULES), keeps, forbidden: false }, seed)
        const values = levelValues(judge(best.rota, problem))
        for (const { level, value, bound = 0, gap = 0 } of await bounded(problem, typed)) {
          expect(bound).toBeLessThanOrEqual(value)
          expect(gap).toBeGreaterThanOrEqual(0)
          const least = values.get(level) ?? 0
          if (level === 'never') continue
          if (value > least + EVEN) telling += 1
          // The best rota is as good on everything before: up to here it is the same, or better for the first time.
          expect(least, level).toBeGreaterThanOrEqual(Math.min(value, bound) - EVEN * Math.max(1, value))
          if (Math.abs(value - least) > EVEN) break
        }
      })
      await fc.assert(property, { numRuns: CASES, seed: SEED })
      expect(telling).toBeGreaterThan(CASES / 4)
    },
    60_000 + 4_000 * CASES,
  )

  it('is the value itself where the rota is the best there is', async () => {
    const problem = problemOf(exactly(smallDocument({ demand: smallDocument().demand.slice(0, 4), backlog: [] })))
    const { rota } = await rotaOf(problem)
    const [first] = await bounded(problem, rota)
    expect(first).toMatchObject({ level: 'safety', gap: 0 })
    expect(first?.bound).toBe(first?.value)
  })

  it('shows a poor rota to be far from the best', async () => {
    const problem = problemOf(smallDocument())
    const levels = await bounded(problem, handMade(problem, ['g1 mon-am alder duty']))
    expect(levels.find(({ level }) => level === 'safety')?.gap).toBeGreaterThan(0.5)
  })
})

describe('time that runs out', () => {
  it('leaves levels without a bound unless they are 0, which nothing is below', async () => {
    const problem = problemOf(smallDocument())
    const levels = await bounded(problem, handMade(problem, ['g1 mon-am alder duty']), 0)
    expect(levels.map(({ level }) => level)).toEqual(LEVELS.filter((level) => level !== 'never'))
    for (const { value, bound, gap } of levels)
      expect([bound, gap]).toEqual(value === 0 ? [0, 0] : [undefined, undefined])
  })
})
