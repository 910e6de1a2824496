/** People's own weeks and wishes: theirs, and nobody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allOwnWishesResponse, ownWeeksResponse } from '../../../api/contract/own-weeks.ts'
import type { NetworkRecord } from '../../../src/intake/record-document.ts'
import { smallRecord } from '../../src/intake/record/small-record.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'

const OWN = 'U49929'
const OTHER = 'U99999'
const WEEK = '2026-11-30'

let service: ServingAccess
let manager: Session
let ann: Session
let stranger: Session

const call = async (who: Session, path: string, visit: { method?: string; json?: unknown } = {}) => {
  const page = await service.call(path, { ...visit, headers: who.headers })
  return { status: page.status, body: page.text === '' ? null : JSON.parse(page.text) }
}

beforeAll(async () => {
  service = await serveAccess()
  manager = await service.session([{ role: 'manager', network: OWN }])
  ann = await service.session([{ role: 'staff', network: OWN }])
  stranger = await service.session([{ role: 'staff', network: OTHER }])
  const record = smallRecord({
    network: { ods: OWN, name: 'North' },
    wishes: [
      { id: 'w1', person: 'ann', part: 'fri-pm', want: 'off' },
      { id: 'w2', person: 'bob', part: 'mon-am', want: 'off' },
      { id: 'w3', person: 'cat', part: 'am', date: '2026-12-03', want: 'on' },
    ],
    leave: [{ id: 'l1', person: 'ann', from: '2026-12-02', to: '2026-12-02' }],
  })
  const path = `/v1/networks/${OWN}`
  const put = async (to: string, json?: unknown) => {
    const visit = { method: 'PUT', ...(json === undefined ? {} : { json }), headers: manager.headers }
    const page = await service.call(path + to, visit)
    expect(page.status, page.text).toBeLessThan(300)
  }
  await put('/record', record)
  const { body } = await call(manager, `${path}/weeks/${WEEK}/proposal`)
  await put(`/weeks/${WEEK}/document`, body)
  const rota = [
    { person: 'ann', date: '2026-12-04', part: 'am', site: 'alder', work: 'clinic' },
    { person: 'ann', date: WEEK, part: 'pm', site: 'alder', work: 'duty' },
    { person: 'bob', date: WEEK, part: 'am', site: 'alder', work: 'clinic' },
  ]
  const kept = await call(manager, `${path}/weeks/${WEEK}/rotas`, { method: 'POST', json: rota })
  expect(kept, JSON.stringify(kept.body)).toMatchObject({ status: 201 })
  await put(`/weeks/${WEEK}/rotas/1/publication`)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const link = (person: string, json: unknown, who = manager, ods = OWN) =>
  call(who, `/v1/networks/${ods}/people/${person}/account`, { method: 'PUT', json })

describe('an account', () => {
  it('that nobody has linked sees no sessions and has no wishes', async () => {
    expect(await call(ann, `/v1/me/weeks?from=${WEEK}`)).toEqual({ status: 200, body: { people: [] } })
    const refused = await call(ann, '/v1/me/wishes', { method: 'PUT', json: { wishes: [] } })
    expect(refused).toMatchObject({ status: 404, body: { errors: [{ detail: /Ask a manager/ }] } })
  })

  it('can be given to a person of the record by a manager, and only if it has a role in that network', async () => {
    expect(await link('ann', { account: ann.id })).toMatchObject({ status: 200, body: { account: ann.id } })
    expect((await link('zoe', { account: ann.id })).status).toBe(404)
    expect(await link('bob', { account: stranger.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/account', seen: stranger.id }] },
    })
    expect((await link('bob', { email: 'nobody@example.org' })).status).toBe(422)
    expect((await link('bob', {})).status).toBe(422)
    expect((await link('bob', { account: ann.id }, ann)).status).toBe(403)
    const { body } = await call(manager, `/v1/networks/${OWN}/accounts`)
    expect(body.accounts).toEqual([{ person: 'ann', account: ann.id, name: '' }])
  })
})

describe('own weeks', () => {
  it('have one’s own sessions in order of time, leave, and how many wishes came true for oneself and for everybody', async () => {
    const { people } = ownWeeksResponse.parse((await call(ann, '/v1/me/weeks?from=2026-12-02&weeks=2')).body)
    expect(people).toMatchObject([{ network: OWN, networkName: 'North', person: 'ann', name: 'Ann' }])
    const [week, ...others] = people[0]?.weeks ?? []
    expect(others).toEqual([])
    expect(week?.sessions).toEqual([
      { date: WEEK, part: 'pm', starts: '14:00', ends: '18:10', site: 'alder', siteName: 'Alder Road', work: 'duty' },
      {
        date: '2026-12-04',
        part: 'am',
        starts: '08:30',
        ends: '12:40',
        site: 'alder',
        siteName: 'Alder Road',
        work: 'clinic',
      },
    ])
    expect(week?.away).toEqual([{ from: '2026-12-02', to: '2026-12-02' }])
    expect(week?.wishes).toEqual({ own: { asked: 1, granted: 1 }, everybody: { asked: 3, granted: 1 } })
    expect(JSON.stringify(people)).not.toMatch(/bob|Bob/)
  })

  it('are nobody’s with a key', async () => {
    const key = await service.key([{ role: 'staff', network: OWN }])
    expect((await call(key, '/v1/me/weeks')).body).toEqual({ people: [] })
    expect((await call(key, '/v1/me/wishes', { method: 'PUT', json: { wishes: [] } })).status).toBe(403)
  })
})

describe('own wishes', () => {
  const record = async (): Promise<NetworkRecord> => (await call(manager, `/v1/networks/${OWN}/record`)).body

  it('replace those one had, and leave everybody else’s', async () => {
    const wishes = [
      { part: 'mon-am', want: 'on' },
      { part: 'pm', date: '2026-12-10', want: 'off' },
    ]
    const changed = await call(ann, '/v1/me/wishes', { method: 'PUT', json: { wishes } })
    expect(changed).toMatchObject({ status: 200, body: { network: OWN, person: 'ann', wishes } })
    const stored = (await record()).wishes ?? []
    expect(stored.filter(({ person }) => person !== 'ann')).toMatchObject([{ id: 'w2' }, { id: 'w3' }])
    expect(new Set(stored.map(({ id }) => id)).size).toBe(4)
    const { people } = allOwnWishesResponse.parse((await call(ann, '/v1/me/wishes')).body)
    expect(people).toMatchObject([{ person: 'ann', wishes }])
    const { body } = await call(manager, `/v1/networks/${OWN}/audit?limit=1`)
    expect(body.entries).toMatchObject([{ actor: ann.id, action: 'change-wishes', subject: 'record/2' }])
  })

  it('with errors are refused together, each where it stands in what was sent, and nothing is changed', async () => {
    const before = await record()
    const wishes = [
      { part: 'mon-am', want: 'off' },
      { part: 'sun-am', want: 'off' },
      { part: 'sat', date: '2026-12-10', want: 'off' },
    ]
    const refused = await call(ann, '/v1/me/wishes', { method: 'PUT', json: { wishes } })
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/wishes/1/part',
      '/wishes/2/part',
    ])
    expect(await record()).toEqual(before)
    const heavy = await call(ann, '/v1/me/wishes', {
      method: 'PUT',
      json: { wishes: [{ part: 'mon-am', want: 'off', weight: 9 }] },
    })
    expect(heavy).toMatchObject({ status: 422, body: { errors: [{ pointer: '/wishes/0/weight' }] } })
    const elsewhere = await call(ann, '/v1/me/wishes', { method: 'PUT', json: { network: OTHER, wishes: [] } })
    expect(elsewhere.status).toBe(404)
  })

  it('of several people at once are all kept', async () => {
    const bob = await service.session([{ role: 'staff', network: OWN }])
    await link('bob', { account: bob.id })
    const put = (who: Session, part: string) =>
      call(who, '/v1/me/wishes', { method: 'PUT', json: { wishes: [{ part, want: 'off' }] } })
    const answers = await Promise.all([put(ann, 'tue-am'), put(bob, 'wed-am')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const wishes = ((await record()).wishes ?? []).map(({ person, part }) => `${person} ${part}`)
    expect(wishes).toEqual(expect.arrayContaining(['ann tue-am', 'bob wed-am']))
  })
})

it('an account that is taken away, or whose role has ended, sees nothing any more', async () => {
  expect((await call(manager, `/v1/networks/${OWN}/people/bob/account`, { method: 'DELETE' })).status).toBe(204)
  expect((await call(manager, `/v1/networks/${OWN}/people/bob/account`, { method: 'DELETE' })).status).toBe(404)
  await service.doors.regrant('test', { id: ann.id, grants: [] })
  expect((await call(ann, `/v1/me/weeks?from=${WEEK}`)).body).toEqual({ people: [] })
  await service.doors.regrant('test', { id: ann.id, grants: [{ role: 'staff', network: OWN }] })
  expect((await call(ann, `/v1/me/weeks?from=${WEEK}`)).body.people).toHaveLength(1)
  // Erasure takes the account from the person too.
  expect((await call(manager, `/v1/networks/${OWN}/people/ann`, { method: 'DELETE' })).status).toBe(200)
  expect((await call(ann, `/v1/me/weeks?from=${WEEK}`)).body).toEqual({ people: [] })
})

it('somebody’s own networks are those in which they have a role, and an administrator’s those that store anything', async () => {
  const names = async (who: Session, query = '') =>
    (await call(who, `/v1/networks?mine=true${query}`)).body.networks.map(({ ods, name }: Record<string, string>) => [
      ods,
      name,
    ])
  const known = (await call(manager, `/v1/networks?name=${OWN}`)).body.networks[0].name
  expect(await names(manager)).toEqual([[OWN, known]])
  expect(await names(stranger)).toEqual([[OTHER, '']])
  expect(await names(manager, '&name=nowhere-at-all')).toEqual([])
  const administrator = await service.session([{ role: 'administrator', network: '*' }])
  expect(await names(administrator)).toEqual([[OWN, known]])
  expect((await call(manager, '/v1/networks?mine=false&name=zzzz')).body.total).toBe(0)
})
