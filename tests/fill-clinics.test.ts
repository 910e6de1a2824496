/** A clinic plan for people who are placed already: it keeps the rules of the flow, and comes near the best plan. */
import { expect, it } from 'vitest'
import { fillClinics } from '../solver/fill-clinics.ts'
import { judge, levelValues } from '../solver/judge.ts'
import { judgementOf } from '../solver/judgement.ts'
import { smallDocument } from './small-document.ts'
import { problemOf, rotaOf } from './solved-week.ts'

const problem = problemOf(smallDocument())

const solved = rotaOf(problem).then(({ rota }) => rota)

it('keeps every rule that never bends', async () => {
  const { assignments } = await solved
  const values = levelValues(judge({ assignments, clinics: fillClinics(problem, assignments) }, problem))
  expect(values.get('never')).toBe(0)
})

it('never meets more than the best plan for the same people, nor misses them all', async () => {
  const rota = await solved
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
  const { assignments } = await solved
  const judged = judgementOf(problem, { assignments, clinics: [] }, assignments)
  expect(judged.clinicPlan).toBe('filled')
  expect(judged.service.urgent.inTime).toBeGreaterThan(0)
})

it('gives nobody anything to do where nobody works', () => {
  expect(fillClinics(problem, [])).toEqual([])
})
