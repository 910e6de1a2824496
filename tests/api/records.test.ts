/** A network's record: stored version by version, changed in part, and without erased people. */
import { describe, expect, it } from 'vitest'
import { problemResponse } from '../../api/contract/problem.ts'
import { keptRecordResponse, recordVersionsResponse } from '../../api/contract/records.ts'
import { auditResponse, erasedResponse, personResponse } from '../../api/contract/weeks.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { servedForFile } from './serving-solves.ts'

const served = servedForFile()

/** A network of its own for each test. */
let count = 0
function aNetwork() {
  count += 1
  const ods = `U3000${count}`
  const record = (other: Partial<NetworkRecord> = {}) =>
    smallRecord({ network: { ods, name: 'Alder and Birch' }, ...other })
  return { ods, record, path: `/v1/networks/${ods}/record` }
}

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  served().call(method, path, {
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const get = (path: string) => served().call('GET', path)
const json = async (response: Response | Promise<Response>): Promise<unknown> => (await response).json()
const problemOf = async (response: Response) => problemResponse.parse(await response.json())
const tagOf = (response: Response) => ({ 'if-match': response.headers.get('etag') ?? '' })

describe('a record', () => {
  it('is read exactly as it was sent, with its version', async () => {
    const { path, record } = aNetwork()
    const text = JSON.stringify(record(), null, 2)
    const kept = await send('PUT', path, text)
    expect([kept.status, keptRecordResponse.parse(await kept.json())]).toMatchObject([201, { version: 1, isNew: true }])
    const read = await get(path)
    expect([await read.text(), read.headers.get('etag')]).toEqual([text, kept.headers.get('etag')])
  })

  it('that nobody has stored is not found, and the answer says where to start from', async () => {
    const { path, ods } = aNetwork()
    const problem = await problemOf(await get(path))
    expect(problem).toMatchObject({ status: 404, errors: [{ maybe: `/v1/networks/${ods}/record/proposal` }] })
    expect((await send('PATCH', path, {}, { 'if-match': '*' })).status).toBe(404)
  })

  it('gets a new version from whoever has seen the latest, and every version can be read', async () => {
    const { path, record, ods } = aNetwork()
    const first = await send('PUT', path, record({ note: 'The first.' }))
    const second = await send('PUT', path, record({ note: 'The second.' }), tagOf(first))
    expect([second.status, await second.json()]).toMatchObject([200, { version: 2, isNew: true }])
    const again = await send('PUT', path, record({ note: 'The second.' }), tagOf(first))
    expect([again.status, await again.json()]).toMatchObject([200, { version: 2, isNew: false }])
    expect(await json(get(`${path}?version=1`))).toMatchObject({ note: 'The first.' })
    expect((await get(`${path}?version=3`)).status).toBe(404)
    const listed = recordVersionsResponse.parse(await json(get(`${path}/versions`)))
    expect(listed.versions.map(({ version, keptBy }) => [version, keptBy])).toEqual([
      [2, 'local'],
      [1, 'local'],
    ])
    const { entries } = auditResponse.parse(await json(get(`/v1/networks/${ods}/audit`)))
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['keep-record', 'record/2'],
      ['keep-record', 'record/1'],
    ])
  })

  it('is not overwritten by somebody who has not seen the last change, whichever way they send theirs', async () => {
    const { path, record } = aNetwork()
    const seen = tagOf(await send('PUT', path, record()))
    const answers = await Promise.all([
      send('PUT', path, record({ note: 'Hers.' }), seen),
      send('PATCH', path, { note: 'His.' }, seen),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const refused = answers.find(({ status }) => status === 412)
    expect(refused && (await problemOf(refused)).errors?.[0]?.detail).toMatch(/^Version 2 was stored by local at/)
    expect((await get(`${path}?version=3`)).status).toBe(404)
  })

  it('is not changed by somebody who does not say which version they have read', async () => {
    const { path, record } = aNetwork()
    await send('PUT', path, record())
    expect((await send('PUT', path, record({ note: 'Another.' }))).status).toBe(428)
    expect((await send('PATCH', path, { note: 'Another.' })).status).toBe(428)
    expect((await send('PUT', path, record({ note: 'Another.' }), { 'if-none-match': '*' })).status).toBe(412)
    expect(await json(get(path))).not.toHaveProperty('note')
  })

  it('with errors is refused as a whole, with every complaint and where it stands', async () => {
    const { path, record } = aNetwork()
    const wrong = {
      ...record(),
      colour: 'blue',
      people: [{ id: 'ann', name: 'Ann', role: 'gpp', contract: { sessions: -1 } }],
      leave: [{ id: 'l1', person: 'anne', from: '2026-12-09', to: '2026-12-01' }],
      cycle: { weeks: ['A'], from: '2026-12-01' },
    }
    const pointers = (await problemOf(await send('PUT', path, wrong))).errors?.map(({ pointer }) => pointer)
    expect(pointers?.sort()).toEqual([
      '/colour',
      '/cycle/from',
      '/leave/0/person',
      '/leave/0/to',
      '/people/0/contract/sessions',
      '/people/0/role',
    ])
    expect((await get(path)).status).toBe(404)
    expect((await get(`${path}/versions`)).status).toBe(200)
  })

  it('of another network is refused', async () => {
    const { path, record } = aNetwork()
    const other = record({ network: { ods: 'U77777', name: 'Elsewhere' } })
    expect(await problemOf(await send('PUT', path, other))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/network/ods', seen: 'U77777' }],
    })
    await send('PUT', path, record())
    const moved = await send('PATCH', path, { network: { ods: 'U77777' } }, { 'if-match': '*' })
    expect(moved.status).toBe(422)
  })
})

describe('a patch', () => {
  const merge = { 'content-type': 'application/merge-patch+json', 'if-match': '*' }

  it('changes what it has, removes what is null, and leaves the rest as it is', async () => {
    const { path, record } = aNetwork()
    await send('PUT', path, record({ note: 'To be removed.' }))
    const patch = {
      note: null,
      demand: { plan: 'p80' },
      leave: [{ id: 'l1', person: 'ann', from: '2026-12-21', to: '2026-12-24' }],
    }
    const response = await send('PATCH', path, patch, merge)
    expect([response.status, await response.json()]).toMatchObject([200, { version: 2, isNew: true }])
    const { note: _, ...rest } = record()
    expect(await json(get(path))).toEqual({
      ...rest,
      demand: { ...rest.demand, plan: 'p80' },
      leave: patch.leave,
    })
  })

  it('that makes the record wrong is refused, with where in the record, and nothing is changed', async () => {
    const { path, record } = aNetwork()
    await send('PUT', path, record())
    const response = await send(
      'PATCH',
      path,
      { sites: null, wishes: [{ id: 'w1', person: 'eve', part: 'fri-pm', want: 'off' }] },
      merge,
    )
    const pointers = (await problemOf(response)).errors?.map(({ pointer }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/sites', '/wishes/0/person']))
    expect(await json(get(path))).toEqual(record())
    expect((await send('PATCH', path, '[1', merge)).status).toBe(400)
    expect((await send('PATCH', path, [], merge)).status).toBe(422)
  })

  it('by people who do not mind what others did is made again on what they left', async () => {
    const { path, record } = aNetwork()
    await send('PUT', path, record())
    const answers = await Promise.all(
      ['note', 'synthetic', 'history'].map((field) => {
        const values: Record<string, unknown> = { note: 'Mine.', synthetic: true, history: { weeks: 4 } }
        return send('PATCH', path, { [field]: values[field] }, merge)
      }),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await json(get(path))).toMatchObject({ note: 'Mine.', synthetic: true, history: { weeks: 4 } })
  })
})

describe('somebody who is in the record', () => {
  const person = { id: 'ann', name: 'Ann Quill', role: 'gp', contract: { sessions: 8 } }
  const theirs = {
    leave: [
      { id: 'l1', person: 'ann', from: '2026-12-21', to: '2026-12-24' },
      { id: 'l2', person: 'bob', from: '2026-12-21', to: '2026-12-24' },
    ],
    wishes: [{ id: 'w1', person: 'ann', part: 'fri-pm', want: 'off' as const }],
    closed: [{ date: '2026-12-10', why: 'Leaving do of Ann Quill' }],
  }
  const withThem = (record: NetworkRecord): NetworkRecord => ({
    ...record,
    people: [person, ...record.people.slice(1)],
    ...theirs,
  })

  it('reads what it says of them', async () => {
    const { path, record, ods } = aNetwork()
    await send('PUT', path, withThem(record()))
    const told = personResponse.parse(await json(get(`/v1/networks/${ods}/people/ann`)))
    expect(told).toMatchObject({
      documents: [],
      records: [
        {
          entry: person,
          leave: [theirs.leave[0]],
          wishes: theirs.wishes,
          elsewhere: [{ pointer: '/closed/0/why', value: 'Leaving do of Ann Quill' }],
        },
      ],
    })
  })

  it('and is erased is in no version of it any more, is planned for no longer, and the record stays valid', async () => {
    const { path, record, ods } = aNetwork()
    const first = await send('PUT', path, withThem(record()))
    await send('PUT', path, { ...withThem(record()), note: 'Ann Quill again.' }, tagOf(first))
    const erased = erasedResponse.parse(await json(served().call('DELETE', `/v1/networks/${ods}/people/ann`)))
    expect(erased).toEqual({ person: 'former-1', documents: 2, rotas: 0, operations: 0 })
    for (const version of [1, 2]) {
      const text = await (await get(`${path}?version=${version}`)).text()
      expect(text).not.toMatch(/Ann Quill|"ann"/)
    }
    const latest = await get(path)
    const left = (await latest.json()) as NetworkRecord
    expect(left).toMatchObject({ note: 'a former colleague again.', leave: [theirs.leave[1]], wishes: [] })
    // The service's own day is 25 November.
    expect(left.people[0]).toEqual({ ...person, id: 'former-1', name: 'a former colleague', until: '2026-11-24' })
    expect((await send('PUT', path, { ...left, note: 'Still valid.' }, tagOf(latest))).status).toBe(200)
  })
})
