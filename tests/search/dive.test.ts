import { describe, expect, it } from 'vitest'
import type { Session } from '../../solver/engines/engine.ts'
import { type Lp, relaxationOf } from '../../solver/lp/lp.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { programme } from '../../solver/lp/table.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { dive } from '../../solver/search/start/dive.ts'
import { goalPoint } from '../../solver/search/start/goal-programme.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { HIGHS } from '../solved-week.ts'
import { EFFORT, goalWeek, week } from './goal-week.ts'
import { practicesTogether } from './practices-together.ts'

const WITH_CARE = { guarded: [], isCareful: () => true, share: 1 }

async function opened<T>(lp: Lp, use: (session: Session) => Promise<T>): Promise<T> {
  const session = HIGHS.open?.(lp)
  if (session === undefined) throw new Error('HiGHS holds programmes open')
  try {
    return await use(session)
  } finally {
    session.close()
  }
}

function costOf(point: Float64Array): number {
  return residuals(week.programme, goalPoint(week.model, week.goals, point)).objective
}

describe('a dive into the week of a practice', () => {
  const { model, draft, programme: asked } = week

  it('ends in the same rota every time, which keeps every row and is nearer to its goals than people placed one by one', async () => {
    const once = () => opened(asked, (session) => dive({ session, model, draft }, EFFORT, WITH_CARE))
    const [point, again] = [await once(), await once()]
    if (point === undefined) throw new Error('the dive came to no end')
    expect(again).toEqual(point)
    expect(holds(residuals(model.lp, point))).toBe(true)
    const placed = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 20 })
    if (placed === undefined) throw new Error('people can be placed')
    expect(costOf(point)).toBeLessThan(costOf(placed))
  })

  it('leaves the programme as it was found', async () => {
    const bounds = await opened(asked, async (session) => {
      await dive({ session, model, draft }, EFFORT, WITH_CARE)
      return { lower: session.lp.lower, upper: session.lp.upper }
    })
    expect(bounds).toEqual({ lower: asked.lower, upper: asked.upper })
  })

  it('finishes one by one, too, where every larger step would be costly', async () => {
    const three = await goalWeek(practicesTogether(3))
    let refused = 0
    const point = await opened(three.programme, (session) => {
      const solve: Session['solve'] = (limits) => {
        if ((limits.cutoff ?? Infinity) === Infinity) return session.solve(limits)
        refused += 1
        return Promise.resolve({ status: 'beyond' })
      }
      const costly = new Proxy(session, {
        get: (of, name) => {
          if (name === 'solve') return solve
          const value: unknown = Reflect.get(of, name, of)
          return typeof value === 'function' ? value.bind(of) : value
        },
      })
      return dive({ session: costly, model: three.model, draft: three.draft }, EFFORT, WITH_CARE)
    })
    expect(refused).toBeGreaterThan(0)
    expect(point && holds(residuals(three.model.lp, point))).toBe(true)
  })

  it('gives up when told to', async () => {
    const found = await opened(asked, (session) =>
      dive({ session, model, draft }, { ...EFFORT, isOver: () => true }, WITH_CARE),
    )
    expect(found).toBeUndefined()
  })
})

describe('a decision in a dive', () => {
  /** Three quarters of a session: the rest of it costs `up`, none of it costs `down`. */
  const threeQuarters = (up: number, down: number) =>
    programme({
      columns: [{ cost: 0, upper: 1, whole: true }, { cost: 4 * up }, { cost: (4 / 3) * down }],
      rows: [
        { of: [1, -1], atMost: 0.75 },
        { of: [1, 0, 1], atLeast: 0.75 },
      ],
    })
  const decided = async (lp: Lp, { isCareful = (): boolean => true, share = 1 } = {}) => {
    const model = { lp, columnOf: Int32Array.from([0, 1, 2]) }
    const draft = { placements: [], remoteColumns: [] }
    return (
      await opened(relaxationOf(lp), (session) =>
        dive({ session, model, draft }, EFFORT, { guarded: [], isCareful, share }),
      )
    )?.[0]
  }

  it('goes to the nearer whole number where that is not costly', async () => {
    expect(await decided(threeQuarters(2, 1))).toBe(1)
  })

  it('goes the other way where the nearer one is costly and the other is cheaper', async () => {
    expect(await decided(threeQuarters(100, 20))).toBe(0)
    expect(await decided(threeQuarters(100, 1))).toBe(0)
  })

  it('finds costlier what decides only a small share of the rota', async () => {
    expect(await decided(threeQuarters(2, 1), { share: 0.1 })).toBe(0)
  })

  it('goes to the nearer one whatever it costs where costs are not compared', async () => {
    expect(await decided(threeQuarters(100, 20), { isCareful: () => false })).toBe(1)
  })

  it('stays with the nearer one where both are costly and the other costs more', async () => {
    expect(await decided(threeQuarters(20, 100))).toBe(1)
  })
})
