/** A rota read back from its report gives the same report: the same figures, findings and causes. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgementOf } from '../../solver/judge-given.ts'
import { draftOf } from '../../solver/model/build.ts'
import { reportOf } from '../../solver/plan.ts'
import type { Outcome } from '../../solver/report/outcome.ts'
import { RULES } from '../../solver/rules/index.ts'
import { readRota } from '../../src/intake/rota-reading.ts'
import type { Problem } from '../../src/problem.ts'
import type { Rota } from '../../src/rota.ts'
import { randomRota } from '../arbitraries/random-rota.ts'
import { documents } from '../arbitraries.ts'
import { shortWeek } from '../short-week.ts'
import { problemOf, rotaOf } from '../solved-week.ts'

const SEED = 20261130
const CASES = Number(process.env.ROTA_CASES ?? 60)
const SIZE = { people: 4, days: 3, weeks: 2, sites: 3, needs: 4 }

function answered(rota: Rota): Outcome {
  return {
    kind: 'rota',
    status: 'optimal',
    rota,
    levels: [],
    audit: { agrees: true, rules: [] },
    size: { columns: 0, wholeColumns: 0, rows: 0 },
    engine: { name: 'scripted', version: '1', why: 'a test' },
    seconds: 0,
  }
}

/** Into a report, through JSON, and out again. */
async function toldTwice(problem: Problem, outcome: Outcome) {
  const report = reportOf(problem, outcome, 'sha256:00')
  const again: unknown = JSON.parse(JSON.stringify(report))
  return { report, judgement: await judgementOf(problem, readRota(again, problem), again) }
}

describe('a rota that comes back out of its report', () => {
  it('gives the same report, digit by digit, whatever the rota', async () => {
    const drawn = fc.record({ document: documents(SIZE), seed: fc.nat() })
    const property = fc.asyncProperty(drawn, async ({ document, seed }) => {
      const problem = problemOf(document)
      const draft = draftOf(problem, RULES)
      const rota = randomRota({ problem, draft, keeps: [], forbidden: true }, seed)
      fc.pre(rota.clinics.length > 0)
      const { report, judgement } = await toldTwice(problem, answered(rota))
      expect(judgement.service).toEqual(report.service)
      expect(judgement.findings).toEqual(report.findings)
    })
    await fc.assert(property, { numRuns: CASES, seed: SEED })
  })

  it('gives the same report for rotas of the engine, whatever the seed', async () => {
    for (const seed of [1, 2]) {
      const problem = problemOf({ ...shortWeek(), solve: { seconds: 60, gap: 0.05, seed } })
      const { report, judgement } = await toldTwice(problem, await rotaOf(problem))
      expect(judgement.service, `seed ${seed}`).toEqual(report.service)
      expect(judgement.findings, `seed ${seed}`).toEqual(report.findings)
      expect(judgement.agrees, `seed ${seed}`).toBe(true)
    }
  })
})
