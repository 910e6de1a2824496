/** The bench: weeks from real networks, other roads to the same levels, and a page that hides nothing. */
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../bench/asked.ts'
import { documentFor } from '../../bench/documents.ts'
import type { Entry } from '../../bench/entry.ts'
import { growth } from '../../bench/figures.ts'
import { peersHere } from '../../bench/machine.ts'
import { type Chain, chainsFor, follow, knownOf, leftOf, type Step, side } from '../../bench/plan.ts'
import { resultsPage } from '../../bench/results.ts'
import { travel } from '../../bench/roads.ts'
import type { Measurement, Task, Way } from '../../bench/task.ts'
import { floorOf } from '../../solver/facts/level-units.ts'
import { isInForce } from '../../solver/facts/rule-settings.ts'
import { draftOf } from '../../solver/model/build.ts'
import { elasticModel } from '../../solver/model/elastic.ts'
import { RULES } from '../../solver/rules/index.ts'
import type { Level } from '../../src/breach.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { shortWeek } from '../short-week.ts'
import { exactly, HIGHS, problemOf, rotaOf } from '../solved-week.ts'

const atlas = readAtlas()

describe('a document of the bench', () => {
  it('is the same for the same seed, and another for another', () => {
    const once = documentFor({ practices: 5, weeks: 1 }, 1, atlas)
    expect(documentFor({ practices: 5, weeks: 1 }, 1, atlas)).toEqual(once)
    expect(documentFor({ practices: 5, weeks: 1 }, 2, atlas).network.ods).not.toBe(once.network.ods)
    expect(once.sites).toHaveLength(5)
  })

  it('holds whole networks side by side, each with its own people, and can be read', () => {
    const document = documentFor({ practices: 12, weeks: 1 }, 1, atlas)
    const problem = problemOf(document)
    expect(problem.sites).toHaveLength(12)
    expect(new Set(document.people.map(({ id }) => id.split('-')[0])).size).toBe(3)
    expect(document.people.length).toBeGreaterThan(60)
    expect(new Set(document.demand.map(({ site }) => site)).size).toBe(12)
  })

  it('may be of several weeks', () => {
    expect(problemOf(documentFor({ practices: 1, weeks: 4 }, 1, atlas)).horizon.weeks).toBe(4)
  })
})

describe('other roads', () => {
  it('reach the levels that our own solve reaches, and the relaxation is never above them', async () => {
    const problem = problemOf(exactly(shortWeek()))
    const rules = RULES.filter((rule) => isInForce(rule, problem))
    const model = elasticModel(draftOf(problem, rules), rules, problem)
    const road = {
      engine: HIGHS,
      interior: false,
      gap: 0,
      left: () => 60,
      floorOf: (level: Level) => floorOf(level, problem),
    }
    const whole = await travel(model, { ...road, relaxed: false })
    const limit = await travel(model, { ...road, relaxed: true })
    const warm = await travel(model, { ...road, relaxed: true, warm: true })
    expect([whole.end, limit.end]).toEqual(['done', 'done'])
    const ours = (await rotaOf(problem)).levels.map(({ value }) => value)
    expect(whole.values).toHaveLength(ours.length)
    ours.forEach((value, k) => {
      expect(whole.values[k]).toBeCloseTo(value, 3)
    })
    warm.values.forEach((value, k) => {
      expect(value).toBeCloseTo(limit.values[k] ?? Number.NaN, 3)
    })
    expect(warm.values).toHaveLength(limit.values.length)
    // Only the first level: behind it the two hold different things.
    expect(limit.values[0]).toBeLessThanOrEqual((whole.values[0] ?? 0) + 1e-6)
  })

  it('say where they came to a stop', async () => {
    const problem = problemOf(exactly(shortWeek()))
    const rules = RULES.filter((rule) => isInForce(rule, problem))
    const model = elasticModel(draftOf(problem, rules), rules, problem)
    const never = { ...HIGHS, solve: async () => ({ status: 'out-of-time' as const }) }
    const road = { engine: never, interior: false, relaxed: false, gap: 0, left: () => 0, floorOf: () => 1 }
    expect(await travel(model, road)).toMatchObject({ solved: 0, end: `${model.levels[0]?.level}: out-of-time` })
  })
})

function entry(way: Way, processor: number, change: Partial<Measurement> & { practices?: number } = {}): Entry {
  const { practices = 5, ...other } = change
  const task: Task = { practices, weeks: 1, way, gap: 0.01, seconds: 60, seed: 1, python: null }
  const spent = (seconds: number) => ({ wall: 2 * seconds, processor: seconds })
  const run: Measurement = {
    ...{ task, columns: 4000, wholeColumns: 1500, rows: 3000, people: 87, build: spent(0.3), solve: spent(processor) },
    ...{ first: null, aside: null, reached: true, end: 'done', values: [], peakMemory: 300, ...other },
  }
  return { practices, weeks: 1, way, gap: 0.01, runs: [run], fault: null }
}

describe('the page of results', () => {
  const aside = { judge: { wall: 1, processor: 0.06 }, audit: { wall: 1, processor: 0.0006 } }
  const results = {
    machine: 'A machine',
    allowed: [
      { practices: 5, weeks: 1, seconds: 60 },
      { practices: 20, weeks: 1, seconds: 90 },
    ],
    workers: 2,
    seed: 1,
    missing: ['CBC: no program'],
    entries: [
      entry('ours', 6, { first: { wall: 2, processor: 1 }, aside }),
      entry('relaxation-simplex', 4),
      entry('relaxation-interior', 2),
      entry('highs-undivided', 30, { reached: false, end: 'urgent: out-of-time' }),
      entry('ours', 24, { practices: 20 }),
      entry('relaxation-warm', 8, { practices: 20 }),
    ],
  }
  const page = resultsPage({ ...results, resumed: false })

  it('says what each measurement was allowed, and what was measured beside it', () => {
    expect(page).toContain('in one run, 2 measurements at a time.')
    expect(resultsPage({ ...results, resumed: true })).toContain('in one run that goes on with an earlier one')
    expect(page).toContain('processor seconds: 60 (5 practices), 90 (20 practices)')
  })

  it('measures against the fastest relaxation of the same run', () => {
    expect(page).toContain('| ours | 1% | 12.0 | 6.0 | 3.0 | 300 | done |')
    expect(page).toContain('| 5 practices | 2.0 (interior) | 3.0 | more than 5.0 | – |')
    expect(page).toContain('| 20 practices | 8.0 (warm) | 3.0 | not measured | – |')
  })

  it('marks who did not come to an end, and says how far off they are at least', () => {
    expect(page).toContain('| highs-undivided | 1% | 60.0 | 30.0 | > 15.0 | 300 | urgent: out-of-time |')
  })

  it('tells a first rota, the sizes, and the seconds to each gap', () => {
    expect(page).toContain('| 5 practices | 87 | 4,000 | 3,000 | 2.0 / 1.0 | 12.0 / 6.0 | 300 |')
  })

  it('says what share of the solve building, judging and auditing take', () => {
    expect(page).toContain('| 5 practices | 300.0 ms, 5.00% | 60.0 ms, 1.00% | 0.6 ms, 0.01% |')
  })

  it('fits how the time grows with practices', () => {
    expect(page).toContain('- ours to 1%: 1.00, from 5, 20 practices.')
    expect(growth([5, 10, 50].map((size) => ({ size, seconds: 3 * size ** 1.3 })))).toBeCloseTo(1.3, 9)
    expect(growth([{ size: 5, seconds: 1 }])).toBeNull()
  })

  it('names the peers that are missing, and those that were not asked for', () => {
    expect(page).toContain('- CBC: no program')
    expect(peersHere([], null).missing).toHaveLength(5)
    expect(peersHere(['cp-sat', 'javascript-lp-solver'], null)).toMatchObject({ here: ['javascript-lp-solver'] })
    expect(peersHere(['cp-sat'], null).missing).toContain('OR-Tools CP-SAT: no Python here')
  })
})

describe('the order of a run', () => {
  const of = { practices: 5, weeks: 1, seconds: 60 }
  const [own, relaxations, ...peers] = chainsFor({ cases: [of], gaps: [0.01, 0.05, 0.005] }, ['cbc', 'highspy'])

  async function followed(chain: Chain | undefined, reached: (step: Step) => boolean, processor = 5) {
    const [steps, entries]: [Step[], Entry[]] = [[], []]
    if (chain === undefined) throw new Error('there is no such chain')
    const measure = async (step: Step) => {
      steps.push(step)
      return { ...entry(step.way, processor, { reached: reached(step) }), gap: step.gap }
    }
    await follow(chain, measure, (one) => void entries.push(one))
    return { steps, entries }
  }

  it('goes from the widest gap to the narrowest, and tries no narrower one than was missed', async () => {
    const { steps, entries } = await followed(own, ({ gap }) => gap > 0.01)
    expect(steps.map(({ gap }) => gap)).toEqual([0.05, 0.01])
    expect(entries.map(({ gap, runs }) => [gap, runs.length])).toEqual([
      [0.05, 1],
      [0.01, 1],
      [0.005, 0],
    ])
    expect(entries.at(-1)?.fault).toBe('not tried, since 1% was not reached')
    expect((await followed(own, () => true)).steps).toHaveLength(3)
  })

  it('gives the other relaxations three times what the warm one takes, and no more than is allowed', async () => {
    const { steps } = await followed(relaxations, () => true)
    expect(steps.map(({ way, seconds }) => [way, seconds])).toEqual([
      ['relaxation-warm', 60],
      ['relaxation-interior', 15],
      ['relaxation-simplex', 15],
    ])
    expect((await followed(relaxations, () => true, 30)).steps[1]?.seconds).toBe(60)
  })

  it('has each peer by itself, to 1%', () => {
    expect(peers.map(({ ways }) => ways)).toEqual([[{ way: 'cbc', gap: 0.01 }], [{ way: 'highspy', gap: 0.01 }]])
  })

  it('goes on with what has been measured already', () => {
    const step = { way: 'ours' as const, gap: 0.01, seconds: 60 }
    const [done, failed] = [entry('ours', 5), { ...entry('cbc', 5), runs: [], fault: 'no such thing' }]
    expect(knownOf([done, failed], of, step)).toBe(done)
    expect(knownOf([done, failed], of, { ...step, gap: 0.05 })).toBeUndefined()
    expect(knownOf([done, failed], { ...of, weeks: 4 }, step)).toBeUndefined()
    expect(knownOf([done, failed], of, { ...step, way: 'cbc' })).toBeUndefined()
  })

  it('keeps what an earlier run says only of what this one has not come to', () => {
    const [ours, cbc] = [entry('ours', 5), entry('cbc', 5)]
    const untried = { ...entry('ours', 5), gap: 0.005, runs: [], fault: 'not tried, since 1% was not reached' }
    expect(leftOf([ours, cbc, untried], [{ ...ours }, { ...untried }])).toEqual([cbc])
    expect(leftOf([ours, cbc], [{ ...ours, weeks: 4 }])).toEqual([ours, cbc])
  })

  it('works on the given number of items at a time', async () => {
    const [seen, most] = [[] as number[], { now: 0, ever: 0 }]
    await side(2, [1, 2, 3, 4, 5], async (n) => {
      most.ever = Math.max(most.ever, ++most.now)
      await Promise.resolve()
      seen.push(n)
      most.now -= 1
    })
    expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5])
    expect(most.ever).toBe(2)
  })
})

describe('what a run is asked for', () => {
  it('may be a part of it', () => {
    const asked = readAsked(['--sizes', '1,5x4@90', '--peers', 'none', '--seconds', '60', '--gaps', '1'], '/here')
    expect(asked).toMatchObject({ peers: [], gaps: [0.01], workers: 1, out: '/here', name: 'results' })
    expect(asked).toMatchObject({
      cases: [
        { practices: 1, weeks: 1, seconds: 60 },
        { practices: 5, weeks: 4, seconds: 90 },
      ],
    })
  })

  it.each([[['--sizes', 'many']], [['--peers', 'gurobi']], [['--seconds', '0']], [['--speed', '1']]])(
    'is refused where it is not understood: %j',
    (words) => {
      expect(readAsked(words, '/here')).toBe('wrong')
    },
  )
})
