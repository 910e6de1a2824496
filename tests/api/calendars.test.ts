/** Calendar feeds over HTTP: what is published is there, what changes keeps its identity, and a revoked address leads nowhere. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarsResponse, newCalendarResponse } from '../../api/contract/calendars.ts'
import { problemResponse } from '../../api/contract/problem.ts'
import { publicationResponse } from '../../api/contract/weeks.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { servedForFile } from './serving-solves.ts'

const served = servedForFile()

const WEEK = '2026-11-30'

const send = (method: string, path: string, body?: unknown) =>
  served().call(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  })

let count = 0
async function aNetwork() {
  count += 1
  const ods = `U6000${count}`
  const path = `/v1/networks/${ods}`
  const week = `${path}/weeks/${WEEK}`
  await send('PUT', `${path}/record`, smallRecord({ network: { ods, name: 'Alder and Birch' } }))
  await send('PUT', `${week}/document`, await (await served().call('GET', `${week}/proposal`)).json())
  const feed = async (of: unknown) => {
    const response = await send('POST', `${path}/calendars`, of)
    expect(response.status).toBe(201)
    return newCalendarResponse.parse(await response.json())
  }
  return { path, week, feed }
}

const row = (person: string, part: string, site: string, work = 'clinic', date = WEEK) => ({
  person,
  date,
  part,
  site,
  work,
})

async function publishes(week: string, rota: unknown) {
  const { version } = (await (await send('POST', `${week}/rotas`, rota)).json()) as { version: number }
  const response = await send('PUT', `${week}/rotas/${version}/publication`)
  return publicationResponse.parse(await response.json())
}

async function events(path: string) {
  const response = await served().call('GET', path)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const calendar = new ICAL.Component(ICAL.parse(await response.text()))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, location, sequence } = new ICAL.Event(component)
    return { uid, summary, location, sequence, status: component.getFirstPropertyValue('status') }
  })
}

const told = (rows: Awaited<ReturnType<typeof events>>) =>
  rows.map(({ summary, location, sequence, status }) => [summary, location, sequence, status])

describe('a person’s feed', () => {
  it('follows what is published: changes keep their identity, and what is gone is cancelled', async () => {
    const { week, feed } = await aNetwork()
    const { path } = await feed({ person: 'cat' })
    expect(await events(path)).toEqual([])
    const first = await publishes(week, [
      row('cat', 'am', 'birch'),
      row('cat', 'pm', 'birch', 'duty'),
      row('ann', 'am', 'alder'),
    ])
    expect(first.affected).toEqual(['ann', 'cat'])
    const was = await events(path)
    expect(told(was)).toEqual([
      ['Clinic', 'Birch Lane', 0, 'CONFIRMED'],
      ['Duty doctor', 'Birch Lane', 0, 'CONFIRMED'],
    ])
    const second = await publishes(week, [row('cat', 'am', 'birch', 'visits'), row('ann', 'am', 'alder')])
    expect(second.affected).toEqual(['cat'])
    const now = await events(path)
    expect(now.map(({ uid }) => uid)).toEqual(was.map(({ uid }) => uid))
    expect(told(now)).toEqual([
      ['Home visits', 'Birch Lane', 1, 'CONFIRMED'],
      ['Duty doctor', 'Birch Lane', 1, 'CANCELLED'],
    ])
    // Published again unchanged: newer than either.
    const again = await send('PUT', `${week}/rotas/${first.version}/publication`)
    expect(publicationResponse.parse(await again.json()).affected).toEqual(['cat'])
    expect(told(await events(path))).toEqual([
      ['Clinic', 'Birch Lane', 2, 'CONFIRMED'],
      ['Duty doctor', 'Birch Lane', 2, 'CONFIRMED'],
    ])
    await send('DELETE', `${week}/rotas/${first.version}/publication`)
    expect(told(await events(path)).map(([, , sequence, status]) => [sequence, status])).toEqual([
      [3, 'CANCELLED'],
      [3, 'CANCELLED'],
    ])
  })

  it('is gone with the person who is erased, and so are their entries in the site’s', async () => {
    const { path, week, feed } = await aNetwork()
    await publishes(week, [row('cat', 'am', 'birch'), row('dee', 'am', 'birch')])
    const [own, site] = [await feed({ person: 'cat' }), await feed({ site: 'birch' })]
    expect(told(await events(site.path)).map(([summary]) => summary)).toEqual(['Cat: Clinic', 'Dee: Clinic'])
    expect((await send('DELETE', `${path}/people/cat`)).status).toBe(200)
    expect((await served().call('GET', own.path)).status).toBe(404)
    expect(told(await events(site.path)).map(([summary]) => summary)).toEqual(['Dee: Clinic'])
  })
})

it('a session that moves to another site is cancelled in the first one’s feed', async () => {
  const { week, feed } = await aNetwork()
  const [alder, birch] = [await feed({ site: 'alder' }), await feed({ site: 'birch' })]
  await publishes(week, [row('cat', 'am', 'birch')])
  await publishes(week, [row('cat', 'am', 'alder')])
  expect(told(await events(alder.path))).toEqual([['Cat: Clinic', 'Alder Road', 1, 'CONFIRMED']])
  expect(told(await events(birch.path))).toEqual([['Cat: Clinic', 'Alder Road', 1, 'CANCELLED']])
  await publishes(week, [row('cat', 'am', 'birch')])
  expect(told(await events(alder.path))).toEqual([['Cat: Clinic', 'Birch Lane', 2, 'CANCELLED']])
  expect(told(await events(birch.path))).toEqual([['Cat: Clinic', 'Birch Lane', 2, 'CONFIRMED']])
})

describe('an address', () => {
  it('is told once, listed without its secret, and leads nowhere once revoked', async () => {
    const { path, feed } = await aNetwork()
    const made = await feed({ person: 'ann' })
    const listed = await (await served().call('GET', `${path}/calendars`)).text()
    expect(calendarsResponse.parse(JSON.parse(listed)).calendars).toMatchObject([
      { id: made.id, person: 'ann', madeBy: 'local' },
    ])
    expect(listed).not.toContain(made.path.slice(14, 40))
    expect((await served().call('GET', made.path)).status).toBe(200)
    expect((await send('DELETE', `${path}/calendars/${made.id}`)).status).toBe(204)
    expect((await send('DELETE', `${path}/calendars/${made.id}`)).status).toBe(404)
    const gone = await served().call('GET', made.path)
    expect([gone.status, await gone.text()]).toEqual([404, expect.not.stringContaining(made.path.slice(14, 40))])
  })

  it.each(['x', `${'a'.repeat(43)}`, '%00'])('that is guessed (%s) is not found', async (secret) => {
    expect((await served().call('GET', `/v1/calendars/${secret}.ics`)).status).toBe(404)
  })

  it('is made for nobody and nothing that the network does not know', async () => {
    const { path } = await aNetwork()
    for (const [of, pointer] of [
      [{ person: 'zoe' }, '/person'],
      [{ site: 'elm' }, '/site'],
      [{}, ''],
      [{ person: 'ann', site: 'alder' }, ''],
    ] as const) {
      const refused = await send('POST', `${path}/calendars`, of)
      expect([refused.status, problemResponse.parse(await refused.json()).errors?.[0]?.pointer]).toEqual([422, pointer])
    }
  })
})
