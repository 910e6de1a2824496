/** Weeks drawn from the stored record and from what is published: one after the other, as a network lives them. */
import { describe, expect, it } from 'vitest'
import { problemResponse } from '../../api/contract/problem.ts'
import { weeksResponse } from '../../api/contract/weeks.ts'
import { readAtlas } from '../../src/intake/atlas.ts'
import { drawWeek } from '../../src/intake/record/draw-week.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import type { AssignmentDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { servedForFile } from './serving-solves.ts'

const served = servedForFile()

const FIRST = '2026-11-30'
const SECOND = '2026-12-07'
const THIRD = '2026-12-14'

/** A network of its own for each test. */
let count = 0
async function aNetwork(other: Partial<NetworkRecord> = {}) {
  count += 1
  const ods = `U4000${count}`
  const record = smallRecord({ network: { ods, name: 'Alder and Birch' }, ...other })
  const path = `/v1/networks/${ods}`
  expect((await send('PUT', `${path}/record`, record)).status).toBe(201)
  return { ods, record, path, week: (from: string) => `${path}/weeks/${from}` }
}

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  served().call(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  })
/** Over whatever is there. */
const over = { 'if-match': '*' }
const get = (path: string) => served().call('GET', path)

async function proposed(week: string, query = ''): Promise<RotaDocument> {
  const response = await get(`${week}/proposal${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as RotaDocument
}

const row = (person: string, date: string, part = 'am', work = 'clinic'): AssignmentDocument => ({
  person,
  date,
  part,
  site: person === 'ann' || person === 'bob' ? 'alder' : 'birch',
  work: work as AssignmentDocument['work'],
})

/** Stores what is proposed for the week and a rota for it, and publishes that. */
async function publishes(week: string, rows: readonly AssignmentDocument[]): Promise<number> {
  const document = await proposed(week)
  const kept = await send('PUT', `${week}/document`, document)
  if (kept.status === 428) await send('PUT', `${week}/document`, document, over)
  const { version } = (await (await send('POST', `${week}/rotas`, rows)).json()) as { version: number }
  expect((await send('PUT', `${week}/rotas/${version}/publication`)).status).toBe(200)
  return version
}

describe('a proposed week', () => {
  it('is what the record gives, where nothing is published', async () => {
    const { record, week } = await aNetwork()
    expect(await proposed(week(FIRST))).toEqual(
      JSON.parse(JSON.stringify(drawWeek(record, { from: FIRST, past: [], atlas: readAtlas() }))),
    )
  })

  it('needs a record, and a week whose bank holidays are known', async () => {
    expect((await get(`/v1/networks/U49999/weeks/${FIRST}/proposal`)).status).toBe(404)
    const { week } = await aNetwork()
    expect((await get(`${week('2026-12-01')}/proposal`)).status).toBe(404)
    const far = await get(`${week('2099-12-07')}/proposal`)
    expect([far.status, problemResponse.parse(await far.json()).errors?.length]).toEqual([422, 1])
  })

  it('carries on from the published weeks, even if they were made by hand', async () => {
    const { week } = await aNetwork()
    await publishes(week(FIRST), [row('ann', FIRST), row('ann', '2026-12-01', 'pm', 'duty'), row('cat', '2026-12-02')])
    const second = await proposed(week(SECOND))
    expect(second.history).toMatchObject([
      { person: 'ann', sessions: 2, mondays: 1, duties: 1, weeks: 1 },
      { person: 'bob', sessions: 0 },
      { person: 'cat', sessions: 1, mondays: 0 },
      { person: 'dee', sessions: 0 },
    ])
    expect(second.before).toHaveLength(3)
    expect(second.note).toBeUndefined()
    const waiting = (second.backlog ?? []).filter(({ need }) => need === 'routine')
    expect(waiting.some(({ waitedDays }) => waitedDays < 7)).toBe(true)
    expect(second.published).toBeNull()
    expect((await proposed(week(FIRST))).published).toHaveLength(3)
    // The week after the next has an estimated list, since the week between is not published.
    expect((await proposed(week(THIRD))).note).toMatch(/^Who waits already is an estimate/)
  })

  it('counts a week once, by the rota that it is published with now', async () => {
    const { week } = await aNetwork()
    await publishes(week(FIRST), [row('ann', FIRST), row('ann', '2026-12-01')])
    await publishes(week(FIRST), [row('bob', FIRST)])
    const sessions = (await proposed(week(SECOND))).history?.map(({ person, sessions }) => [person, sessions])
    expect(sessions).toEqual([
      ['ann', 0],
      ['bob', 1],
      ['cat', 0],
      ['dee', 0],
    ])
    await send('DELETE', `${week(FIRST)}/rotas/2/publication`)
    expect((await proposed(week(SECOND))).history).toBeUndefined()
  })

  it('takes over the pins of another week, but for those that could not be kept', async () => {
    const { week, path } = await aNetwork()
    const document = await proposed(week(FIRST))
    const pins = [row('ann', FIRST), row('bob', '2026-12-01'), { ...row('cat', '2026-12-02'), work: 'off' }]
    await send('PUT', `${week(FIRST)}/document`, { ...document, pins })
    const leave = [{ id: 'l1', person: 'bob', from: '2026-12-08', to: '2026-12-08' }]
    expect((await send('PATCH', `${path}/record`, { leave }, over)).status).toBe(200)
    const copied = await proposed(week(SECOND), `?copy=${FIRST}`)
    expect(copied.pins).toEqual([row('ann', SECOND), { ...row('cat', '2026-12-09'), work: 'off' }])
    expect(copied.note).toMatch(/Pins of the copied week that could not be kept: [^;]+, Tuesday morning \(away\)\.$/)
    expect((await get(`${week(SECOND)}/proposal?copy=${THIRD}`)).status).toBe(404)
    expect((await get(`${week(SECOND)}/proposal?copy=2026-12-01`)).status).toBe(422)
  })
})

it('a week is open, planned, published, and superseded once it has been planned again', async () => {
  const { week, path } = await aNetwork()
  const states = async () => {
    const { weeks } = weeksResponse.parse(await (await get(`${path}/weeks`)).json())
    return weeks.map(({ from, state }) => `${from} ${state}`)
  }
  await send('PUT', `${week(FIRST)}/document`, await proposed(week(FIRST)))
  expect(await states()).toEqual([`${FIRST} open`])
  await send('POST', `${week(FIRST)}/rotas`, [row('ann', FIRST)])
  expect(await states()).toEqual([`${FIRST} planned`])
  await send('PUT', `${week(FIRST)}/rotas/1/publication`)
  expect(await states()).toEqual([`${FIRST} published`])
  await send('POST', `${week(FIRST)}/rotas`, [row('bob', FIRST)])
  expect(await states()).toEqual([`${FIRST} superseded`])
  await send('PUT', `${week(FIRST)}/rotas/2/publication`)
  expect(await states()).toEqual([`${FIRST} published`])
})
