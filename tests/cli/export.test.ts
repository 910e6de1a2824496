/** Rotas as files from a terminal, and a table of one judged as the rota itself is. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { COMMANDS } from '../../cli/commands.ts'
import { run } from '../../cli/run.ts'
import { smallDocument } from '../small-document.ts'
import { fakeWorld } from './fake-world.ts'

const ROTA = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'duty' },
  { person: 'g2', date: '2026-11-30', part: 'am', site: 'birch', work: 'clinic' },
]

let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rota-export-'))
  await writeFile(file('week.json'), JSON.stringify(smallDocument()))
  await writeFile(file('rota.json'), JSON.stringify(ROTA))
})
afterAll(() => rm(folder, { recursive: true }))

async function type(...words: string[]) {
  const world = fakeWorld()
  return { code: await run(words, { commands: COMMANDS, version: '0' }, world), ...world.seen }
}

it('a table of a rota is printed, or written to a file, and judged with the contacts that it names', async () => {
  const asked = ['export', file('rota.json'), '--document', file('week.json'), '--as', 'csv']
  const { code, out, err } = await type(...asked, '-o', file('rota.csv'))
  expect([code, out, err]).toEqual([0, '', `Written to ${file('rota.csv')}.\n`])
  expect((await type(...asked)).out).toBe(await readFile(file('rota.csv'), 'utf8'))
  const [bare, table] = await Promise.all(
    ['rota.json', 'rota.csv'].map((name) => type('judge', file('week.json'), file(name), '--json')),
  )
  const found = [bare?.out, table?.out].map((text) => JSON.parse(text ?? ''))
  expect(found[1]).toMatchObject({ clinicPlan: 'given', agrees: true })
  expect(found[1].findings).toEqual(found[0].findings)
})

it('a workbook of a rota is judged as its table is, and imported it has the findings of the rota', async () => {
  for (const as of ['csv', 'xlsx'])
    await type('export', file('rota.json'), '--document', file('week.json'), '--as', as, '-o', file(`rota.${as}`))
  const judged = (rota: string) => type('judge', file('week.json'), file(rota), '--json')
  const [bare, table, book] = [await judged('rota.json'), await judged('rota.csv'), await judged('rota.xlsx')]
  expect(book.out).toBe(table.out)
  const { code } = await type('import', file('rota.xlsx'), '--as', 'rota', '-o', file('read.json'))
  expect(code).toBe(0)
  const read = await judged('read.json')
  expect(JSON.parse(read.out).findings).toEqual(JSON.parse(bare.out).findings)
})

it('everything that is missing is said at once', async () => {
  const { code, err } = await type('export', file('rota.json'))
  expect(code).toBe(2)
  expect(err).toContain('--as is missing: one of xlsx, pdf, html, ics, csv, templates, fhir.')
  expect(err).toContain('--document is missing: the document that the rota was made for.')
})

it('people whom the document does not have are refused, in the file that names them', async () => {
  await writeFile(file('other.json'), JSON.stringify([{ ...ROTA[0], person: 'g7' }]))
  const { code, err } = await type('export', file('other.json'), '--document', file('week.json'), '--as', 'csv')
  expect(code).toBe(2)
  expect(err).toContain(`${file('other.json')} /0/person`)
})
