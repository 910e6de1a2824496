import { expect, it } from 'vitest'
import type { Limits } from '../../solver/engines/engine.ts'
import { decidedIn } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import type { AimSearch } from '../../solver/search/start/dive-and-crossover.ts'
import { aimed, aimedPoint } from '../../solver/search/start/goal-programme.ts'
import { type Found, isBetter, PartSearch } from '../../solver/search/start/subproblem-search.ts'
import { levelValue } from '../../solver/search/tolerances.ts'
import { HIGHS } from '../solved-week.ts'
import { aimedWeek, LIMITS } from './aimed-week.ts'
import { practicesTogether } from './practices-together.ts'

const { model, draft, aims } = await aimedWeek(practicesTogether(2))
const everything = [...Array(model.lp.columns).keys()]
const asked: Limits[] = []
const task: AimSearch = {
  ...{ model, draft, aims, tightFrom: model.lp.rows, begins: { way: 'at-once' } },
  parts: [{ own: everything, shared: [], flows: [] }],
  engine: {
    ...{ name: 'watched', version: '0' },
    open: (lp) => {
      const session = HIGHS.open?.(lp)
      if (session === undefined) throw new Error('HiGHS holds programmes open')
      return session
    },
    solve: (lp, limits) => {
      asked.push(limits)
      return HIGHS.solve(lp, limits)
    },
  },
  limits: () => LIMITS,
  isOver: () => false,
  isLate: () => false,
  isEnough: () => Promise.resolve(false),
  onBetter: () => undefined,
}
const lp = { ...aimed(model, aims, 2), whole: Uint8Array.from([...model.lp.whole, ...aims.flatMap(() => [0, 0])]) }
const whole = decidedIn(model.lp)

function searchOf(change: Partial<AimSearch> = {}): PartSearch {
  return new PartSearch(
    { ...task, ...change },
    { own: everything, shared: [], lp, point: new Float64Array(model.lp.columns) },
  )
}

const search = searchOf()
/** Two rotas, the better one first: with care, and in haste from elsewhere. */
const [one, other] = await twoRotas()
const differing = whole.filter((j) => Math.abs((one.point[j] ?? 0) - (other.point[j] ?? 0)) > 0.5)

async function rota(priority: number, isHasty: boolean): Promise<Found> {
  const found = await search.opened(async (session) => {
    await search.relaxed(session, priority)
    const dived = await search.dive(session, { isHasty: () => isHasty })
    return dived && search.planned(dived.point)
  })
  if (found === undefined) throw new Error('a dive comes to an end')
  return found
}

async function twoRotas(): Promise<[Found, Found]> {
  const [careful, hasty] = [await rota(2, false), await rota(2.5, true)]
  return isBetter(careful, hasty) ? [careful, hasty] : [hasty, careful]
}

/** That it is a rota, and what both rotas agree on is in it. */
function expectJoined(joined: Found | undefined): Found {
  if (joined === undefined) throw new Error('two rotas can be joined')
  expect(holds(residuals(model.lp, search.placed(joined)))).toBe(true)
  const moved = whole.filter((j) => Math.abs((joined.point[j] ?? 0) - (one.point[j] ?? 0)) > 0.5)
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.filter((j) => !differing.includes(j))).toEqual([])
  return joined
}

it('joins two rotas by a dive: what both agree on stays', async () => {
  const joined = await search.opened(async (session) => {
    await search.relaxed(session, 2)
    return search.joined(session, one, other)
  })
  expect(expectJoined(joined).value).toBeLessThan(other.value)
})

it('joins them by branching to something better than both', async () => {
  const joined = await search.branched(one, other)
  expect(expectJoined(joined).value).toBeLessThan(one.value)
})

it('takes a rota for enough where every level keeps what is good enough, with three hundredths to spare', () => {
  const point = search.placed(one)
  const over = model.levels.map((level, rank) => levelValue(level, point) - (aims[rank]?.bound ?? 0))
  const isEnough = (enough: readonly number[]) => {
    const asked = aims.map((aim, rank) => ({ ...aim, allowed: 1e-3, enough: enough[rank] ?? 0 }))
    return searchOf({ aims: asked }).isEnough({ point: aimedPoint(model, asked, point) })
  }
  const enough = over.map((value) => value / 0.96 + 0.01)
  expect(isEnough(enough)).toBe(true)
  const missed = [...over.keys()].filter((rank) => (over[rank] ?? 0) > 1)
  expect(missed.length).toBeGreaterThan(0)
  for (const rank of missed) expect(isEnough(enough.with(rank, (over[rank] ?? 0) / 0.98))).toBe(false)
})

it('branches until it is enough, and where it is enough already, to the end', async () => {
  const isEnough = () => asked.at(-1)?.isEnough
  await search.branched(one, other)
  expect(isEnough()).toBeTypeOf('function')
  const generous = searchOf({ aims: aims.map((aim) => ({ ...aim, enough: 1e9 })) })
  expect(generous.isEnough(one)).toBe(true)
  await generous.branched(one, other)
  expect(isEnough()).toBeUndefined()
})
