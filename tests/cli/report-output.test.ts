/** Reports in the format that somebody asks for, printed and in a file. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { run } from '../../cli/run.ts'
import { shortWeek } from '../short-week.ts'
import { fakeWorld } from './fake-world.ts'

let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-formats-'))
  await writeFile(file('week.json'), JSON.stringify(shortWeek()))
  const solved = await type('solve', file('week.json'), '-o', file('kept.json'))
  expect(solved.code, solved.err).toBe(0)
})
afterAll(() => rm(folder, { recursive: true }))

async function type(...words: string[]) {
  const world = fakeWorld()
  return { code: await run(words, { commands: COMMANDS, version: '0' }, world), ...world.seen }
}

const print = (...options: string[]) => type('print', file('week.json'), file('kept.json'), ...options)

it('a report is printed as JSON exactly as it was written, by either option', async () => {
  const kept = await readFile(file('kept.json'), 'utf8')
  expect((await print('--as', 'json')).out).toBe(kept)
  expect((await print('--json')).out).toBe(kept)
})

it('the ending of a file says its format, and what is printed beside it is in words', async () => {
  const { code, out, err } = await print('-o', file('kept.txt'))
  expect([code, err]).toEqual([0, expect.stringContaining('kept.txt')])
  expect(await readFile(file('kept.txt'), 'utf8')).toBe(out)
  expect(out).toMatch(/^Alder and Birch \(U99999\), week from Monday 30 November 2026\n/)
  await print('--as', 'text', '--output', file('kept'))
  expect(await readFile(file('kept'), 'utf8')).toBe(await readFile(file('kept.json'), 'utf8'))
})

it('a format that does not exist is refused with those that do', async () => {
  const { code, err } = await print('--as', 'texts')
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/--as must be one of json, text, .+\. \(got "texts"; try text\)/),
  ])
})

it('two formats are refused before anything is solved', async () => {
  const { code, out, err } = await type('solve', file('week.json'), '--json', '--as', 'text')
  expect([code, out, err]).toEqual([2, '', expect.stringContaining('Use either --json or --as, not both.')])
})
