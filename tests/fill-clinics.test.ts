/** A clinic plan for people who are placed already: it keeps the rules of the flow, and comes near the best plan. */
import { expect, it } from 'vitest'
import { chooseEngine } from '../solver/engines/choose.ts'
import { fillClinics } from '../solver/fill-clinics.ts'
import { judge, levelValues } from '../solver/judge.ts'
import { judgementOf } from '../solver/judgement.ts'
import { ruleBook } from '../solver/rules/index.ts'
import { solve } from '../solver/solve.ts'
import { readDocument } from '../src/intake/assemble.ts'
import { smallDocument } from './small-document.ts'

const problem = readDocument(smallDocument(), ruleBook())

async function solvedAssignments() {
  const { engine, why } = chooseEngine('highs', 1)
  const outcome = await solve(problem, { engine, why, clock: () => 0 })
  if (outcome.kind !== 'rota') throw new Error(`the small week ended as ${outcome.kind}`)
  return outcome.rota
}

it('keeps every rule that never bends', async () => {
  const { assignments } = await solvedAssignments()
  const values = levelValues(judge({ assignments, clinics: fillClinics(problem, assignments) }, problem))
  expect(values.get('never')).toBe(0)
})

it('never meets more than the best plan for the same people, nor misses them all', async () => {
  const rota = await solvedAssignments()
  const best = levelValues(judge(rota, problem)).get('urgent') ?? 0
  const clinics = fillClinics(problem, rota.assignments)
  const filled = levelValues(judge({ ...rota, clinics }, problem)).get('urgent') ?? 0
  const due = problem.arrivals
    .filter((a) => problem.needById.get(a.need)?.withinDays === 0)
    .reduce((n, a) => n + a.contacts, 0)
  expect(filled).toBeGreaterThanOrEqual(best - 1e-6)
  expect(filled).toBeLessThan(due / 2)
})

it('is used for a rota of bare assignments, and the judgement says so', async () => {
  const { assignments } = await solvedAssignments()
  const judged = judgementOf(problem, { assignments, clinics: [] }, assignments)
  expect(judged.clinicPlan).toBe('filled')
  expect(judged.service.urgent.inTime).toBeGreaterThan(0)
})

it('gives nobody anything to do where nobody works', () => {
  expect(fillClinics(problem, [])).toEqual([])
})
