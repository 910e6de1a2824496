/** The sample's week in the service of a newcomer: there after the first start, and left alone by the next. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Service, serve } from '../../api/main.ts'
import { planSampleWeek } from '../../cli/sample-week.ts'
import type { Document } from '../../client/rota-client.ts'
import type { Progress } from '../../src/output/progress.ts'
import { smallDocument } from '../small-document.ts'

const PAGE = '/networks/U99999/weeks/2026-11-30'
const sample = smallDocument() as Document
let service: Service
beforeAll(async () => {
  service = await serve({ port: 0, places: 1 })
})
afterAll(() => service.close())

async function read(path: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`${service.url}/v1${path}`)).json()) as Record<string, unknown>
}

async function send(path: string, body: object): Promise<number> {
  const headers = { 'Content-Type': 'application/json' }
  return (await fetch(`${service.url}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

it('is stored with its record, planned by a solve, and left alone by later starts', async () => {
  const lines: Progress[] = []
  const found: string[] = []
  const start = (given: Document) =>
    planSampleWeek({
      url: service.url,
      given,
      onFound: (when) => found.push(when),
      onProgress: (line) => lines.push(line),
      onStop: () => () => undefined,
    })
  const first = await start(sample)
  expect(first.page).toBe(PAGE)
  expect(lines.length).toBeGreaterThan(0)
  expect(await read(`${PAGE}/document`)).toMatchObject({ people: sample.people.map(({ id }) => ({ id })) })
  expect(await read('/networks/U99999/record')).toMatchObject({ network: { name: 'Alder and Birch' } })

  const byHand = { assignments: first.report.assignments.slice(1) }
  expect(await send(`${PAGE}/rotas`, byHand)).toBe(201)
  const again = await start(smallDocument({ network: { ...sample.network, name: 'Another' } }) as Document)
  expect(again).toEqual(first)
  expect(found).toEqual(['now', 'earlier'])
  expect(await read(`${PAGE}/document`)).toMatchObject({ network: { name: 'Alder and Birch' } })
  const { rotas } = await read(`${PAGE}/rotas`)
  expect(rotas).toMatchObject([{ source: 'hand' }, { source: 'solve', status: first.report.status }])
})
