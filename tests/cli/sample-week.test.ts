/** The sample's week in the service of a newcomer: there after the first start, and left alone by the next. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Service, serve } from '../../api/main.ts'
import { storeSampleWeek } from '../../cli/sample-week.ts'
import { smallDocument } from '../small-document.ts'

const PAGE = '/networks/U99999/weeks/2026-11-30'
const sample = smallDocument()
let service: Service
beforeAll(async () => {
  service = await serve({ port: 0, places: 1 })
})
afterAll(() => service.close())

async function read(path: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`${service.url}/v1${path}`)).json()) as Record<string, unknown>
}

it('is stored with its record and its rota, once', async () => {
  expect(await storeSampleWeek(service.url, sample, { assignments: [] })).toBe(PAGE)
  expect(await read(`${PAGE}/document`)).toMatchObject({ people: sample.people.map(({ id }) => ({ id })) })
  expect(await read('/networks/U99999/record')).toMatchObject({ network: { name: 'Alder and Birch' } })

  const renamed = smallDocument({ network: { ...sample.network, name: 'Another' } })
  expect(await storeSampleWeek(service.url, renamed, { assignments: [] })).toBe(PAGE)
  expect(await read(`${PAGE}/document`)).toMatchObject({ network: { name: 'Alder and Birch' } })
  expect(((await read(`${PAGE}/rotas`)).rotas as readonly unknown[]).length).toBe(1)
})
