import { expect, it } from 'vitest'
import { Watch } from '../../solver/engines/watch.ts'
import { week } from '../search/goal-week.ts'
import { HIGHS } from '../solved-week.ts'

const LIMITS = { seconds: 60, relativeGap: 0, absoluteGap: 0, seed: 1 }

it('is over with a point that is good enough, and not before', async () => {
  const answer = await HIGHS.solve(week.programme, LIMITS)
  if (!('point' in answer)) throw new Error(answer.status)
  for (const isEnough of [true, false]) {
    const asked: number[] = []
    const watch = new Watch(week.programme, {
      ...LIMITS,
      isEnough: (point, objective) => {
        expect(point).toHaveLength(week.programme.columns)
        asked.push(objective)
        return isEnough
      },
    })
    expect(watch.over()).toBe(false)
    expect(watch.offer(answer.point)).toBe(true)
    expect(asked).toEqual([watch.best?.objective])
    expect(watch.over()).toBe(isEnough)
  }
})
