/** What the service remarks on, and where. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationResponse } from '../../api/contract/solves.ts'
import { keptResponse, rotaResponse } from '../../api/contract/weeks.ts'
import { validationResponse } from '../../api/contract.ts'
import { repeatedKeys } from '../../src/intake/json/parse-json.ts'
import { smallDocument } from '../small-document.ts'
import { patientSolver, type ServingSolves, serveSolves, until } from './serving-solves.ts'

const solver = patientSolver()
let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(solver.solve)
  solver.letGo()
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const WEEK = '/v1/networks/U99999/weeks/2026-11-30'
/** The small document with its history given twice. */
const TWICE = JSON.stringify(smallDocument()).replace(/\}$/, ',"history":[]}')
const send = async (method: string, path: string, body: string): Promise<unknown> =>
  (await service.call(method, path, { headers: { 'content-type': 'application/json' }, body })).json()

describe('a document', () => {
  it('is remarked on when it is checked, for what it says and for what its text says twice', async () => {
    const text = JSON.stringify(smallDocument({ week: { from: '2026-12-21' }, demand: [] }))
    const answer = await send('POST', '/v1/validations', text.replace(/\}$/, ',"history":[]}'))
    expect(validationResponse.parse(answer).remarks).toMatchObject([{ pointer: '/history' }, { pointer: '/closed' }])
  })

  it('is remarked on when it is kept, and again whenever a rota is judged by it', async () => {
    const kept = keptResponse.parse(await send('PUT', `${WEEK}/document`, TWICE))
    expect(kept.remarks).toMatchObject([{ pointer: '/history' }])
    expect(await (await service.call('GET', `${WEEK}/document`)).text()).toBe(TWICE)
    const rota = rotaResponse.parse(await send('POST', `${WEEK}/rotas`, '[]'))
    expect(rota.judgement?.remarks).toEqual(kept.remarks)
  })

  it('is handed to a worker as it came, so that the report remarks on the same', async () => {
    const text = TWICE.replace('"weeks":1', '"weeks":2')
    const { id } = operationResponse.parse(await send('POST', '/v1/solves', text))
    await until(
      async () => operationResponse.parse(await (await service.call('GET', `/v1/solves/${id}`)).json()),
      ({ state }) => state === 'done',
    )
    expect(repeatedKeys(solver.started[0])).toMatchObject([{ pointer: '/history' }])
  })
})

describe('the address of a week', () => {
  it('that begins on a Tuesday leads to the Monday', async () => {
    const response = await service.call('GET', `${WEEK.replace('11-30', '12-01')}/document`)
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ detail: 'Weeks start on Mondays; 2026-12-01 is a Tuesday.', maybe: WEEK }] },
    ])
  })
})
