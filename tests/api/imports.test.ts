/** Files over HTTP: read, refused, and matched to the network's record with what it remembers. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../source-files.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { REPORT, type ServingSolves, serveSolves } from './serving-solves.ts'

const RECORD = '/v1/networks/U99999/record'

let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
  const headers = { 'content-type': 'application/json' }
  expect((await service.call('PUT', RECORD, { headers, body: JSON.stringify(smallRecord()) })).status).toBe(201)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const upload = (query: string, body: string | Uint8Array<ArrayBuffer>, type = 'text/csv') =>
  service.call('POST', `/v1/imports?${query}`, { headers: { 'content-type': type }, body })

describe('a file', () => {
  it('is read by its content, whatever type it is sent as', async () => {
    const bytes = new Uint8Array(readFileSync(`${ROOT}fixtures/layouts/10-names-by-role.xls`))
    const answer = await upload('as=rota&preview=true', bytes, 'application/octet-stream')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      understood: { as: 'rota', counts: { assignments: 20, people: 3 } },
      problems: [],
    })
  })

  it('that is not understood has no result, and each cell is named', async () => {
    const answer: unknown = await (
      await upload('as=team', 'Name,Role,Sessions\nAnn Lee,Wizard,6\nBob Ray,GP,many')
    ).json()
    expect(answer).toMatchObject({
      problems: [
        { row: 2, column: 'B', seen: 'Wizard' },
        { row: 3, column: 'C', seen: 'many' },
      ],
    })
    expect(answer).not.toHaveProperty('result')
  })

  it('that is none is refused with what to do', async () => {
    const answer = await upload('as=team', '%PDF-1.7')
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      errors: [{ detail: 'This is a PDF.', maybe: expect.stringContaining('.xlsx') }],
    })
  })

  it('of another media type, or as nothing in particular, is refused', async () => {
    expect((await upload('as=team', '{}', 'application/json')).status).toBe(415)
    expect((await upload('as=nonsense', 'Name')).status).toBe(422)
  })
})

describe('what was guessed or not understood', () => {
  it('says which word would correct it, and a correction that is sent with the file does', async () => {
    const file = 'Name,Role,Sessions\nAnn Lee,Wizard,6\nBob Ray,FCP,5'
    expect(await (await upload('as=team', file)).json()).toMatchObject({
      problems: [{ seen: 'Wizard', correct: { by: 'roles', word: 'wizard' } }],
      understood: { guesses: [{ seen: 'FCP', correct: { by: 'roles', word: 'fcp', meaning: 'physio' } }] },
    })
    const mapping = encodeURIComponent(JSON.stringify({ roles: { wizard: 'physio' }, people: { 'bob ray': '-' } }))
    const headers = { 'content-type': 'text/csv', 'import-mapping': mapping }
    const corrected = await service.call('POST', '/v1/imports?as=team', { headers, body: file })
    expect(await corrected.json()).toMatchObject({
      problems: [],
      result: { people: [{ name: 'Ann Lee', role: 'physio' }] },
    })
  })

  it.each(['%', '[]', '%7B"roles":7%7D', '%7B"wizards":%7B%7D%7D'])(
    'a correction that is none is refused: %s',
    async (mapping) => {
      const headers = { 'content-type': 'text/csv', 'import-mapping': mapping }
      expect((await service.call('POST', '/v1/imports?as=team', { headers, body: 'Name' })).status).toBe(422)
    },
  )
})

describe('a rota for a week', () => {
  const LINES = [
    'Date,Gill Partner,Bea Nurse',
    '04/12/2026,off,clinic',
    '07/12/2026,clinic,off',
    '08/12/2026,duty am,off',
  ]

  it('has sessions of that week alone, of people who are in it', async () => {
    const names = smallRecord().people.map(({ name }) => name)
    const file = LINES.join('\n')
      .replace('Gill Partner', names[0] ?? '')
      .replace('Bea Nurse', names[1] ?? '')
    const answer: unknown = await (await upload('as=rota&network=U99999&week=2026-12-07', file)).json()
    expect(answer).toMatchObject({ problems: [], understood: { counts: { assignments: 3, people: 1 } } })
    const other: unknown = await (await upload('as=rota&network=U99999&week=2027-01-04', file)).json()
    expect(other).toMatchObject({
      problems: [{ detail: expect.stringContaining('No date of the file is in the week') }],
    })
    expect((await upload('as=rota&network=U99999&week=2026-12-08', file)).status).toBe(422)
  })
})

describe('for a network', () => {
  it('names are matched to its record', async () => {
    const answer: unknown = await (
      await upload('as=leave&network=U99999', 'Name,From,To\nNobody Here,21/12/2026,22/12/2026')
    ).json()
    expect(answer).toMatchObject({
      problems: [{ row: 2, seen: 'Nobody Here', detail: 'Nobody in the network has this name.' }],
    })
  })

  it('a code that no network can have is refused', async () => {
    expect((await upload('as=team&network=%00', 'Name,Role,Sessions')).status).toBe(422)
    const asked = { network: '\0', leave: { person: 'ann', from: '2027-02-15', to: '2027-02-19' } }
    const headers = { 'content-type': 'application/json' }
    const checked = await service.call('POST', '/v1/leave-checks', { headers, body: JSON.stringify(asked) })
    expect(checked.status).toBe(422)
  })

  it('corrections are remembered in its record', async () => {
    const file = 'Name,Role,Sessions\nAnn Lee,Wizard,6'
    expect(await (await upload('as=team&network=U99999', file)).json()).toMatchObject({
      problems: [{ seen: 'Wizard' }],
    })
    const [role] = smallRecord().roles ?? []
    const patch = JSON.stringify({ imports: { roles: { wizard: role?.id ?? 'salaried-gp' } } })
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '*' }
    expect((await service.call('PATCH', RECORD, { headers, body: patch })).ok).toBe(true)
    expect(await (await upload('as=team&network=U99999', file)).json()).toMatchObject({
      problems: [],
      result: { people: [{ name: 'Ann Lee' }] },
    })
  })
})
