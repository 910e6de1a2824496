/** Swaps that people propose to each other: who may do what, what the rules say, and what is published in the end. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  acceptedSwapResponse,
  keptSwapResponse,
  ownSwapResponse,
  ownSwapsResponse,
  swapCheckResponse,
  swapsResponse,
} from '../../../api/contract/kept-swaps.ts'
import { personResponse, publishedResponse } from '../../../api/contract/weeks.ts'
import { smallRecord } from '../../src/intake/record/small-record.ts'
import { type ServingAccess, type Session, serveAccess } from './serving-access.ts'

const OWN = 'U49929'
const WEEK = '2026-11-30'
const NETWORK = `/v1/networks/${OWN}`
const WEEK_PATH = `${NETWORK}/weeks/${WEEK}`

let service: ServingAccess
let now = ''
let [manager, ann, bob, cat]: Session[] = []

interface Asked {
  readonly method?: string
  readonly json?: unknown
}
async function call(who: Session | undefined, path: string, visit: Asked = {}) {
  const page = await service.call(path, { ...visit, headers: who?.headers ?? {} })
  return { status: page.status, body: page.text === '' ? null : JSON.parse(page.text) }
}
const put = (who: Session | undefined, path: string, json?: unknown) =>
  call(who, path, { method: 'PUT', ...(json === undefined ? {} : { json }) })

const row = (person: string, date: string, part: string, work = 'clinic', site = 'alder') => ({
  person,
  date,
  part,
  site,
  work,
})
/** Ann and Bob are GPs; nobody but them is at Alder Road. */
const ROTA = [
  row('ann', WEEK, 'am', 'duty'),
  row('bob', '2026-12-04', 'pm'),
  row('dee', '2026-12-01', 'am', 'clinic', 'birch'),
]

async function publishes(rota: unknown): Promise<number> {
  const kept = await call(manager, `${WEEK_PATH}/rotas`, { json: rota })
  expect(kept.status, JSON.stringify(kept.body)).toBeLessThan(300)
  expect((await put(manager, `${WEEK_PATH}/rotas/${kept.body.version}/publication`)).status).toBe(200)
  return kept.body.version
}

const published = async () => publishedResponse.parse((await call(manager, `${WEEK_PATH}/published`)).body)

beforeAll(async () => {
  service = await serveAccess(undefined, { now: () => now })
  manager = await service.session([{ role: 'manager', network: OWN }])
  const staff = () => service.session([{ role: 'staff', network: OWN }])
  ;[ann, bob, cat] = [await staff(), await staff(), await staff()]
  await put(manager, `${NETWORK}/record`, smallRecord({ network: { ods: OWN, name: 'North' } }))
  await put(manager, `${WEEK_PATH}/document`, (await call(manager, `${WEEK_PATH}/proposal`)).body)
  for (const [person, who] of Object.entries({ ann, bob, cat }))
    expect((await put(manager, `${NETWORK}/people/${person}/account`, { account: who?.id })).status).toBe(200)
})
beforeEach(async () => {
  now = '2026-11-29T12:00'
  await publishes(ROTA)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

const side = ({ person, date, part }: { person: string; date: string; part: string }) => ({ person, date, part })
const MONDAY = side(row('ann', WEEK, 'am'))
const FRIDAY = side(row('bob', '2026-12-04', 'pm'))
const propose = (who: Session | undefined, swap: unknown) => call(who, '/v1/me/swaps', { json: { swap } })

async function proposed() {
  const { status, body } = await propose(ann, [MONDAY, FRIDAY])
  expect([200, 201], JSON.stringify(body)).toContain(status)
  return ownSwapResponse.parse(body)
}
const decide = (who: Session | undefined, id: string, how: string) => put(who, `${NETWORK}/swaps/${id}/${how}`)

describe('a swap', () => {
  it('is proposed by one, agreed to by the other and accepted by a manager, who publishes it by that', async () => {
    const { id, ...swap } = await proposed()
    expect(swap).toMatchObject({ state: 'proposed', yours: 'proposed', proposedBy: ann?.id, weekFrom: WEEK })
    expect(swap.sides).toMatchObject([
      { name: 'Ann', starts: '08:30', gives: { site: 'alder', siteName: 'Alder Road', work: 'duty' } },
      { name: 'Bob', date: '2026-12-04', gives: { work: 'clinic' } },
    ])
    expect(swap.sentence).toMatch(/^The rules allow this swap/)
    const asked = ownSwapsResponse.parse((await call(bob, '/v1/me/swaps?state=proposed')).body)
    expect(asked.swaps).toMatchObject([{ id, yours: 'asked' }])
    expect((await put(bob, `/v1/me/swaps/${id}/agreement`)).body).toMatchObject({ state: 'agreed' })
    const before = await published()
    const accepted = acceptedSwapResponse.parse((await decide(manager, id, 'acceptance')).body)
    expect(accepted).toMatchObject({ state: 'accepted', settledBy: manager?.id, affectedPeople: ['ann', 'bob'] })
    const after = await published()
    expect(after.rota.version).toBe(accepted.published)
    expect(after.rota.version).toBeGreaterThan(before.rota.version)
    expect(after.assignments).toEqual(
      expect.arrayContaining([row('bob', WEEK, 'am', 'duty'), row('ann', '2026-12-04', 'pm')]),
    )
    expect(after.assignments).toHaveLength(ROTA.length)
    expect((await decide(manager, id, 'acceptance')).body).toMatchObject({ state: 'accepted', affectedPeople: [] })
    const { entries } = (await call(manager, `${NETWORK}/audit?limit=6`)).body
    const told = entries.map(({ action, actor }: Record<string, string>) => [action, actor])
    expect(told).toContainEqual(['accept-swap', manager?.id])
    expect(told).toContainEqual(['agree-swap', bob?.id])
  })

  it('can be withdrawn, refused by the colleague after agreeing, or refused by a manager, and changes nothing then', async () => {
    const { rota } = await published()
    const ends = [
      (id: string) => call(ann, `/v1/me/swaps/${id}`, { method: 'DELETE' }),
      (id: string) => put(bob, `/v1/me/swaps/${id}/refusal`),
      (id: string) => decide(manager, id, 'refusal'),
    ]
    for (const end of ends) {
      const { id } = await proposed()
      await put(bob, `/v1/me/swaps/${id}/agreement`)
      const { status, body } = await end(id)
      expect([status, ['withdrawn', 'refused'].includes(body.state)]).toEqual([200, true])
      expect(await decide(manager, id, 'acceptance')).toMatchObject({
        status: 409,
        body: { errors: [{ seen: body.state }] },
      })
      expect((await put(bob, `/v1/me/swaps/${id}/agreement`)).status).toBe(409)
    }
    expect((await published()).rota).toEqual(rota)
  })

  it('that is open already is not stored twice', async () => {
    const first = await proposed()
    const again = await propose(ann, [MONDAY, FRIDAY])
    expect([again.status, again.body.id]).toEqual([200, first.id])
    await call(ann, `/v1/me/swaps/${first.id}`, { method: 'DELETE' })
  })

  it('lapses once its first session begins', async () => {
    const { id } = await proposed()
    now = '2026-11-30T08:30'
    expect(keptSwapResponse.parse((await call(manager, `${NETWORK}/swaps/${id}`)).body).state).toBe('lapsed')
    for (const late of [decide(manager, id, 'acceptance'), put(bob, `/v1/me/swaps/${id}/agreement`)])
      expect(await late).toMatchObject({ status: 409, body: { errors: [{ seen: 'lapsed' }] } })
    const { swaps } = swapsResponse.parse((await call(manager, `${NETWORK}/swaps?state=lapsed`)).body)
    expect(swaps.map((swap) => swap.id)).toEqual([id])
  })
})

describe('a swap is checked', () => {
  it('before it is proposed: allowed or not is an answer, and nothing is stored', async () => {
    const check = (who: Session | undefined, path: string, swap: unknown) => call(who, path, { json: { swap } })
    const stored = async () => (await call(manager, `${NETWORK}/swaps`)).body
    const before = await stored()
    const free = await check(ann, '/v1/me/swap-checks', [MONDAY, FRIDAY])
    expect(swapCheckResponse.parse(free.body)).toMatchObject({
      allowed: true,
      forbids: [],
      sides: [{ name: 'Ann' }, {}],
    })
    const wrong = [MONDAY, side(row('dee', '2026-12-01', 'am'))]
    for (const [who, path] of [
      [ann, '/v1/me/swap-checks'],
      [manager, `${NETWORK}/swap-checks`],
    ] as const) {
      const { allowed, forbids } = swapCheckResponse.parse((await check(who, path, wrong)).body)
      expect([allowed, forbids.map(({ sentence }) => sentence).join(' ')]).toEqual([
        false,
        expect.stringMatching(/Dee does not work at Alder Road/),
      ])
    }
    expect(await check(bob, '/v1/me/swap-checks', [MONDAY, FRIDAY])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/swap/0/person' }] },
    })
    expect((await check(ann, `${NETWORK}/swap-checks`, [MONDAY, FRIDAY])).status).toBe(403)
    expect(await stored()).toEqual(before)
  })

  it('when it is proposed: what the rules forbid is refused with the reason and not stored', async () => {
    const count = async () => (await call(ann, '/v1/me/swaps')).body.swaps.length
    const before = await count()
    const { status, body } = await propose(ann, [MONDAY, side(row('dee', '2026-12-01', 'am'))])
    expect([status, body.type]).toEqual([409, 'urn:problem-type:rota:not-allowed'])
    expect(body.errors.map(({ detail }: { detail: string }) => detail).join(' ')).toMatch(
      /Dee does not work at Alder Road/,
    )
    expect(await count()).toBe(before)
  })

  it('again when it is accepted, with what is published by then', async () => {
    const { id } = await proposed()
    // Bob is given Monday morning meanwhile: he can't have Ann's as well.
    await publishes([...ROTA, row('bob', WEEK, 'am')])
    const refused = await decide(manager, id, 'acceptance')
    expect(refused, JSON.stringify(refused.body)).toMatchObject({ status: 409 })
    expect(refused.body.type).toBe('urn:problem-type:rota:not-allowed')
    await publishes([row('ann', WEEK, 'am', 'clinic'), ...ROTA.slice(1)])
    const other = await decide(manager, id, 'acceptance')
    expect(other).toMatchObject({
      status: 412,
      body: { errors: [{ detail: expect.stringMatching(/^Ann’s session has changed/) }] },
    })
    await publishes(ROTA)
    expect((await decide(manager, id, 'acceptance')).status).toBe(200)
  })

  it.each([
    ['is not yours to give', [FRIDAY, MONDAY], '/swap/0/person'],
    ['is with nobody', [MONDAY, { ...FRIDAY, person: 'zoe' }], '/swap/1/person'],
    ['is of a session that does not exist', [MONDAY, { ...FRIDAY, part: 'noon' }], '/swap/1/date'],
    ['is of a week that is not published', [{ ...MONDAY, date: '2027-01-04' }, FRIDAY], '/swap/0/date'],
    ['is of no day', [MONDAY, { ...FRIDAY, date: '2026-13-01' }], '/swap/1/date'],
  ])('what %s is refused', async (_, swap, pointer) => {
    expect(await propose(ann, swap)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })
})

describe('two at once', () => {
  it('both count: the second is checked with what the first has published', async () => {
    const first = await proposed()
    const tuesday = row('ann', '2026-12-01', 'am')
    await publishes([...ROTA, tuesday])
    const json = { swap: [side(tuesday), { ...side(tuesday), person: 'bob' }] }
    const other = keptSwapResponse.parse((await call(manager, `${NETWORK}/swaps`, { json })).body)
    const answers = await Promise.all([first.id, other.id].map((id) => decide(manager, id, 'acceptance')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { assignments } = await published()
    expect(assignments).toEqual(expect.arrayContaining([row('bob', WEEK, 'am', 'duty'), { ...tuesday, person: 'bob' }]))
  })
})

describe('who may do what', () => {
  it('somebody who is no side of it neither sees nor settles it, and staff do not accept', async () => {
    const { id } = await proposed()
    expect((await call(cat, '/v1/me/swaps')).body).toEqual({ swaps: [] })
    for (const [method, path] of [
      ['PUT', `/v1/me/swaps/${id}/agreement`],
      ['PUT', `/v1/me/swaps/${id}/refusal`],
      ['DELETE', `/v1/me/swaps/${id}`],
    ] as const)
      expect((await call(cat, path, { method })).status).toBe(404)
    // Nobody agrees to their own, and the one who is asked doesn't withdraw it.
    expect((await put(ann, `/v1/me/swaps/${id}/agreement`)).status).toBe(404)
    expect((await call(bob, `/v1/me/swaps/${id}`, { method: 'DELETE' })).status).toBe(404)
    for (const who of [ann, bob]) expect((await decide(who, id, 'acceptance')).status).toBe(403)
    const stranger = await service.session([{ role: 'manager', network: 'U99999' }])
    expect((await decide(stranger, id, 'acceptance')).status).toBe(403)
    expect((await put(stranger, `/v1/networks/U99999/swaps/${id}/acceptance`)).status).toBe(404)
    const key = await service.key([{ role: 'manager', network: OWN }])
    expect((await decide(key, id, 'acceptance')).status).toBe(403)
  })
})

it('somebody’s swaps are exported and erased with what else is stored of them, and go with their week', async () => {
  const { id } = await proposed()
  const told = personResponse.parse((await call(manager, `${NETWORK}/people/bob`)).body)
  expect(told.swaps.find((swap) => swap.id === id)?.sides).toMatchObject([{ name: 'Bob', date: '2026-12-04' }])
  expect((await call(manager, `${NETWORK}/people/bob`, { method: 'DELETE' })).status).toBe(200)
  const swap = keptSwapResponse.parse((await call(manager, `${NETWORK}/swaps/${id}`)).body)
  expect(swap).toMatchObject({
    state: 'withdrawn',
    sides: [{ name: 'Ann' }, { name: 'a former colleague', person: 'former-1' }],
  })
  const all = JSON.stringify((await call(manager, `${NETWORK}/swaps`)).body)
  expect(all).not.toMatch(/Bob|"bob"/)
  expect((await put(bob, `/v1/me/swaps/${id}/agreement`)).status).toBe(404)
  const { rota } = await published()
  expect((await call(manager, `${WEEK_PATH}/rotas/${rota.version}/publication`, { method: 'DELETE' })).status).toBe(204)
  expect((await call(manager, WEEK_PATH, { method: 'DELETE' })).status).toBe(204)
  expect((await call(manager, `${NETWORK}/swaps`)).body).toEqual({ swaps: [] })
})
