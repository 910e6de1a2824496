/** The bench: weeks from real networks, other roads to the same levels, and a page that hides nothing. */
import { describe, expect, it } from 'vitest'
import { documentFor } from '../../bench/documents.ts'
import { type Entry, resultsPage } from '../../bench/results.ts'
import { travel } from '../../bench/roads.ts'
import type { Measurement, Task, Way } from '../../bench/task.ts'
import { floorOf } from '../../solver/floors.ts'
import { isInForce } from '../../solver/numbers.ts'
import { relax } from '../../solver/relax.ts'
import { RULES } from '../../solver/rules/index.ts'
import { draftOf } from '../../solver/solve.ts'
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
    const model = relax(draftOf(problem, rules), rules, problem)
    const road = {
      engine: HIGHS,
      interior: false,
      gap: 0,
      left: () => 60,
      floorOf: (level: Level) => floorOf(level, problem),
    }
    const whole = await travel(model, { ...road, relaxed: false })
    const limit = await travel(model, { ...road, relaxed: true })
    expect([whole.end, limit.end]).toEqual(['done', 'done'])
    const ours = (await rotaOf(problem)).levels.map(({ value }) => value)
    expect(whole.values).toHaveLength(ours.length)
    ours.forEach((value, k) => {
      expect(whole.values[k]).toBeCloseTo(value, 3)
    })
    // Only the first level: behind it the two hold different things.
    expect(limit.values[0]).toBeLessThanOrEqual((whole.values[0] ?? 0) + 1e-6)
  })

  it('say where they came to a stop', async () => {
    const problem = problemOf(exactly(shortWeek()))
    const rules = RULES.filter((rule) => isInForce(rule, problem))
    const model = relax(draftOf(problem, rules), rules, problem)
    const never = { ...HIGHS, solve: async () => ({ status: 'out-of-time' as const }) }
    const road = { engine: never, interior: false, relaxed: false, gap: 0, left: () => 0, floorOf: () => 1 }
    expect(await travel(model, road)).toMatchObject({ solved: 0, end: `${model.levels[0]?.level}: out-of-time` })
  })
})

function entry(way: Way, processor: number, change: Partial<Measurement> = {}, runs = 1): Entry {
  const task: Task = { practices: 5, weeks: 1, way, gap: 0.01, seconds: 60, seed: 1 }
  const spent = (seconds: number) => ({ wall: 2 * seconds, processor: seconds })
  const run: Measurement = {
    ...{ task, columns: 4000, wholeColumns: 1500, rows: 3000, people: 87, build: spent(0), solve: spent(processor) },
    ...{ first: null, judge: null, reached: true, end: 'done', peakMemory: 300, ...change },
  }
  const { practices, weeks, gap } = task
  return { practices, weeks, way, gap, runs: Array<Measurement>(runs).fill(run), fault: null }
}

describe('the page of results', () => {
  const page = resultsPage({
    machine: 'A machine',
    seconds: 60,
    seed: 1,
    missing: ['CBC: no program'],
    entries: [
      entry('ours', 6, { first: { wall: 2, processor: 1 } }),
      entry('relaxation-simplex', 4),
      entry('relaxation-interior', 2),
      entry('highs-undivided', 30, { reached: false, end: 'urgent: out-of-time' }),
    ],
  })

  it('measures against the faster relaxation of the same run', () => {
    expect(page).toContain('| ours | 1 % | 12.0 | 6.0 | 3.0 | 300 | done |')
  })

  it('marks who did not come to an end, and says how far off they are at least', () => {
    expect(page).toContain('| highs-undivided | 1 % | 60.0 | 30.0 | > 15.0 | 300 | urgent: out-of-time |')
    expect(page).toContain('HiGHS undivided takes more than 5.0 × our processor time')
  })

  it('names the peers that are missing', () => {
    expect(page).toContain('- CBC: no program')
  })
})
