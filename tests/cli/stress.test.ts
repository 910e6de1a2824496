/** `rota stress`: what is wrong with its files is said before any week is tried. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Call } from '../../cli/call.ts'
import { stress } from '../../cli/commands/stress.ts'
import { shortWeek } from '../short-week.ts'
import { fakeWorld } from './fake-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'rota-stress-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

const WEEK = file('week.json', shortWeek())
const at = (person: string) => [
  { person, date: '2026-11-30', part: 'am', site: person === 'g2' ? 'birch' : 'alder', work: 'duty' },
]
const RIGHT = file('right.json', at('g1'))
const callOf = (rota: string, options: Call['options']): Call => ({
  arguments: [WEEK, rota],
  options,
  lists: {},
  named: {},
})

it('names the file of each rota that is wrong, whichever it is', async () => {
  const world = fakeWorld()
  const [wrong, other] = [file('wrong.json', at('nobody')), file('other.json', at('stranger'))]
  const tried = stress.run(callOf(wrong, { against: other }), world)
  await expect(tried).rejects.toMatchObject({
    complaints: [
      { pointer: `${wrong} /0/person`, seen: '"nobody"' },
      { pointer: `${other} /0/person`, seen: '"stranger"' },
    ],
  })
  expect(world.seen.progress).toEqual([])
})

it('refuses a file of the other rota that is not there or holds no rota', async () => {
  const missing = join(folder, 'missing.json')
  const text = file('text.json', 'a rota')
  for (const [against, pointer] of [
    [missing, missing],
    [text, text],
  ] as const) {
    const tried = stress.run(callOf(RIGHT, { against }), fakeWorld())
    await expect(tried).rejects.toMatchObject({ complaints: [{ pointer: expect.stringContaining(pointer) }] })
  }
})

it('tries two rotas in the same weeks, and draws both', async () => {
  const world = fakeWorld()
  const charts = join(folder, 'charts')
  const options = { against: file('left.json', at('g2')), samples: 2, svg: charts }
  await stress.run(callOf(RIGHT, options), world)
  expect(world.seen.out).toContain('With right.json rather than left.json')
  expect(readdirSync(charts).sort()).toEqual(['absences-2.svg', 'absences.svg', 'urgent-by-day.svg'])
  expect(readFileSync(join(charts, 'urgent-by-day.svg'), 'utf8')).toContain('2 weeks of illness')
})
