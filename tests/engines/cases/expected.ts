/** What the cases of the exam ask with, and what they demand of every answer. */
import { expect } from 'vitest'
import type { Answer, Engine, Limits } from '../../../solver/engines/engine.ts'
import type { Lp } from '../../../solver/lp/lp.ts'
import { holds, residuals } from '../../../solver/lp/residuals.ts'

export const PLAIN: Limits = { seconds: 20, relativeGap: 0, absoluteGap: 1e-9, seed: 1 }

type Solved = Extract<Answer, { readonly point: Float64Array }>

/** Solves, and demands of any point that it keeps the programme and that its figures are true of it. */
export async function solved(engine: Engine, lp: Lp, limits: Partial<Limits> = {}): Promise<Answer> {
  const answer = await engine.solve(lp, { ...PLAIN, ...limits })
  if ('point' in answer) demandTrue(lp, answer)
  return answer
}

function demandTrue(lp: Lp, answer: Solved): void {
  const found = residuals(lp, answer.point)
  expect(holds(found), `a point that does not keep its programme: ${JSON.stringify(found)}`).toBe(true)
  expect(found.whole, 'a whole column that is not exactly whole').toBe(0)
  expect(answer.objective).toBeCloseTo(found.objective, 9)
  expect(answer.bound).toBeLessThanOrEqual(answer.objective)
}

export async function optimum(engine: Engine, lp: Lp, limits: Partial<Limits> = {}): Promise<Solved> {
  const answer = await solved(engine, lp, limits)
  if (answer.status !== 'optimal') throw new Error(`expected an optimum, got ${answer.status}`)
  return answer
}

/** Solves and compares the objective (null: infeasible). */
export async function demand(engine: Engine, lp: Lp, objective: number | null): Promise<void> {
  const answer = await solved(engine, lp)
  if (objective === null) expect(answer.status).toBe('infeasible')
  else {
    expect(answer.status).toBe('optimal')
    if ('objective' in answer) expect(answer.objective).toBeCloseTo(objective, 6)
  }
}
