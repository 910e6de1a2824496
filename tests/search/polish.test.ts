/** Polishing: every level once more, with whole columns held. */
import { describe, expect, it } from 'vitest'
import { polish } from '../../solver/search/polish.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { TimeLimit } from '../../solver/search/time-limit.ts'
import { levelValue } from '../../solver/search/tolerances.ts'
import { HIGHS } from '../solved-week.ts'
import { watched } from '../watched-engine.ts'
import { week } from './goal-week.ts'

const { model, draft } = week
const placed = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 20 })

/** HiGHS, and the seconds that each solve was given; in none it does nothing. */
function noting() {
  const given: number[] = []
  const engine = watched((session) => {
    const solve = session.solve.bind(session)
    session.solve = async (limits) => {
      given.push(limits.seconds)
      return limits.seconds > 0 ? solve(limits) : { status: 'out-of-time' }
    }
  })
  return { engine, given }
}

it('makes every level as good as the whole columns allow', async () => {
  if (placed === undefined) throw new Error('people can be placed')
  const { engine, given } = noting()
  const polished = await polish(model, placed, { engine, seed: 1 })
  expect(polished.tight).toBe(true)
  expect(given.slice(0, model.levels.length)).toEqual(model.levels.map(() => 10))
  const [first] = model.levels
  if (first === undefined) throw new Error('a week has levels')
  expect(levelValue(first, polished.point)).toBeLessThanOrEqual(levelValue(first, placed) + 1e-6)
  for (const [j, isWhole] of model.lp.whole.entries())
    if (isWhole === 1) expect(polished.point[j]).toBeCloseTo(placed[j] ?? 0, 5)
})

describe.each([
  { end: 'a stop', seconds: 60, stop: 1, most: 8 },
  { end: 'the clock', seconds: 1, stop: 0, most: 8 },
  { end: 'the clock of a long solve', seconds: 100, stop: 0, most: 10 },
])('once $end ends a solve', ({ seconds, stop, most }) => {
  it('there are some seconds for all that is left, and then what is there is kept', async () => {
    if (placed === undefined) throw new Error('people can be placed')
    const { engine, given } = noting()
    // Three seconds pass for each level, however often it looks at the clock.
    const clock = () => seconds + 3 * given.length
    const time = new TimeLimit({ seconds, elapsed: clock, stop: Int32Array.of(stop) })
    const polished = await polish(model, placed, { engine, seed: 1, time })
    const left = [most, most - 3, most - 6, Math.max(0, most - 9)].slice(0, given.length)
    expect(given.slice(0, 4)).toEqual(left)
    expect(given.slice(4).every((one) => one === 0)).toBe(true)
    expect(polished.tight).toBe(false)
    for (const [j, isWhole] of model.lp.whole.entries())
      if (isWhole === 1) expect(polished.point[j]).toBeCloseTo(placed[j] ?? 0, 5)
  })
})
