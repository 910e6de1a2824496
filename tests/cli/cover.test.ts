import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cover } from '../../cli/commands/cover.ts'
import { run } from '../../cli/run.ts'
import { smallDocument } from '../small-document.ts'
import { fakeWorld } from './fake-world.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-cover-'))
  await writeFile(join(folder, 'week.json'), JSON.stringify(smallDocument()))
  await writeFile(
    join(folder, 'rota.json'),
    JSON.stringify([{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' }]),
  )
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function ask(...options: string[]) {
  const world = fakeWorld()
  const words = ['cover', join(folder, 'week.json'), join(folder, 'rota.json'), ...options]
  const code = await run(words, { commands: [cover], version: '1' }, world)
  return { code, ...world.seen }
}

describe('rota cover', () => {
  it('says whom to ask, what that puts right, and what it costs to leave it open', async () => {
    const { code, out, err } = await ask('--away', 'GP 1', '--from', '2026-11-30')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^GP 1 is away: 1 session with patients to cover\.\n\n1\. Ask /)
    expect(out).toContain('Puts right: Alder Road has no duty doctor on Monday morning.')
    expect(out).toContain('Leave Monday morning at Alder Road open.')
  })

  it('prints the answers as JSON', async () => {
    const { out } = await ask('--away', 'g1', '--from', '2026-11-30', '--json', '--most', '2')
    expect(JSON.parse(out)).toMatchObject({ person: 'g1', options: [{}, {}, {}], document: { format: 'rota/1' } })
  })

  it('says what is wrong in the words that were typed', async () => {
    const { code, err } = await ask('--away', 'GP 7', '--from', '2026-11-30')
    expect([code, err]).toEqual([2, '--away: There is nobody with this id or name. (got "GP 7"; try GP 1)\n'])
    expect((await ask('--away', 'g1', '--from', '2027-01-04', '--part', 'noon')).err).toBe(
      [
        '--part /0: There is no part of the day with this id. (got "noon")',
        '--from: This is outside the rota, which runs from 2026-11-30 to 2026-12-06. (got "2027-01-04")',
        '',
      ].join('\n'),
    )
    expect((await ask()).err).toMatch(/^Say who is away: --away PERSON\.\n/)
  })
})
