/** The run over England, with a solver that knows its answers. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { englandCommand } from '../../cli/commands/england.ts'
import { choose } from '../../cli/england/choice.ts'
import type { EnglandLine } from '../../cli/england/line.ts'
import { lineOf, readLines } from '../../cli/england/line.ts'
import type { NetworkTask, PlanNetwork } from '../../cli/england/plan-network.ts'
import { progressWords } from '../../cli/england/run.ts'
import { speedInWords, summarise } from '../../cli/england/summary.ts'
import { run } from '../../cli/run.ts'
import { englandPage } from '../../scripts/england-page/page.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { sampleReport } from '../src/output/sample-report.ts'
import { type FakeWorld, fakeWorld } from './fake-world.ts'

let folder = ''
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-england-'))
})
afterAll(() => rm(folder, { recursive: true }))

const atlas = readAtlas()

function answer({ ods, week, seed }: NetworkTask): EnglandLine {
  const { practices = [] } = atlas.networks.get(ods) ?? {}
  return {
    ...{ ods, synthetic: true, practices: practices.length, people: 10, week, seed, status: 'within-gap' },
    ...{ urgentDue: 100, urgentShare: 0.9, unmet: 5, worstGap: 0.01, seconds: 2, agrees: true, columns: 1000 },
  }
}

/** A command line with a fake planner; each reading of the clock advances it by two seconds. */
async function type(words: readonly string[], plan: PlanNetwork, world: FakeWorld = fakeWorld()) {
  let now = 0
  const clock = () => {
    now += 2
    return now
  }
  const byQueue = async () => ({ plan, close: async () => {} })
  const commands = [englandCommand({ plan, byQueue, clock, processor: clock })]
  const code = await run(['england', ...words], { commands, version: '0' }, world)
  return { code, ...world.seen }
}

const ALL = choose(atlas, { seed: 1 })
const FEW = ['--sample', '6', '--seed', '3']

describe('the networks of a run', () => {
  it('are all of England, the practices without a network left out', () => {
    expect(ALL).toHaveLength(1298)
    expect(ALL.some(({ ods }) => ods === 'U')).toBe(false)
  })

  it('are those of one board, by its code or its name', () => {
    const [[code = '', name = ''] = []] = [...atlas.icbs]
    const byCode = choose(atlas, { only: code, seed: 1 })
    expect(byCode.length).toBeGreaterThan(10)
    expect(byCode.every(({ icb }) => icb === code)).toBe(true)
    expect(choose(atlas, { only: name.toUpperCase(), seed: 1 })).toEqual(byCode)
    expect(() => choose(atlas, { only: 'Atlantis', seed: 1 })).toThrow('no integrated care board')
  })

  it('are drawn at random: the same seed the same ones, another seed others', () => {
    const drawn = choose(atlas, { sample: 130, seed: 1 })
    expect(drawn).toHaveLength(130)
    expect(choose(atlas, { sample: 130, seed: 1 })).toEqual(drawn)
    expect(choose(atlas, { sample: 130, seed: 2 })).not.toEqual(drawn)
  })
})

describe('a run', () => {
  it('writes a line a network, and a summary', async () => {
    const { code, out, err, progress } = await type(FEW, async (task) => answer(task))
    expect(code, err).toBe(0)
    expect(out.match(/^\d+ practices, .*urgent 90%, 5 late, gap 1.0%, 2.0 s, 1,000 columns, agrees$/gm)).toHaveLength(
      12,
    )
    expect(out).toMatch(/All networks +6 /)
    expect(progress).toContain('[....................] 0 of 6 networks, 0%')
    expect(progress.find((line) => line.startsWith('[##########..........] 3 of 6 networks, 50%, about'))).toBeDefined()
  })

  it('plans no more networks at one time than it has workers', async () => {
    let running = 0
    let most = 0
    const plan: PlanNetwork = async (task) => {
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
      return answer(task)
    }
    await type([...FEW, '--workers', '2'], plan)
    expect(most).toBe(2)
  })

  it('that is stopped keeps what is done, and goes on with the rest', async () => {
    const path = file('stopped.jsonl')
    const world = fakeWorld()
    const begun: string[] = []
    const interrupted: PlanNetwork = async (task) => {
      begun.push(task.ods)
      if (begun.length === 3) world.interrupt()
      const cut = Atomics.load(task.stop, 0) === 1
      return { ...answer(task), ...(cut ? { status: 'stopped' as const, worstGap: 0.4 } : {}) }
    }
    const first = await type([...FEW, '--workers', '1', '-o', path], interrupted, world)
    expect(first.code).toBe(0)
    expect(begun).toHaveLength(3)
    expect(first.err).toContain(`4 networks are left: the same command resumes from ${path}.`)
    expect(readLines(await readFile(path, 'utf8')).map(({ ods }) => ods)).toEqual(begun.slice(0, 2))

    const later: string[] = []
    const plan: PlanNetwork = async (task) => {
      later.push(task.ods)
      return answer(task)
    }
    const second = await type([...FEW, '-o', path, '--json'], plan)
    expect(later).toHaveLength(4)
    expect(later).not.toContain(begun[0])
    const { networks, sizes } = JSON.parse(second.out)
    expect(networks).toHaveLength(6)
    expect(sizes.at(-1)).toMatchObject({ name: 'All networks', networks: 6, urgentShare: 0.9, unmet: 30, disputed: 0 })
    expect(readLines(await readFile(path, 'utf8'))).toHaveLength(6)
  })

  it('that was killed in the middle of a line plans that network again', async () => {
    const path = file('torn.jsonl')
    await type([...FEW, '-o', path], async (task) => answer(task))
    const whole = await readFile(path, 'utf8')
    await writeFile(path, whole.slice(0, -20))
    const again: string[] = []
    await type([...FEW, '-o', path], async (task) => {
      again.push(task.ods)
      return answer(task)
    })
    expect(again).toHaveLength(1)
    expect(await readFile(path, 'utf8')).toBe(whole)
  })

  it('refuses a file of another week', async () => {
    const path = file('week.jsonl')
    await type([...FEW, '-o', path], async (task) => answer(task))
    const { code, err } = await type([...FEW, '-o', path, '--week', '2027-01-13'], async (task) => answer(task))
    expect(code).toBe(2)
    expect(err).toContain('the week of 2026-11-30')
  })

  it('tells a network that fails, leaves it for the next run, and goes on', async () => {
    const path = file('fault.jsonl')
    let count = 0
    const { code, err } = await type([...FEW, '-o', path], async (task) => {
      count += 1
      if (count === 2) throw new Error('the thread fell over')
      return answer(task)
    })
    expect(code).toBe(1)
    expect(err).toMatch(/U\d+ was not planned: the thread fell over/)
    expect(readLines(await readFile(path, 'utf8'))).toHaveLength(5)
  })
})

describe('no figure of synthetic people', () => {
  const names = (text: string) => {
    const boards = [...atlas.icbs.values()].filter((name) => text.includes(name))
    const networks = [...atlas.networks.values()].filter(
      ({ ods, name }) => ods !== 'U' && (text.includes(name) || text.includes(ods)),
    )
    return [...boards, ...networks.map(({ ods }) => ods)]
  }

  it('is printed beside the name or code of a real network or board', async () => {
    const path = file('nameless.jsonl')
    expect(names((await type([...FEW, '-o', path], async (task) => answer(task))).out)).toEqual([])
    expect(names((await type([...FEW, '-o', path, '--json'], async (task) => answer(task))).out)).toEqual([])
    const lines = readLines(await readFile(path, 'utf8'))
    expect(names(englandPage({ lines, england: 1298, notes: [] }))).toEqual([])
    expect(names('Barnsley PCN')).not.toEqual([])
  })

  it.each(['docs/england.md', 'docs/england-tenth.md', 'docs/networks.md'])('stands so in %s', async (page) => {
    expect(names(await readFile(new URL(`../../${page}`, import.meta.url), 'utf8'))).toEqual([])
  })
})

describe('figures', () => {
  it('of a network are those of its report', () => {
    const report = sampleReport()
    const facts = { ods: 'U99999', practices: 2, people: 9 }
    const line = lineOf(facts, { week: '2026-11-30', seed: 1 }, report)
    expect(line).toMatchObject({
      ...facts,
      status: report.status,
      agrees: report.audit.agrees,
      urgentShare: report.service.urgent.share,
    })
    expect(line.unmet).toBeCloseTo(
      report.service.unmet.reduce((sum, { contacts }) => sum + contacts, 0),
      3,
    )
    expect(line.worstGap).toBeCloseTo(Math.max(...report.levels.map(({ gap }) => gap)), 4)
  })

  it('of networks of one size count every urgent contact the same, not every network', () => {
    const task = {
      ods: 'U11111',
      week: '2026-11-30',
      seed: 1,
      seconds: 1,
      stop: new Int32Array(1),
      onProgress: () => {},
    }
    const line = { ...answer(task), practices: 3 }
    const [size] = summarise([line, { ...line, urgentDue: 300, urgentShare: 0.5, agrees: false, seconds: 4 }])
    expect(size).toMatchObject({
      name: '3 to 4 practices',
      networks: 2,
      urgentShare: 0.6,
      seconds: 3,
      slowest: 4,
      disputed: 1,
    })
  })

  it('tell how long is left, and how long all of England would take', () => {
    expect(progressWords({ ended: 10, left: 110, before: 90, seconds: 60 })).toBe(
      '[##########..........] 100 of 200 networks, 50%, about 10 min left',
    )
    expect(speedInWords({ planned: 130, wall: 650, processor: null })).toBe(
      '130 networks in 650 s, through the queue. At this rate all 1,298 would take 1.8 h.',
    )
    expect(speedInWords({ planned: 130, wall: 650, processor: 1300 })).toBe(
      '130 networks in 650 s and 1300 processor seconds: 10.0 processor seconds each, 360 networks per core-hour. At this rate all 1,298 would take 3.6 h of processor time, 1.8 h elapsed.',
    )
  })

  it('of a whole run make a page: what agrees, what it took, by size, the slowest without their names', () => {
    const task = { week: '2026-11-30', seed: 1, seconds: 1, stop: new Int32Array(1), onProgress: () => {} }
    const [quick, slow] = ALL.slice(0, 2).map(({ ods }) => answer({ ods, ...task }))
    if (quick === undefined || slow === undefined) throw new Error('The atlas has no networks.')
    const lines = [quick, { ...slow, seconds: 8, agrees: false, status: 'out-of-time' as const }]
    const page = englandPage({ lines, england: 1298, notes: ['On two processors.'] })
    expect(page).toContain('2 of 1,298 networks, week of 2026-11-30, seed 1')
    expect(page).toContain(`- Model and checks agree: not in ${slow.ods}.`)
    expect(page).toContain('- Status: 1 out-of-time, 1 within-gap.')
    expect(page).toContain('mean 5.0, median 8.0; 720 networks an hour')
    expect(page).toContain('1.8 hours on one worker')
    expect(page).toContain('20 synthetic people. Urgent need dealt with on the day: 90%')
    const whole = englandPage({ lines, england: 2, notes: [] })
    expect(whole).toContain('All of England took 0.0 hours on one worker')
    const seconds = [...page.slice(page.indexOf('## The slowest')).matchAll(/\| (\d\.\d) \| [\w-]+ \|$/gm)].map(
      (cell) => cell[1],
    )
    expect(seconds).toEqual(['8.0', '2.0'])
    const sizes = [1, 2, 5, 9].map((practices) => ({ ...quick, practices, worstGap: practices / 100 }))
    const late = sizes.map((line) =>
      line.practices === 1 ? { ...line, seconds: 9, status: 'out-of-time' as const } : line,
    )
    const bySize = englandPage({ lines: late, england: 1298, notes: [] })
    expect(bySize).toContain('| 1 to 2 | 2 | 1 | 1 | 9.0 | 2.0% | 2.0% |\n| 5 to 6 | 1 | 1 | 1 | 2.0 | 5.0% | 5.0% |')
    expect(bySize).toContain('| 9 and more | 1 | 1 | 1 | 2.0 | 9.0% | 9.0% |')
    expect(englandPage({ lines: [], england: 1298, notes: [] })).toContain('No network')
  })
})
