/** A quarter planned from a record, and the evidence for its board. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { evidence } from '../../cli/commands/evidence.ts'
import { weeks } from '../../cli/commands/weeks.ts'
import { run } from '../../cli/run.ts'
import type { RotaDocument } from '../../src/intake/rota-document.ts'
import type { Report } from '../../src/report.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { fakeWorld } from './fake-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'rota-weeks-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

async function type(words: readonly string[]) {
  const world = fakeWorld()
  const code = await run(words, { commands: [weeks, evidence], version: '0' }, world)
  return { code, ...world.seen }
}

const read = <T>(name: string): T => JSON.parse(readFileSync(file(name), 'utf8'))

const leave = [
  { id: 'l1', person: 'ann', from: '2026-12-07', to: '2026-12-11' },
  { id: 'l2', person: 'cat', from: '2026-12-07', to: '2026-12-11' },
]
writeFileSync(file('record.json'), JSON.stringify(smallRecord({ leave, solve: { seconds: 10, gap: 0.05, seed: 1 } })))

it('a quarter’s clashes of leave are shown without planning anything', async () => {
  const { code, out, err } = await type([
    'weeks',
    file('record.json'),
    '--from',
    '2026-12-02',
    '--weeks',
    '3',
    '--outlook',
    '--json',
  ])
  expect([code, err]).toEqual([
    0,
    expect.stringMatching(
      /^Week of Monday 7 December 2026: 2 of 3 GPs away, nobody to hold the duty at Birch Lane on Mon 7 Dec and in \d+ more sessions\.\n$/,
    ),
  ])
  const told = JSON.parse(out) as { weeks: { from: string; words: string | null }[] }
  expect(told.weeks.map(({ from, words }) => [from, words === null])).toEqual([
    ['2026-11-30', true],
    ['2026-12-07', false],
    ['2026-12-14', true],
  ])
})

it('two weeks are planned one after the other, and the second carries on from the first', async () => {
  const words = ['weeks', file('record.json'), '--from', '2026-11-30', '--weeks', '2', '-o', file('out')]
  const { code, out } = await type(words)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^Week of Monday 30 November 2026: urgent \d+%, other \d+% in time, \d+ left waiting, /),
    expect.stringMatching(/^Week of Monday 7 December 2026: urgent \d+%/),
    '',
  ])
  expect(readdirSync(file('out')).sort()).toEqual([
    'rota-2026-11-30.json',
    'rota-2026-12-07.json',
    'week-2026-11-30.json',
    'week-2026-12-07.json',
  ])
  const first = read<Report>('out/rota-2026-11-30.json')
  const second = read<RotaDocument>('out/week-2026-12-07.json')
  const worked = (second.history ?? []).reduce((sum, { sessions = 0 }) => sum + sessions, 0)
  expect(worked).toBe(first.assignments.length)
  const routine = (rows: readonly { need: string; contacts: number }[] = []) =>
    rows.filter(({ need }) => need === 'routine').reduce((sum, { contacts }) => sum + contacts, 0)
  expect(routine(second.backlog)).toBeCloseTo(routine(first.waiting), 0)

  const told = await type([
    'evidence',
    file('record.json'),
    '--past',
    file('out/rota-2026-11-30.json'),
    file('out/rota-2026-12-07.json'),
  ])
  expect(told.code).toBe(0)
  expect(told.out).toMatch(/^2 weeks had a published rota\.\n/)
  expect(told.out).not.toMatch(/\b(ann|bob|cat|dee)\b/i)
})

it('evidence with the first drafts says how many safety findings were put right before publication', async () => {
  const finding = { rule: 'duty-doctor', level: 'safety', people: [] }
  const other = { rule: 'few-sites', level: 'wellbeing', people: [] }
  const report = read<Report>('out/rota-2026-11-30.json')
  const later = read<Report>('out/rota-2026-12-07.json')
  const put = (name: string, of: Report, findings: readonly unknown[]) => {
    writeFileSync(file(name), JSON.stringify({ ...of, findings }))
    return file(name)
  }
  const past = [put('past-1.json', report, [finding]), put('past-2.json', later, [])]
  // The second week's draft was better than what was published: nothing was put right there.
  const drafts = [put('draft-1.json', report, [finding, finding, finding, other]), put('draft-2.json', later, [other])]
  const words = ['evidence', file('record.json'), '--past', ...past]
  const told = await type([...words, '--drafts', ...drafts])
  expect([told.code, told.out]).toEqual([
    0,
    expect.stringContaining('2 safety findings of first drafts had been resolved before publication.'),
  ])
  const json = JSON.parse((await type([...words, '--drafts', drafts[0] ?? '', '--json'])).out)
  expect(json.safety).toEqual([
    { week: '2026-11-30', published: 1, draft: 3, rules: { 'duty-doctor': 1 } },
    { week: '2026-12-07', published: 0, draft: null, rules: {} },
  ])
  expect((await type(words)).out).not.toContain('first drafts')
  const wrong = put('no-report.json', { ...report, format: 'rota/9' } as never, [])
  const refused = await type([...words, '--drafts', wrong])
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('no-report.json')])
})

it.each([
  [['weeks', file('record.json'), '--from', 'soon'], '--from'],
  [['weeks', file('record.json'), '--weeks', '14'], '13'],
  [['evidence', file('record.json')], '--past'],
  [['evidence', file('record.json'), '--from', 'soon', '--to', '2026-12-31'], '--from'],
])('%j is refused with what is wrong', async (words, told) => {
  const { code, err } = await type(words)
  expect([code, err]).toEqual([2, expect.stringContaining(told)])
})
