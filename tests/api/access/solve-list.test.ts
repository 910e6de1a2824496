/** Operations, page by page: newest first, and only those of the caller's networks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { solvesResponse } from '../../../api/contract/solves.ts'
import { smallDocument } from '../../small-document.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'

const OWN = 'U49929'
const OTHER = 'U99999'

let service: ServingAccess
let manager: Session
let ids: readonly string[]
let theirs: string

beforeAll(async () => {
  service = await serveAccess()
  manager = await service.session([{ role: 'manager', network: OWN }])
  const stranger = await service.session([{ role: 'manager', network: OTHER }])
  const submit = async (ods: string, note: string, { headers }: Session) => {
    const json = smallDocument({ network: { ods, name: 'A network' }, note })
    const page = await service.call('/v1/solves', { json, headers })
    expect(page.status).toBe(202)
    return String(JSON.parse(page.text).id)
  }
  const made: string[] = []
  for (const note of ['one', 'two', 'three', 'four', 'five']) made.push(await submit(OWN, note, manager))
  ids = made.reverse()
  theirs = await submit(OTHER, 'theirs', stranger)
  const [newest] = ids
  await service.call(`/v1/solves/${newest}`, { method: 'DELETE', headers: manager.headers })
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

async function list(query: string, { headers }: Session = manager) {
  const page = await service.call(`/v1/solves${query}`, { headers })
  expect(page.status, page.text).toBe(200)
  const { operations, next } = solvesResponse.parse(JSON.parse(page.text))
  return { ids: operations.map(({ id }) => id), operations, next }
}

describe('the operations of a network', () => {
  it('come newest first, without their reports', async () => {
    const { ids: found, operations, next } = await list(`?network=${OWN}`)
    expect([found, next]).toEqual([ids, undefined])
    expect(operations[0]).toMatchObject({ state: 'stopped', network: OWN, weekFrom: '2026-11-30', attempts: 0 })
  })

  it('come in pages that leave none out and have none twice, also where some are added meanwhile', async () => {
    const first = await list('?limit=2')
    const json = smallDocument({ network: { ods: OWN, name: 'A network' }, note: 'six' })
    const added = await service.call('/v1/solves', { json, headers: manager.headers })
    const second = await list(`?limit=2&before=${first.next}`)
    const third = await list(`?limit=2&before=${second.next}`)
    expect([...first.ids, ...second.ids, ...third.ids]).toEqual(ids)
    expect(third.next).toBeUndefined()
    await service.call(`/v1/solves/${JSON.parse(added.text).id}`, { method: 'DELETE', headers: manager.headers })
  })

  it('can be asked for by their state', async () => {
    expect((await list('?state=queued')).ids).toEqual(ids.slice(1))
    expect((await list('?state=stopped')).ids).toContain(ids[0])
    expect((await list('?state=done')).ids).toEqual([])
  })
})

describe('whoever asks', () => {
  it('sees those of their own networks alone', async () => {
    const both = await service.session([
      { role: 'manager', network: OWN },
      { role: 'staff', network: OTHER },
    ])
    expect((await list('', both)).ids).not.toContain(theirs)
    const director = await service.key([
      { role: 'manager', network: OWN },
      { role: 'director', network: OTHER },
    ])
    expect((await list('', director)).ids).toEqual(expect.arrayContaining([theirs, ...ids]))
    expect((await list(`?network=${OTHER}`, director)).ids).toEqual([theirs])
    const administrator = await service.session([{ role: 'administrator', network: '*' }])
    expect((await list('', administrator)).ids).toEqual(expect.arrayContaining([theirs, ...ids]))
  })

  it('is refused another network by name, and the list where they look at none', async () => {
    const asked = (query: string, headers: Session['headers'] = {}) => service.call(`/v1/solves${query}`, { headers })
    expect((await asked(`?network=${OTHER}`, manager.headers)).status).toBe(403)
    const staff = await service.session([{ role: 'staff', network: OWN }])
    expect((await asked('', staff.headers)).status).toBe(403)
    expect((await asked('')).status).toBe(401)
  })

  it.each([
    ['?state=waiting', '/state'],
    ['?before=yesterday', '/before'],
    ['?limit=101', '/limit'],
    ['?limit=0', '/limit'],
    ['?newtork=U49929', '/newtork'],
  ])('says what is wrong with %s', async (query, pointer) => {
    const page = await service.call(`/v1/solves${query}`, { headers: manager.headers })
    expect([page.status, JSON.parse(page.text)]).toMatchObject([422, { errors: [{ pointer }] }])
  })
})
