/** What a network keeps for its weeks. */
import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { problemResponse } from '../../api/contract/problem.ts'
import { operationResponse } from '../../api/contract/solves.ts'
import { keptResponse, rotaResponse, rotasResponse, weeksResponse } from '../../api/contract/weeks.ts'
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
  const ods = `U1000${count}`
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
const problemOf = async (response: Response) => problemResponse.parse(await response.json())

/** Clinics on Monday, as somebody types them. */
const BY_HAND = [
  { person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' },
  { person: 'n1', date: '2026-12-02', part: 'am', site: 'alder', work: 'clinic' },
]

/** As a browser asks: `fetch` would ask for everything again. */
function statusFor(path: string, etag: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(service.url + path, { headers: { 'if-none-match': etag } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

async function solved(document: unknown) {
  const { id } = operationResponse.parse(await json(service.submit(document)))
  return until(
    async () => operationResponse.parse(await json(get(`/v1/solves/${id}`))),
    ({ state }) => state === 'done',
  )
}

describe('a week’s document', () => {
  it('is kept as it was sent, and read by whoever asks for the newest', async () => {
    const { document, week } = aNetwork()
    const kept = await send('PUT', `${week}/document`, document())
    expect([kept.status, keptResponse.parse(await kept.json())]).toMatchObject([201, { version: 1, isNew: true }])
    const read = await get(`${week}/document`)
    expect(await read.text()).toBe(JSON.stringify(document()))
    expect(read.headers.get('etag')).toBe(kept.headers.get('etag'))
  })

  it('gets a new version from whoever has seen the newest, and older ones can still be read', async () => {
    const { document, week } = aNetwork()
    const first = await send('PUT', `${week}/document`, document())
    const second = await send('PUT', `${week}/document`, document('The second.'), {
      'if-match': first.headers.get('etag') ?? '',
    })
    expect([second.status, await second.json()]).toMatchObject([200, { version: 2, isNew: true }])
    expect(await json(get(`${week}/document`))).toMatchObject({ note: 'The second.' })
    expect(await json(get(`${week}/document?version=1`))).toMatchObject({ note: 'The first.' })
    expect((await get(`${week}/document?version=3`)).status).toBe(404)
    expect((await get(`${week}/document?version=0`)).status).toBe(422)
  })

  it('is not overwritten by somebody who has not seen the last change, and the response says who made it', async () => {
    const { document, week } = aNetwork()
    const first = (await send('PUT', `${week}/document`, document())).headers.get('etag') ?? ''
    const change = (note: string) => send('PUT', `${week}/document`, document(note), { 'if-match': first })
    const answers = await Promise.all([change('Hers.'), change('His.')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const refused = answers.find(({ status }) => status === 412)
    const problem = refused && (await problemOf(refused))
    expect(problem).toMatchObject({ type: 'urn:problem-type:rota:changed-since' })
    expect(problem?.errors?.[0]?.detail).toMatch(/^Version 2 was stored by local at .* Yours was not stored/)
    expect(refused?.headers.get('etag')).toBe((await get(`${week}/document`)).headers.get('etag'))
    expect((await get(`${week}/document?version=3`)).status).toBe(404)
  })

  it('is not overwritten by somebody who does not say what they have seen', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    const unsaid = await send('PUT', `${week}/document`, document('Another.'))
    expect([unsaid.status, await unsaid.json()]).toMatchObject([428, { type: 'urn:problem-type:rota:say-which' }])
    const asNew = await send('PUT', `${week}/document`, document('Another.'), { 'if-none-match': '*' })
    expect(asNew.status).toBe(412)
    const whatever = await send('PUT', `${week}/document`, document('Another.'), { 'if-match': '*' })
    expect(whatever.status).toBe(200)
  })

  it('with nothing before it cannot be a change of something', async () => {
    const { document, week } = aNetwork()
    expect((await send('PUT', `${week}/document`, document(), { 'if-match': '"1-abc"' })).status).toBe(412)
    expect(weeksResponse.parse(await json(get(week.replace('/2026-11-30', '')))).weeks).toEqual([])
  })

  it.each(['Alder\u0000Road', 'Alder Road \ud800'])(
    'is refused with a name that no database keeps: %j',
    async (name) => {
      const { ods, document, week } = aNetwork()
      const response = await send('PUT', `${week}/document`, { ...document(), network: { ods, name } })
      expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ pointer: '/network/name' }] }])
    },
  )

  it('that is sent again is kept once', async () => {
    const { document, week } = aNetwork()
    const first = await send('PUT', `${week}/document`, document())
    const again = await send('PUT', `${week}/document`, document())
    expect([again.status, await again.json()]).toMatchObject([200, { version: 1, isNew: false }])
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it('is not sent again to whoever has it, but is as soon as it has changed', async () => {
    const { document, week } = aNetwork()
    const etag = (await send('PUT', `${week}/document`, document())).headers.get('etag') ?? ''
    expect(await statusFor(`${week}/document`, etag)).toBe(304)
    await send('PUT', `${week}/document`, document('The second.'), { 'if-match': etag })
    expect(await statusFor(`${week}/document`, etag)).toBe(200)
  })

  it('of another network or week is refused, as is one that cannot be solved', async () => {
    const { document, week } = aNetwork()
    const other = await send(
      'PUT',
      `${week.replace('2026-11-30', '2026-12-07').replace('U1', 'U2')}/document`,
      document(),
    )
    expect([other.status, (await problemOf(other)).errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/network/ods', '/week/from'],
    ])
    expect((await send('PUT', `${week}/document`, { ...document(), format: 'rota/2' })).status).toBe(422)
    expect((await get(`${week}/document`)).status).toBe(404)
  })

  it.each(['soon', '2026-13-01', '%00', "x'--"])('is not looked for in a week such as %s', async (from) => {
    expect((await get(`/v1/networks/U99999/weeks/${from}/document`)).status).toBe(404)
  })

  it('is not looked for in a network whose code cannot be one', async () => {
    expect((await get('/v1/networks/%00/weeks/2026-11-30/document')).status).toBe(404)
  })

  it.each(['people/%00', 'people/%00/account', 'leave/%00'])('has nothing at %s to be deleted', async (place) => {
    expect((await service.call('DELETE', `/v1/networks/U99999/${place}`)).status).toBe(404)
  })
})

describe('a rota made by hand', () => {
  it('is judged on arrival, kept with what the rules find, and read again', async () => {
    const { document, week, ods } = aNetwork()
    await send('PUT', `${week}/document`, document())
    const response = await send('POST', `${week}/rotas`, BY_HAND)
    const rota = rotaResponse.parse(await response.json())
    expect([response.status, response.headers.get('location')]).toEqual([201, `${week}/rotas/1`])
    expect(rota).toMatchObject({ network: ods, version: 1, source: 'hand', documentVersion: 1, madeBy: 'local' })
    expect(rota.assignments).toEqual(BY_HAND)
    const away = rota.judgement?.findings.filter(({ rule }) => rule === 'availability').map(({ people }) => people)
    expect(away).toEqual([['n1']])
    expect(await json(get(`${week}/rotas/1`))).toEqual(rota)
  })

  it('that is sent again is kept once; a change is another', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    const statuses: number[] = []
    for (const rota of [BY_HAND, BY_HAND, BY_HAND.slice(1)])
      statuses.push((await send('POST', `${week}/rotas`, { assignments: rota })).status)
    expect(statuses).toEqual([201, 200, 201])
    const { rotas } = rotasResponse.parse(await json(get(`${week}/rotas`)))
    expect(rotas.map(({ version }) => version)).toEqual([2, 1])
  })

  it('made from a version that is no longer the newest is refused, and says who made the newest', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    await send('POST', `${week}/rotas`, BY_HAND)
    const from = (version: number) => ({ 'If-Match': `"${version}"` })
    expect((await send('POST', `${week}/rotas`, BY_HAND.slice(1), from(1))).status).toBe(201)
    const late = await send('POST', `${week}/rotas`, BY_HAND.slice(0, 1), from(1))
    const { errors } = await problemOf(late)
    expect([late.status, errors?.[0]?.seen]).toEqual([412, '2'])
    expect(errors?.[0]?.detail).toMatch(/^Version 2 was made by local at /)
    expect((await get(`${week}/rotas/3`)).status).toBe(404)
  })

  it('is judged with the figures of a report', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    const rota = rotaResponse.parse(await (await send('POST', `${week}/rotas`, BY_HAND)).json())
    const { cover = [], people = [], cost, actions } = rota.judgement ?? {}
    expect(cover.reduce((sum, { people }) => sum + people, 0)).toBeGreaterThan(0)
    expect(people.map(({ id }) => id)).toEqual(document().people.map(({ id }) => id))
    expect(cost?.total).toBeGreaterThan(0)
    expect(actions).toBeDefined()
  })

  it('is refused where there is no document to hold it against, and where it names nobody known', async () => {
    const { document, week } = aNetwork()
    expect((await send('POST', `${week}/rotas`, BY_HAND)).status).toBe(404)
    await send('PUT', `${week}/document`, document())
    const wrong = await send('POST', `${week}/rotas`, [{ ...BY_HAND[0], person: 'g9' }])
    expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: '/0/person' }] }])
    expect((await get(`${week}/rotas/1`)).status).toBe(404)
  })
})

describe('a solve’s rota', () => {
  it('is numbered among the others of its week', async () => {
    const { document, week } = aNetwork()
    await send('PUT', `${week}/document`, document())
    await send('POST', `${week}/rotas`, BY_HAND)
    const { id, version } = await solved(document())
    expect(version).toBe(2)
    await send('POST', `${week}/rotas`, BY_HAND.slice(1))
    const { rotas } = rotasResponse.parse(await json(get(`${week}/rotas`)))
    expect(rotas.map(({ version, source, solve }) => [version, source, solve])).toEqual([
      [3, 'hand', undefined],
      [2, 'solve', id],
      [1, 'hand', undefined],
    ])
    const rota = rotaResponse.parse(await json(get(`${week}/rotas/2`)))
    expect(rota).toMatchObject({ status: 'within-gap', documentVersion: 1, report: REPORT })
  })
})
