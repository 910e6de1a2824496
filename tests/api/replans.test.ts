/** A published week made whole again, over HTTP and at a terminal. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replanResponse } from '../../api/contract/replans.ts'
import { replan } from '../../cli/commands/replan.ts'
import { run } from '../../cli/run.ts'
import { fakeWorld } from '../cli/fake-world.ts'
import { judgedAgain } from '../replan/absent.ts'
import { smallDocument } from '../small-document.ts'
import { checkedFetch } from './contract-check.ts'
import { REPORT, type ServingSolves, serveSolves } from './serving-solves.ts'

const ROTA = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' },
  { person: 'g2', date: '2026-11-30', part: 'am', site: 'birch', work: 'duty' },
  { person: 'g3', date: '2026-11-30', part: 'am', site: 'birch', work: 'clinic' },
]
const DOCUMENT = smallDocument({ demand: smallDocument().demand.slice(0, 6), backlog: [] })
const AWAY = { person: 'g1', from: '2026-11-30' }
let service: ServingSolves
let folder = ''

beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
  folder = await mkdtemp(join(tmpdir(), 'rota-replan-'))
  await writeFile(join(folder, 'week.json'), JSON.stringify(DOCUMENT))
  await writeFile(join(folder, 'rota.json'), JSON.stringify(ROTA))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

async function ask(body: Record<string, unknown>) {
  const response = await checkedFetch(`${service.url}/v1/replans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=50' },
    body: JSON.stringify({ document: DOCUMENT, rota: ROTA, away: AWAY, now: '2026-11-30T07:40', ...body }),
  })
  return { status: response.status, answer: (await response.json()) as unknown }
}

async function terminal(...options: string[]) {
  const world = fakeWorld()
  const words = ['replan', join(folder, 'week.json'), join(folder, 'rota.json'), ...options]
  const code = await run(words, { commands: [replan], version: '1' }, world)
  return { code, ...world.seen }
}

describe('a replan that is waited for', () => {
  it('changes as few sessions as are allowed, and can be judged again from what was sent', async () => {
    const { points, document } = replanResponse.parse((await ask({ moves: 1 })).answer)
    const [point] = points
    expect(point?.moves).toHaveLength(1)
    expect(point?.rota?.assignments).not.toContainEqual(ROTA[0])
    if (point?.rota === null || point === undefined) throw new Error('no rota')
    const again = judgedAgain(document, { rota: point.rota })
    for (const { level, value } of point.levels) expect(again.get(level)).toBeCloseTo(value, 5)
  })

  it('shows the whole scale where the curve is asked for', async () => {
    const { points } = replanResponse.parse((await ask({ curve: true })).answer)
    expect(points.map(({ allowed }) => allowed)).toEqual([0, 1, 2, 3, 5, 'any'])
    expect(points[0]?.moves).toEqual([])
    expect(points[1]?.gains.length).toBeGreaterThan(0)
  })

  it('is refused with everything that is wrong at once', async () => {
    const { status, answer } = await ask({
      moves: -1,
      curve: 'yes',
      away: { person: 'g9', from: '2026-11-30' },
      now: 7,
    })
    expect(status).toBe(422)
    const { errors } = answer as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/away/person', '/now', '/moves', '/curve'])
  })
})

describe('rota replan', () => {
  it('says who would move, and how good that is', async () => {
    const { code, out } = await terminal('--away', 'GP 1', '--from', '2026-11-30', '--moves', '1')
    expect(code).toBe(0)
    expect(out).toMatch(/^With 1 change: .* would .*\nSafety |^With 1 change: /)
    expect(out).toMatch(/roven/)
  })

  it('shows the points that were found when it is stopped, each with how good it is', async () => {
    const world = fakeWorld()
    const progress = (line: string) => (line.includes('2 changes') ? world.interrupt() : undefined)
    const words = ['replan', join(folder, 'week.json'), join(folder, 'rota.json'), '--curve', '--json']
    words.push('--away', 'GP 1', '--from', '2026-11-30')
    const code = await run(words, { commands: [replan], version: '1' }, { ...world, progress })
    expect([code, world.seen.err]).toEqual([0, expect.stringContaining('Stopped: ')])
    const { points } = replanResponse.parse(JSON.parse(world.seen.out))
    expect(points.map(({ allowed }) => allowed)).toEqual([0, 1])
    for (const { levels } of points) expect(levels.every(({ gap }) => gap >= 0)).toBe(true)
  })

  it('says in the words that were typed what is wrong', async () => {
    expect((await terminal('--away', 'GP 9')).err).toBe(
      '--away: There is nobody with this id or name. (got "GP 9"; try GP 1)\n',
    )
    expect((await terminal('--moves', '-1')).err).toMatch(/--moves needs a/)
  })
})
