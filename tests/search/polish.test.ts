/** Polishing: every level once more, with whole columns held. */
import { expect, it } from 'vitest'
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

it('has eight seconds for all that is left once the end is asked for, and then keeps what it has', async () => {
  if (placed === undefined) throw new Error('people can be placed')
  const { engine, given } = noting()
  let clock = 0
  const elapsed = () => {
    clock += 3
    return clock
  }
  const time = new TimeLimit({ seconds: 60, elapsed, stop: Int32Array.of(1) })
  const polished = await polish(model, placed, { engine, seed: 1, time })
  // Each level looks at the clock once to see that the end is asked for, and once to see what is left.
  expect(given[0]).toBe(5)
  expect(given.slice(2).every((seconds) => seconds === 0)).toBe(true)
  expect(polished.tight).toBe(false)
  for (const [j, isWhole] of model.lp.whole.entries())
    if (isWhole === 1) expect(polished.point[j]).toBeCloseTo(placed[j] ?? 0, 5)
})
