/** What is read off published rotas over a quarter or a month. */
import { describe, expect, it } from 'vitest'
import { evidenceResponse, monthListsResponse } from '../../api/contract/evidence.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { servedForFile } from './serving-solves.ts'

const served = servedForFile()

const send = (method: string, path: string, body?: unknown) =>
  served().call(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  })
const json = async (response: Promise<Response>): Promise<unknown> => (await response).json()

const [FIRST, SECOND] = ['2026-11-30', '2026-12-07'] as const
const row = (person: string, date: string, part: string, work = 'clinic') => {
  return { person, date, part, site: person === 'cat' ? 'birch' : 'alder', work }
}

async function aNetwork(ods: string, other: Partial<NetworkRecord> = {}) {
  const path = `/v1/networks/${ods}`
  const people = smallRecord().people.map((person) => {
    return person.id === 'ann' ? { ...person, contract: { sessions: 8, protected: 1 } } : person
  })
  const wishes = [{ id: 'w1', person: 'ann', part: 'fri-pm', want: 'off' as const }]
  const leave = [{ id: 'l1', person: 'bob', from: FIRST, to: FIRST }]
  await send(
    'PUT',
    `${path}/record`,
    smallRecord({ network: { ods, name: 'Alder and Birch' }, people, wishes, leave, ...other }),
  )
  const publishes = async (from: string, rota: readonly unknown[]) => {
    const week = `${path}/weeks/${from}`
    await send('PUT', `${week}/document`, await json(served().call('GET', `${week}/proposal`)))
    const { version } = (await json(send('POST', `${week}/rotas`, rota))) as { version: number }
    return async () => expect((await send('PUT', `${week}/rotas/${version}/publication`)).status).toBe(200)
  }
  return { path, publishes }
}

describe('evidence for a board', () => {
  it('counts published weeks, what was resolved before, protected time, wishes and changes, and names nobody', async () => {
    const { path, publishes } = await aNetwork('U70001')
    // A draft with somebody who is on leave, and the rota without them.
    await publishes(FIRST, [row('bob', FIRST, 'am'), row('ann', FIRST, 'am', 'duty')])
    await (await publishes(FIRST, [row('ann', FIRST, 'am', 'duty'), row('ann', '2026-12-01', 'pm', 'training')]))()
    await (await publishes(FIRST, [row('ann', FIRST, 'am', 'duty'), row('cat', '2026-12-02', 'am')]))()
    const text = await (await served().call('GET', `${path}/evidence?from=2026-11-01&to=2026-12-10`)).text()
    const told = evidenceResponse.parse(JSON.parse(text))
    expect(told).toMatchObject({
      weeks: [FIRST],
      unpublished: ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', SECOND],
      protectedTime: { promised: 1, planned: 0 },
      wishes: { asked: 1, granted: 1 },
    })
    const [week] = told.safety
    expect((week?.draft ?? 0) - (week?.published ?? 0)).toBeGreaterThan(0)
    expect(Object.keys(week?.rules ?? {})).not.toContain('availability')
    const { sameDay, withinWeek, withinFourWeeks, longer } = told.changes ?? {
      sameDay: 0,
      withinWeek: 0,
      withinFourWeeks: 0,
      longer: 0,
    }
    expect(sameDay + withinWeek + withinFourWeeks + longer).toBe(2)
    expect(told.fairness.map(({ role, kind, people }) => [role, kind, people])).toContainEqual(['gp', 'duties', 3])
    expect(told.sentences).toEqual(
      expect.arrayContaining([
        '1 week had a published rota, 5 had none.',
        '1 of 1 wish came true.',
        expect.stringMatching(/^2 sessions changed after publication: /),
      ]),
    )
    expect(text).not.toMatch(/Ann|Bob|"ann"|"bob"/)
  })

  it('of a time without published rotas says so, and of more than a year is refused', async () => {
    const { path } = await aNetwork('U70002')
    const told = evidenceResponse.parse(
      await json(served().call('GET', `${path}/evidence?from=2026-12-01&to=2026-12-31`)),
    )
    expect(told.sentences).toEqual(['No rota was published in this period.'])
    expect((await served().call('GET', `${path}/evidence?from=2026-12-31&to=2026-12-01`)).status).toBe(422)
    expect((await served().call('GET', `${path}/evidence?from=2026-12-01&to=2029-12-01`)).status).toBe(422)
    expect((await served().call('GET', `${path}/evidence`)).status).toBe(422)
    expect((await served().call('GET', '/v1/networks/U79999/evidence?from=2026-12-01&to=2026-12-31')).status).toBe(404)
  })
})

describe('lists of a month', () => {
  it('have the month’s own days, with names, of rotas made by hand too', async () => {
    const { path, publishes } = await aNetwork('U70003')
    await (
      await publishes(FIRST, [
        row('ann', FIRST, 'am', 'duty'),
        row('ann', '2026-12-01', 'am', 'duty'),
        row('ann', '2026-12-01', 'pm', 'training'),
      ])
    )()
    const lists = monthListsResponse.parse(await json(served().call('GET', `${path}/lists?month=2026-12`)))
    const held = lists.duties.filter(({ person }) => person !== null)
    expect(held.map(({ date, site, person }) => [date, site, person])).toEqual([['2026-12-01', 'alder', 'ann']])
    expect(lists.duties.every(({ date }) => date.startsWith('2026-12'))).toBe(true)
    expect(lists.protectedTime).toEqual([{ person: 'ann', date: '2026-12-01', part: 'pm' }])
    expect(lists.people).toEqual([{ id: 'ann', name: 'Ann' }])
    expect(lists.gaps.length).toBeGreaterThan(0)
    const november = monthListsResponse.parse(await json(served().call('GET', `${path}/lists?month=2026-11`)))
    expect(november.duties.filter(({ person }) => person !== null)).toMatchObject([{ date: FIRST, person: 'ann' }])
    expect((await served().call('GET', `${path}/lists?month=2026-13`)).status).toBe(422)
  })
})
