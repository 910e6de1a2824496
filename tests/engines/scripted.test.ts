import { expect, test } from 'vitest'
import { scriptedEngine } from '../../solver/engines/scripted.ts'
import { programme } from '../../solver/lp/table.ts'
import { PLAIN } from './cases/expected.ts'

const lp = programme({ columns: [{ cost: 1 }] })

test('a script is said in order, and a question too many is a defect', async () => {
  const engine = scriptedEngine([
    { status: 'infeasible' },
    (asked) => ({ status: 'optimal', point: asked.lower, objective: 0, bound: 0 }),
  ])
  expect(await engine.solve(lp, PLAIN)).toEqual({ status: 'infeasible' })
  expect(await engine.solve(lp, { ...PLAIN, seconds: 3 })).toMatchObject({
    status: 'optimal',
    point: Float64Array.of(0),
  })
  await expect(engine.solve(lp, PLAIN)).rejects.toThrow('question 3')
  expect(engine.asked[1]?.limits.seconds).toBe(3)
})
