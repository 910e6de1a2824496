/** A staffing mix leaves no more need unmet than any rota of the same people: no rota is shut out. */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { jslpEngine } from '../../solver/engines/jslp/jslp.ts'
import { mixModelOf } from '../../solver/mix/mix-model.ts'
import { type MixAnswer, OpenMix } from '../../solver/mix/mix-solve.ts'
import type { Level } from '../../src/breach.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Problem } from '../../src/problem.ts'
import { tinyDocuments } from '../oracle/tiny-documents.ts'
import { busyLastAfternoon, shortWeek } from '../short-week.ts'
import { exactly, HIGHS, problemOf, rotaOf, solveProblem } from '../solved-week.ts'

const JSLP = jslpEngine()
afterAll(() => JSLP.close?.())

const SITES = shortWeek().sites
const WEEKS: Readonly<Record<string, () => RotaDocument>> = {
  'a short week': () => shortWeek(),
  'a busy last afternoon': busyLastAfternoon,
  'a duty desk for both practices': () => shortWeek({ rules: { 'duty-doctor': { groups: [['alder', 'birch']] } } }),
  'sessions promised to partners': () =>
    shortWeek({ rules: { 'partner-time': { sessions: [{ role: 'gp', sessions: 2 }] } } }),
  'a GP pinned to the other practice': () =>
    shortWeek({ pins: [{ person: 'g3', date: '2026-11-30', part: 'am', site: 'birch', work: 'clinic' }] }),
  'one room': () => shortWeek({ sites: SITES.map((site) => ({ ...site, rooms: 1 })) }),
  'nobody to supervise': () => shortWeek({ people: shortWeek().people.filter((p) => p.role !== 'gp') }),
}

type Valued = readonly { readonly level: Level; readonly value: number }[]

/** The mix of the same week, allowed what the rota has of each level before. */
async function mixNextTo(problem: Problem, levels: Valued): Promise<MixAnswer['levels']> {
  const open = new OpenMix(mixModelOf(problem), HIGHS)
  const answer = await open.solve(new Map(), new Map(levels.map(({ level, value }) => [level, value])))
  open.close()
  return answer?.levels ?? []
}

function expectNoWorse(mix: Valued, rota: Valued): void {
  const of = (level: Level) => rota.find((one) => one.level === level)?.value ?? 0
  for (const { level, value } of mix) expect(value, level).toBeLessThanOrEqual(of(level) + 1e-5)
}

describe.each(Object.entries(WEEKS))('%s', (_, week) => {
  it('leaves no more unmet as a mix than as the best rota', async () => {
    const problem = problemOf(exactly(week()))
    const { levels } = await rotaOf(problem)
    const mix = await mixNextTo(problem, levels)
    expect(mix.map(({ level }) => level)).toEqual(['safety', 'urgent', 'service'])
    expectNoWorse(mix, levels)
  })

  it('comes to the same with either engine', async () => {
    const mix = mixModelOf(problemOf(week()))
    const values = []
    for (const engine of [HIGHS, JSLP]) {
      const open = new OpenMix(mix, engine)
      values.push((await open.solve())?.levels.map(({ value }) => value.toFixed(4)))
      open.close()
    }
    expect(values[0]).toEqual(values[1])
  })
})

describe('any tiny week', () => {
  it('leaves no more unmet as a mix than as the best rota', async () => {
    let compared = 0
    const property = fc.asyncProperty(tinyDocuments(), async (document) => {
      const problem = problemOf(exactly(document))
      const outcome = await solveProblem(problem)
      if (outcome.kind !== 'rota') return
      compared += 1
      expectNoWorse(await mixNextTo(problem, outcome.levels), outcome.levels)
    })
    await fc.assert(property, { numRuns: 40, seed: 20 })
    expect(compared).toBeGreaterThan(10)
  })
})
