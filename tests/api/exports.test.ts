/** Files of rotas over HTTP: of a rota that is kept, and of one that is sent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../api/export-formats.ts'
import { rotaFromTable } from '../../src/intake/rota-table.ts'
import { ROTA_FORMATS } from '../../src/output/output-formats.ts'
import { smallDocument } from '../small-document.ts'
import { REPORT, type ServingSolves, serveSolves } from './serving-solves.ts'

const NETWORK = '/v1/networks/U99999'
const WEEK = `${NETWORK}/weeks/2026-11-30`
const FILES = `${WEEK}/rotas/1/files`
const BY_HAND = [{ person: 'g1', date: '2026-11-30', part: 'am', site: 'alder', work: 'clinic' }]

let service: ServingSolves
const send = (method: string, path: string, body: unknown) =>
  service.call(method, path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
  await send('PUT', `${WEEK}/document`, smallDocument())
  expect((await send('POST', `${WEEK}/rotas`, BY_HAND)).status).toBe(201)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

describe('a rota that is kept', () => {
  it.each(ROTA_FORMATS.map(({ file, mediaType }) => [file, mediaType]))('is downloaded as %s', async (file, type) => {
    const answer = await service.call('GET', `${FILES}/${file}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="U99999-2026-11-30-v1-${file}"`)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
  })

  it('made by hand has the contacts that its people could hold', async () => {
    const table = rotaFromTable(await (await service.call('GET', `${FILES}/rota.csv`)).text())
    expect(table.assignments).toEqual(BY_HAND)
    expect(table.clinics.length).toBeGreaterThan(0)
  })

  it('has each download in the audit log, by the name of the file', async () => {
    await service.call('GET', `${FILES}/rota.csv`)
    const log: unknown = await (await service.call('GET', `${NETWORK}/audit?limit=1`)).json()
    expect(log).toMatchObject({ entries: [{ action: 'export-rota', subject: '2026-11-30/rota/1/rota.csv' }] })
  })

  it.each([
    ['rota.cvs', 'A rota has no file with this name.', 'rota.csv'],
    ['..%2F..%2Fpackage.json', 'A rota has no file with this name.', 'rota.csv'],
  ])('has no file %s', async (name, detail, maybe) => {
    const answer = await service.call('GET', `${FILES}/${name}`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ detail, maybe: expect.stringContaining(maybe) }] })
  })

  it('is not found under another number', async () => {
    expect((await service.call('GET', `${WEEK}/rotas/9/files/rota.csv`)).status).toBe(404)
  })
})

describe('a rota that is sent', () => {
  const sent = { document: smallDocument(), rota: BY_HAND }

  it.each(EXPORT_FORMATS.map(({ name, file, mediaType }) => [name, file, mediaType]))(
    'is answered as %s',
    async (name, file, type) => {
      const answer = await send('POST', `/v1/exports?as=${name}`, sent)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type)
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`)
    },
  )

  it('is refused with a pointer to what is wrong in it', async () => {
    const answer = await send('POST', '/v1/exports?as=csv', { ...sent, rota: [{ ...BY_HAND[0], person: 'g9' }] })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/rota/0/person', seen: '"g9"' }] })
  })

  it('is refused in a format that there is not', async () => {
    const answer = await send('POST', '/v1/exports?as=xls', sent)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/as' }] })
  })
})
