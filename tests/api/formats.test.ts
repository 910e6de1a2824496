/** Content negotiation: a rota in the format that its caller accepts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationResponse } from '../../api/contract/solves.ts'
import { reportInWords } from '../../src/output/text/report-in-words.ts'
import { smallDocument } from '../small-document.ts'
import { problemOf } from '../solved-week.ts'
import { patientSolver, REPORT, type ServingSolves, serveSolves, until } from './serving-solves.ts'

const WEEK = '/v1/networks/U99999/weeks/2026-11-30'
const BY_HAND = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]
const WORDS = reportInWords(REPORT, problemOf(smallDocument()), { width: 120, colour: false })

let service: ServingSolves
let solve = ''
beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
  const { id } = operationResponse.parse(await (await service.submit(smallDocument())).json())
  solve = `/v1/solves/${id}`
  await until(
    async () => operationResponse.parse(await (await get(solve)).json()),
    ({ state }) => state === 'done',
  )
})
afterAll(() => service.close())

const get = (path: string, accept?: string) =>
  service.call('GET', path, accept === undefined ? {} : { headers: { accept } })
const typeOf = (response: Response) => response.headers.get('content-type')

describe('a rota that was solved', () => {
  it.each([['solve'], ['rota']])('is answered in words where they are asked for, by its %s', async (where) => {
    const answer = await get(where === 'solve' ? solve : `${WEEK}/rotas/1`, 'text/plain')
    expect([answer.status, typeOf(answer)]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(answer.headers.get('vary')).toContain('Accept')
    expect(await answer.text()).toBe(WORDS)
  })

  it.each([
    ['without a wish', undefined],
    ['for any format', '*/*'],
    ['as a browser asks', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
    ['where JSON is preferred', 'text/plain;q=0.5, application/json'],
  ])('is answered in JSON %s', async (_, accept) => {
    const answer = await get(`${WEEK}/rotas/1`, accept)
    expect([answer.status, typeOf(answer)]).toEqual([200, 'application/json; charset=utf-8'])
    expect(answer.headers.get('vary')).toContain('Accept')
  })

  it('is refused in any other format, with those that there are', async () => {
    const answer = await get(`${WEEK}/rotas/1`, 'application/pdf')
    expect(answer.status).toBe(406)
    expect(answer.headers.get('vary')).toContain('Accept')
    expect(await answer.json()).toMatchObject({
      type: 'urn:problem-type:rota:not-acceptable',
      errors: [{ detail: 'The header Accept must allow application/json, text/plain.', seen: 'application/pdf' }],
    })
  })
})

it('a rota made by hand has no report, so it is JSON alone', async () => {
  const headers = { 'content-type': 'application/json' }
  await service.call('PUT', `${WEEK}/document`, { headers, body: JSON.stringify(smallDocument()) })
  await service.call('POST', `${WEEK}/rotas`, { headers, body: JSON.stringify(BY_HAND) })
  expect((await get(`${WEEK}/rotas/2`)).status).toBe(200)
  const refused = await get(`${WEEK}/rotas/2`, 'text/plain')
  expect(refused.status).toBe(406)
  expect(await refused.json()).toMatchObject({ errors: [{ detail: 'The header Accept must allow application/json.' }] })
})

it('an operation that is not finished is JSON alone', async () => {
  const patient = patientSolver()
  const slow = await serveSolves(patient.solve)
  const { id } = operationResponse.parse(await (await slow.submit(smallDocument())).json())
  const answers = await Promise.all(
    ['text/plain', 'application/json'].map((accept) => slow.call('GET', `/v1/solves/${id}`, { headers: { accept } })),
  )
  expect(answers.map(({ status }) => status)).toEqual([406, 200])
  patient.letGo()
  await slow.close()
})
