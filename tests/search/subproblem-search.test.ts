/** Rotas of a subproblem: what each way to one promises, whatever the programme, and what it does on a small one. */
import { describe, expect, it } from 'vitest'
import { fix, wholeColumns } from '../../solver/lp/fix.ts'
import { holds, residuals } from '../../solver/lp/residuals.ts'
import { indices, type ModelColumn } from '../../solver/lp/spaces.ts'
import { programme } from '../../solver/lp/table.ts'
import type { Model } from '../../solver/model/elastic.ts'
import { completeStart } from '../../solver/search/start/complete.ts'
import { blocksOf } from '../../solver/search/start/decomposition.ts'
import { type Goal, goalPoint, goalProgramme } from '../../solver/search/start/goal-programme.ts'
import { placePeople } from '../../solver/search/start/greedy.ts'
import { type Found, type GoalModel, isBetter, SubproblemSearch } from '../../solver/search/start/subproblem-search.ts'
import { columnsOf } from '../model-columns.ts'
import { HIGHS } from '../solved-week.ts'
import { EFFORT, goalWeek } from './goal-week.ts'
import { practicesTogether } from './practices-together.ts'

/** The whole of a goal programme as a subproblem; `point`: where its columns are. */
function wholeOf(
  of: GoalModel,
  point: Float64Array = new Float64Array(of.model.lp.columns),
  effort = EFFORT,
): SubproblemSearch {
  const own = indices<ModelColumn>(of.model.lp.columns)
  return new SubproblemSearch(of, effort, { own, shared: [], lp: wholeProgramme(of), point })
}

function wholeProgramme({ model, goals }: GoalModel) {
  const whole = [...model.lp.whole, ...goals.flatMap(() => [0, 0])]
  return { ...goalProgramme(model, goals, 2), whole: Uint8Array.from(whole) }
}

/** Three people, each of whom is here or not; what each has not done is left, and the more here the less is left. */
const [ANN, BEN, CAT] = [0, 1, 2]
const LEFT = columnsOf(3, 4, 5)
const three: GoalModel = {
  model: {
    lp: programme({
      columns: [...Array(3).fill({ upper: 1, whole: true }), ...Array(3).fill({ upper: 4 })],
      rows: [ANN, BEN, CAT].map((person) => ({ of: { [person]: 4, [LEFT[person] ?? 0]: 1 }, atLeast: 4 })),
    }),
    columnOf: Int32Array.from([0, 1, 2, 3, 4, 5]),
    levels: [{ level: 'service', columns: LEFT, costs: [1, 1, 1] }],
    accounts: [],
    ruleOfRow: ['', '', ''],
    slackOfRow: Int32Array.of(-1, -1, -1),
  } satisfies Model,
  draft: { placements: [], remoteColumns: [] },
  goals: [{ bound: 0, allowed: 1, enough: 2 }] satisfies Goal[],
}

/** Who is here, as a rota of the three. */
async function rotaOf(search: SubproblemSearch, ...here: readonly number[]): Promise<Found> {
  const point = goalPoint(three.model, three.goals, new Float64Array(6))
  for (const person of here) point[person] = 1
  const found = await search.planned(point)
  if (found === undefined) throw new Error('any three can be here')
  return found
}

describe('a crossover', () => {
  const search = wholeOf(three)
  const present = ({ point }: Found) => [ANN, BEN, CAT].filter((person) => (point[person] ?? 0) > 0.5)

  it('by a dive takes the best of both rotas, and what they agree on stays', async () => {
    const [one, other] = [await rotaOf(search, ANN), await rotaOf(search, BEN)]
    const crossed = await search.opened((session) => search.crossed(session, one, other))
    expect(crossed && present(crossed)).toEqual([ANN, BEN])
    expect(crossed && isBetter(crossed, one) && isBetter(crossed, other)).toBe(true)
  })

  it('by branching does the same, and is never worse than the better one', async () => {
    const [one, other] = [await rotaOf(search, BEN, CAT), await rotaOf(search, ANN)]
    const crossed = await search.crossedByBranching(one, other)
    expect(crossed && present(crossed)).toEqual([ANN, BEN, CAT])
    const same = await search.crossedByBranching(one, one)
    expect(same?.value).toBeCloseTo(one.value, 6)
  })
})

it('what the relaxation leaves as the rota has it stays, and only the rest is dived for', async () => {
  const known = await rotaOf(wholeOf(three), ANN)
  const search = wholeOf(three, known.point.slice(0, 6))
  // Ann is here in both and Cat in neither; of Ben the relaxation has half.
  const relaxed = goalPoint(three.model, three.goals, Float64Array.of(1, 0.5, 0, 0, 2, 4))
  const found = await search.opened((session) => search.induced(session, { point: relaxed, value: 0 }))
  expect(found && Array.from(found.point.slice(0, 3))).toEqual([1, 1, 0])
  expect(found && isBetter(found, search.given)).toBe(true)
})

describe('a rota is good enough', () => {
  it('where every level keeps what is good enough, with three hundredths to spare', () => {
    const isEnough = (left: number) => {
      const point = Float64Array.of(1, 1, 1, left, 0, 0)
      return wholeOf(three).isEnough({ point: goalPoint(three.model, three.goals, point) })
    }
    expect(isEnough(1.9)).toBe(true)
    expect(isEnough(1.97)).toBe(false)
    expect(isEnough(2)).toBe(false)
  })

  it('and branching towards it ends there; what is good enough already is branched to the end', async () => {
    const asked: boolean[] = []
    const engine: typeof HIGHS = {
      ...HIGHS,
      solve: (lp, limits) => {
        asked.push(limits.isEnough !== undefined)
        return HIGHS.solve(lp, limits)
      },
    }
    const search = wholeOf(three, undefined, { ...EFFORT, engine })
    const [nobody, all] = [await rotaOf(search), await rotaOf(search, ANN, BEN, CAT)]
    asked.length = 0
    await search.crossedByBranching(nobody, all)
    await search.crossedByBranching(all, nobody)
    expect(asked).toEqual([true, false])
  })
})

it('cuts added to a subproblem keep every rota', async () => {
  const search = wholeOf(three)
  const cut = await search.opened(async (session) => {
    const root = await search.relaxed(session, 2)
    if (root !== undefined) await search.addCuts(session, root)
    return session.lp
  })
  if (cut === undefined) throw new Error('HiGHS holds programmes open')
  for (const here of [[], [ANN], [BEN, CAT], [ANN, BEN, CAT]])
    expect(holds(residuals(cut, (await rotaOf(search, ...here)).point))).toBe(true)
})

describe('one block of two practices', async () => {
  const both = await goalWeek(practicesTogether(2))
  const { model, draft } = both
  const start = await completeStart(model, draft, placePeople(draft), { engine: HIGHS, seed: 1, seconds: 20 })
  if (start === undefined) throw new Error('people can be placed')
  const blocks = blocksOf(draft, model, 0.6 * model.lp.columns)

  it.each(blocks.map((block, k) => [k, block] as const))(
    'is dived for, and all else stays as it is: %i',
    async (_, block) => {
      const search = new SubproblemSearch(both, EFFORT, { ...block, lp: wholeProgramme(both), point: start })
      const found = await search.opened(async (session) => {
        const root = await search.relaxed(session, 2)
        return root && search.dive(session)
      })
      if (found === undefined) throw new Error('a dive comes to an end')
      const placed = search.placed(found)
      expect(holds(residuals(model.lp, placed))).toBe(true)
      const movable = new Set<number>([...block.own, ...block.shared])
      const moved = [...placed.keys()].filter((j) => Math.abs((placed[j] ?? 0) - (start[j] ?? 0)) > 1e-9)
      expect(moved.filter((j) => !movable.has(j))).toEqual([])
      for (const j of wholeColumns(model.lp)) expect(placed[j]).toBeCloseTo(Math.round(placed[j] ?? 0), 6)
      expect(isBetter(found, search.given)).toBe(true)
    },
  )

  it('has a root relaxation that no rota of it is below', async () => {
    const [block] = blocks
    if (block === undefined) throw new Error('there are two blocks')
    const search = new SubproblemSearch(both, EFFORT, { ...block, lp: wholeProgramme(both), point: start })
    const root = await search.opened((session) => search.relaxed(session, 2))
    expect(root?.value).toBeLessThanOrEqual(search.given.value + 1e-6)
  })

  it('keeps sessions where contacts alone are planned', async () => {
    const search = wholeOf(both, start)
    const planned = await search.planned(search.given.point)
    if (planned === undefined) throw new Error('contacts can be planned')
    expect(planned.value).toBeLessThanOrEqual(search.given.value + 1e-6)
    const fixed = fix(wholeProgramme(both), search.given.point, wholeColumns(model.lp))
    expect(holds(residuals(fixed, planned.point))).toBe(true)
  })
})
