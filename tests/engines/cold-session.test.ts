import { expect, it } from 'vitest'
import { openSession } from '../../solver/engines/cold-session.ts'
import { highsEngine } from '../../solver/engines/highs/highs.ts'
import { relaxationOf } from '../../solver/lp/lp.ts'
import { sessionsAndUnmet } from './shapes.ts'

const LIMITS = { seconds: 10, relativeGap: 0, absoluteGap: 0, seed: 1 }

it('an engine that holds nothing open answers the same after the same changes', async () => {
  const { open: _, ...closed } = highsEngine()
  const programme = relaxationOf(sessionsAndUnmet(3))
  const values: (number | string)[][] = []
  for (const engine of [highsEngine(), closed]) {
    const session = openSession(engine, programme)
    const seen: (number | string)[] = []
    const look = async () => {
      const answer = await session.solve(LIMITS)
      seen.push('objective' in answer ? answer.objective : answer.status)
    }
    await look()
    session.setCosts(programme.cost.map((cost, j) => cost + (j % 3)))
    await look()
    session.setColumnBounds(0, 1, 1)
    session.addRows([{ indices: [0, 1], values: [1, 1], lower: 2, upper: 2 }])
    await look()
    session.setRowBounds(programme.rows, 0, 1)
    await look()
    session.close()
    values.push(seen)
  }
  expect(values[0]).toHaveLength(4)
  values[0]?.forEach((value, k) => {
    if (typeof value === 'number') expect(values[1]?.[k]).toBeCloseTo(value, 6)
    else expect(values[1]?.[k]).toBe(value)
  })
})
