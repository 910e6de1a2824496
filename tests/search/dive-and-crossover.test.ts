import { afterEach, describe, expect, it, vi } from 'vitest'
import { decidedIn } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { finishStart } from '../../solver/search/polish.ts'
import { partsOf } from '../../solver/search/start/decomposition.ts'
import { dive } from '../../solver/search/start/dive.ts'
import { type AimSearch, type Begins, searchForAims } from '../../solver/search/start/dive-and-crossover.ts'
import { aimedPoint } from '../../solver/search/start/goal-programme.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { type Found, isBetter, PartSearch } from '../../solver/search/start/subproblem-search.ts'
import { HIGHS } from '../solved-week.ts'
import { watched } from '../watched-engine.ts'
import { aimedWeek, LIMITS, week } from './aimed-week.ts'
import { practicesTogether } from './practices-together.ts'

const AT_ONCE = { way: 'at-once' } as const
const PART_BY_PART = { way: 'part-by-part' } as const

function task(change: Partial<Parameters<typeof searchForAims>[0]> = {}) {
  const { draft, model, aims } = week
  const always = {
    limits: () => LIMITS,
    isOver: () => false,
    isLate: () => false,
    isEnough: () => Promise.resolve(false),
    onBetter: () => undefined,
  }
  const parts = [{ own: [...Array(model.lp.columns).keys()], shared: [], flows: [] }]
  const tightFrom = model.lp.rows
  return { draft, model, aims, parts, tightFrom, begins: AT_ONCE, engine: HIGHS, ...always, ...change }
}

const both = await aimedWeek(practicesTogether(2, 1.2))
const parts = partsOf(both.draft, both.model, 0.6 * both.model.lp.columns)
const EVERYTHING = { own: [...Array(both.model.lp.columns).keys()], shared: [], flows: [] }
/** The first rota of both practices, part by part. */
const inParts = { ...task({ isEnough: () => Promise.resolve(true) }), ...both, parts, begins: PART_BY_PART }

function costOf(point: Float64Array): number {
  return residuals(week.programme, aimedPoint(week.model, week.aims, point)).objective
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('rotas out of the programme that aims at all levels', () => {
  it('each handed out is whole, keeps every row and is better than the one before, and the last is what comes back', async () => {
    const seen: Float64Array[] = []
    const best = await searchForAims(task({ onBetter: (point) => void seen.push(point) }))
    if (best === undefined) throw new Error('a rota can be found')
    expect(seen.at(-1)).toEqual(best)
    for (const point of seen) expect(holds(residuals(week.model.lp, point))).toBe(true)
    const values = seen.map(costOf)
    expect(values.slice(1).every((value, k) => value < (values[k] ?? 0))).toBe(true)
  })

  it('is nearer to the aims than a dive to the end', async () => {
    const session = HIGHS.open?.(week.programme)
    if (session === undefined) throw new Error('HiGHS holds programmes open')
    const { limits, isOver, model, draft } = task()
    const dived = await dive({ session, model, draft, limits, isOver, guarded: [], isCareful: () => true, share: 1 })
    session.close()
    const best = await searchForAims(task())
    if (dived === undefined || best === undefined) throw new Error('both come to an end')
    expect(costOf(best)).toBeLessThan(costOf(dived))
  })

  it('branches over what two rotas disagree on only where a dive has not joined them to something better', async () => {
    let joins = 0
    // In turn one that is told to be better, and none.
    const joining = vi.spyOn(PartSearch.prototype, 'joined').mockImplementation((_, one) => {
      joins += 1
      return Promise.resolve(joins % 2 === 0 ? undefined : { ...one, value: one.value - 1 })
    })
    const branching = vi.spyOn(PartSearch.prototype, 'branched')
    await searchForAims({ ...task({ isOver: () => joins > 3 }), ...both, parts: [EVERYTHING] })
    const left: (readonly Found[])[] = []
    for (const [k, [, better, other]] of joining.mock.calls.entries()) {
      const joined = await joining.mock.results[k]?.value
      if (joined === undefined || !isBetter(joined, better)) left.push([better, other])
    }
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(joining.mock.calls.length)
    expect(branching.mock.calls).toEqual(left)
  })

  it('makes the rota of a large network better part by part, what is outside of the part staying as it is', async () => {
    expect(parts).toHaveLength(2)
    const whole = decidedIn(both.model.lp)
    const seen: Float64Array[] = []
    await searchForAims({
      ...task({ onBetter: (point) => void seen.push(point), isOver: () => seen.length > 4 }),
      ...both,
      parts,
    })
    expect(seen.length).toBeGreaterThan(1)
    const values = seen.map((p) => residuals(both.programme, aimedPoint(both.model, both.aims, p)).objective)
    for (const [k, point] of seen.entries()) {
      expect(holds(residuals(both.model.lp, point))).toBe(true)
      const before = seen[k - 1]
      if (before === undefined) continue
      expect(values[k]).toBeLessThan(values[k - 1] ?? 0)
      const moved = whole.filter((j) => Math.abs((point[j] ?? 0) - (before[j] ?? 0)) > 0.5)
      const movedIn = parts.filter(({ own }) => own.some((j) => moved.includes(j)))
      expect(movedIn.length).toBeLessThanOrEqual(1)
    }
  })

  it('makes the part better first that is made last', async () => {
    const [one, other] = parts
    if (one === undefined || other === undefined) throw new Error('there are two parts')
    const fewer = { ...one, own: one.own.slice(0, 100) }
    const opened: number[] = []
    const engine = watched((_, { columns }) => opened.push(columns))
    await searchForAims({ ...task({ engine, isOver: () => opened.length >= 3 }), ...both, parts: [fewer, other] })
    const sizes = [fewer, other].map(({ own, shared }) => own.length + shared.length + 2 * both.aims.length)
    expect(opened).toEqual([both.programme.columns, sizes[1], sizes[0]])
  })

  it('begins part by part where it is asked to: each made whole in a programme of its own, the rest of it still in fractions', async () => {
    const { model, programme, aims, draft } = both
    const opened: number[] = []
    const engine = watched((_, { columns }) => opened.push(columns))
    const first = async (begins: Begins) => {
      opened.length = 0
      const found = await searchForAims({ ...inParts, engine, begins })
      if (found === undefined) throw new Error('a rota can be found')
      expect(holds(residuals(model.lp, found))).toBe(true)
      return found
    }
    const atOnce = await first(AT_ONCE)
    expect(opened).toHaveLength(1)
    const partByPart = await first(PART_BY_PART)
    const beyond = 2 * aims.length
    const sizes = parts.map(({ own, shared, flows }) => own.length + shared.length + flows.length + beyond)
    expect(opened).toEqual([programme.columns, ...sizes])
    expect(partByPart).not.toEqual(atOnce)
    const cost = (point: Float64Array) => residuals(programme, aimedPoint(model, aims, point)).objective
    const placed = await finishStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 20 })
    const dear = placed === undefined ? 0 : cost(placed)
    expect(cost(partByPart)).toBeLessThan(dear)
    const fromLooks = await first({ way: 'part-by-part-from', point: both.looked, isHasty: false })
    // Nobody looks at everything at once.
    expect(opened).toEqual(sizes)
    expect(cost(fromLooks)).toBeLessThan(dear)
  })

  it('looks at what steps cost in a part, unless it is late and there is no rota yet', async () => {
    let careful = 0
    const engine = watched((session) => {
      const solve = session.solve.bind(session)
      session.solve = (limits) => {
        if ((limits.cutoff ?? Infinity) < Infinity) careful += 1
        return solve(limits)
      }
    })
    const looks = async (change: Partial<AimSearch>) => {
      careful = 0
      expect(await searchForAims({ ...inParts, engine, ...change })).toBeDefined()
      return careful
    }
    expect(await looks({})).toBeGreaterThan(0)
    expect(await looks({ isLate: () => true })).toBe(0)
    const from = { way: 'part-by-part-from', point: both.looked } as const
    expect(await looks({ begins: { ...from, isHasty: false } })).toBeGreaterThan(0)
    expect(await looks({ begins: { ...from, isHasty: true } })).toBe(0)
  })

  it('takes any other rota to join with in haste, and joins with care', async () => {
    const whole = decidedIn(both.model.lp).length
    const looked = { inHaste: 0, inJoins: 0 }
    let opened = 0
    const engine = watched((session) => {
      const [solve, bind] = [session.solve.bind(session), session.setColumnBounds.bind(session)]
      const isFirst = ++opened === 1
      let bound = 0
      let isJoin = false
      session.setColumnBounds = (...change) => {
        bound += 1
        bind(...change)
      }
      session.solve = (limits) => {
        // A dive that is over leaves everything open again.
        isJoin ||= bound >= whole
        bound = 0
        if (!isFirst && (limits.cutoff ?? Infinity) < Infinity) looked[isJoin ? 'inJoins' : 'inHaste'] += 1
        return solve(limits)
      }
    })
    await searchForAims({ ...task({ engine, isOver: () => opened > 3 }), ...both, parts: [EVERYTHING] })
    expect(opened).toBeGreaterThan(1)
    expect(looked.inHaste).toBe(0)
    expect(looked.inJoins).toBeGreaterThan(0)
  })

  it.each([PART_BY_PART, { way: 'part-by-part-from', point: both.looked, isHasty: false } as const])(
    'makes a part that comes to no end alone whole with everything else, $way',
    async (begins) => {
      let looks = 0
      const engine = watched((session, { columns }) => {
        const solve = session.solve.bind(session)
        const isWhole = columns === both.programme.columns
        session.solve = (limits) => {
          if (isWhole) looks += 1
          return isWhole ? solve(limits) : Promise.resolve({ status: 'infeasible' })
        }
      })
      const found = await searchForAims({ ...inParts, engine, begins })
      expect(found && holds(residuals(both.model.lp, found))).toBe(true)
      // The relaxation, and a dive.
      expect(looks).toBeGreaterThan(5)
    },
  )

  it('is over with the first rota that is good enough', async () => {
    const seen: Float64Array[] = []
    await searchForAims(task({ onBetter: (point) => void seen.push(point), isEnough: () => Promise.resolve(true) }))
    expect(seen).toHaveLength(1)
  })

  it('comes back with nothing where there is no time, or an engine holds no programmes open', async () => {
    expect(await searchForAims(task({ isOver: () => true }))).toBeUndefined()
    const { open: _, ...closed } = { open: undefined, name: HIGHS.name, version: HIGHS.version, solve: HIGHS.solve }
    expect(await searchForAims(task({ engine: closed }))).toBeUndefined()
  })
})

describe('a point of the programme that aims', () => {
  it('keeps its rows, and counts what is beyond the aims', async () => {
    const best = await searchForAims(task({ isEnough: () => Promise.resolve(true) }))
    if (best === undefined) throw new Error('a rota can be found')
    const point = aimedPoint(week.model, week.aims, best)
    expect(holds(residuals(week.programme, point))).toBe(true)
    const nearer = point.map((value, j) => (j < week.model.lp.columns ? value : value * 0.9 - 0.01))
    expect(holds(residuals(week.programme, nearer))).toBe(false)
  })
})
