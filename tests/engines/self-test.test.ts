import { describe, expect, test } from 'vitest'
import type { Engine } from '../../solver/engines/engine.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { SELF_TEST, selfTest } from '../../solver/engines/self-test.ts'
import { residuals } from '../../solver/lp/residuals.ts'
import { bestByEnumeration } from './enumeration.ts'

describe('the answers of the self-test are right', () => {
  test.each(SELF_TEST)('$what', ({ lp, optimum }) => {
    const best = bestByEnumeration(lp)
    if (best === null || optimum === null) expect(best).toBe(optimum)
    else expect(best).toBeCloseTo(optimum, 9)
  })
})

test('HiGHS passes, soon enough for every start of the service', async () => {
  const engine = highsEngine()
  await selfTest(engine)
  const began = process.cpuUsage()
  expect(await selfTest(engine)).toMatchObject({ passed: true, failures: [] })
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(1)
})

test('an engine that calls a worse point optimal is found out, case by case', async () => {
  const honest = highsEngine()
  const liar: Engine = {
    ...honest,
    async solve(lp, limits) {
      const answer = await honest.solve({ ...lp, cost: lp.cost.map((c) => -c) }, limits)
      return 'point' in answer ? { ...answer, objective: residuals(lp, answer.point).objective } : answer
    },
  }
  const { passed, failures } = await selfTest(liar)
  expect(passed).toBe(false)
  expect(failures).toContainEqual({ what: 'a clinic that is too dear to open', expected: '56', seen: 'optimal, 50056' })
})

test('an engine that finds everything impossible is found out', async () => {
  const { failures } = await selfTest({ name: 'none', version: '0', solve: async () => ({ status: 'infeasible' }) })
  expect(failures).toHaveLength(SELF_TEST.filter((one) => one.optimum !== null).length)
})
