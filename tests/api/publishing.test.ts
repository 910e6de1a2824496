/** Publishing a network's rotas: what is in force each week, and who is notified of what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { operationResponse } from '../../api/contract/solves.ts'
import {
  auditResponse,
  publicationResponse,
  publishedResponse,
  rotasResponse,
  weeksResponse,
} from '../../api/contract/weeks.ts'
import { smallDocument } from '../small-document.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

let service: ServingSolves
let solver = patientSolver()
beforeAll(async () => {
  service = await serveSolves((...asked) => solver.solve(...asked))
})
beforeEach(() => {
  solver = patientSolver()
  solver.letGo()
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

/** A network of its own for each test. */
let count = 0
function aNetwork() {
  count += 1
  const ods = `U1100${count}`
  const document = (note = 'The first.') => smallDocument({ network: { ods, name: 'Alder and Birch' }, note })
  const week = `/v1/networks/${ods}/weeks/2026-11-30`
  return { ods, document, week, network: `/v1/networks/${ods}` }
}

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  service.call(method, path, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const get = (path: string) => service.call('GET', path)
const json = async (response: Response | Promise<Response>): Promise<unknown> => (await response).json()

/** Clinics on Monday, as somebody types them. */
const BY_HAND = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' },
  { person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' },
]

async function solved(document: unknown) {
  const { id } = operationResponse.parse(await json(service.submit(document)))
  return until(
    async () => operationResponse.parse(await json(get(`/v1/solves/${id}`))),
    ({ state }) => state === 'done',
  )
}

describe('publishing', () => {
  it('is one version a week: the next one takes the place of the one before', async () => {
    const { document, week, network } = aNetwork()
    await send('PUT', `${week}/document`, document())
    await send('POST', `${week}/rotas`, BY_HAND)
    await send('POST', `${week}/rotas`, BY_HAND.slice(1))
    expect((await get(`${week}/published`)).status).toBe(404)
    for (const version of [1, 2, 2]) {
      const rota = publicationResponse.parse(await json(service.call('PUT', `${week}/rotas/${version}/publication`)))
      expect([rota.version, rota.published?.by]).toEqual([version, 'local'])
    }
    const { rotas } = rotasResponse.parse(await json(get(`${week}/rotas`)))
    expect(rotas.map(({ published }) => published !== undefined)).toEqual([true, false])
    expect(rotas.map(({ superseded }) => superseded !== undefined)).toEqual([false, true])
    // Nobody withdrew the first: the second took its place.
    const { entries } = auditResponse.parse(await json(get(`${network}/audit?limit=3`)))
    expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'publish 2026-11-30/rota/2',
      'replace 2026-11-30/rota/1',
      'publish 2026-11-30/rota/1',
    ])
    const { weeks } = weeksResponse.parse(await json(get(`${network}/weeks`)))
    expect(weeks).toMatchObject([{ from: '2026-11-30', state: 'published', rota: 2, published: { version: 2 } }])
  })

  it('of several weeks returns each week’s own sessions, and says which rota takes a week over', async () => {
    const { document, week, network } = aNetwork()
    const of = (from: string) => week.replace('2026-11-30', from)
    const later = BY_HAND.map((row) => ({ ...row, date: '2026-12-10' }))
    await send('PUT', `${week}/document`, { ...document(), week: { from: '2026-11-30', weeks: 4 } })
    await send('POST', `${week}/rotas`, [...BY_HAND, ...later])
    await service.call('PUT', `${week}/rotas/1/publication`)
    const second = publishedResponse.parse(await json(get(`${of('2026-12-07')}/published`)))
    expect(second).toMatchObject({ weekFrom: '2026-12-07', rota: { from: '2026-11-30', weeks: 4, version: 1 } })
    expect(second.assignments).toEqual(later)
    expect(publishedResponse.parse(await json(get(`${week}/published`))).assignments).toEqual(BY_HAND)
    expect((await get(`${of('2026-12-28')}/published`)).status).toBe(404)

    const inside = { ...document(), week: { from: '2026-12-07' }, people: [], demand: [] }
    await send('PUT', `${of('2026-12-07')}/document`, inside)
    await send('POST', `${of('2026-12-07')}/rotas`, [])
    const answer = await json(service.call('PUT', `${of('2026-12-07')}/rotas/1/publication`))
    expect(publicationResponse.parse(answer).replaces).toEqual([
      {
        weekFrom: '2026-11-30',
        version: 1,
        weeks: ['2026-12-07'],
        left: ['2026-11-30', '2026-12-14', '2026-12-21'],
      },
    ])
    const now = publishedResponse.parse(await json(get(`${of('2026-12-07')}/published`)))
    expect([now.rota.from, now.assignments]).toEqual(['2026-12-07', []])
    const { weeks } = weeksResponse.parse(await json(get(`${network}/weeks`)))
    expect(weeks.map(({ from, published }) => [from, published?.from])).toEqual([
      ['2026-12-21', '2026-11-30'],
      ['2026-12-14', '2026-11-30'],
      ['2026-12-07', '2026-12-07'],
      ['2026-11-30', '2026-11-30'],
    ])
  })

  it('shows everyone who works where and when, and nothing else', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    const { version } = await solved(document())
    await service.call('PUT', `${week}/rotas/${version}/publication`)
    const text = await (await get(`${week}/published`)).text()
    const published = publishedResponse.parse(JSON.parse(text))
    expect(published.assignments).toEqual(REPORT.assignments)
    expect(published.people[0]).toEqual({ id: 'g1', name: document().people[0]?.name, role: 'gp' })
    for (const word of ['away', 'wishes', 'contract', 'cost', 'findings']) expect(text).not.toContain(`"${word}"`)
  })

  it('can be taken back, once', async () => {
    const { document, week, network } = aNetwork()
    await send('PUT', `${week}/document`, document())
    await send('POST', `${week}/rotas`, BY_HAND)
    const withdraw = () => service.call('DELETE', `${week}/rotas/1/publication`)
    expect((await withdraw()).status).toBe(404)
    await service.call('PUT', `${week}/rotas/1/publication`)
    expect([(await withdraw()).status, (await withdraw()).status]).toEqual([204, 404])
    expect((await get(`${week}/published`)).status).toBe(404)
    expect(await json(get(`${network}/weeks`))).toMatchObject({ weeks: [{ state: 'planned' }] })
  })

  it('takes a rota: there is none in a week that is impossible, nor under another number', async () => {
    const { document, week } = aNetwork()
    solver = { ...solver, solve: async () => ({ ...REPORT, status: 'impossible' }) }
    const { version } = await solved(document())
    const refused = await service.call('PUT', `${week}/rotas/${version}/publication`)
    expect([refused.status, await refused.json()]).toMatchObject([409, { errors: [{ seen: '1' }] }])
    for (const other of ['2', '0', 'x', '99999999999'])
      expect((await service.call('PUT', `${week}/rotas/${other}/publication`)).status).toBe(404)
  })
})
