/** The leave calendar, and how evenly unpopular sessions were shared out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairnessResponse, keptLeaveResponse, leaveResponse } from '../../api/contract/own-weeks.ts'
import { problemResponse } from '../../api/contract/problem.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { REPORT, type ServingSolves, serveSolves } from './serving-solves.ts'

let service: ServingSolves
beforeAll(async () => {
  service = await serveSolves(async () => REPORT)
})
afterAll(async () => {
  expect(service.faults).toEqual([])
  await service.close()
})

let count = 0
async function aNetwork(other: Partial<NetworkRecord> = {}) {
  count += 1
  const ods = `U5000${count}`
  const path = `/v1/networks/${ods}`
  const record = smallRecord({ network: { ods, name: 'Alder and Birch' }, ...other })
  expect((await send('PUT', `${path}/record`, record)).status).toBe(201)
  return { ods, path }
}

const send = (method: string, path: string, body?: unknown) =>
  service.call(method, path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  })
const json = async (response: Promise<Response>): Promise<unknown> => (await response).json()

describe('leave', () => {
  it('is granted with an id of its own, listed with names and how many are away, and taken back', async () => {
    const { path } = await aNetwork({ leave: [{ id: 'l1', person: 'bob', from: '2026-12-23', to: '2026-12-28' }] })
    const granted = await send('POST', `${path}/leave`, {
      person: 'ann',
      from: '2026-12-24',
      to: '2026-12-24',
      parts: ['pm'],
    })
    expect(granted.status).toBe(201)
    expect(keptLeaveResponse.parse(await granted.json())).toEqual({
      id: 'l2',
      person: 'ann',
      from: '2026-12-24',
      to: '2026-12-24',
      parts: ['pm'],
      recordVersion: 2,
    })
    const { leave, days } = leaveResponse.parse(
      await json(service.call('GET', `${path}/leave?from=2026-12-24&to=2026-12-27`)),
    )
    expect(leave.map(({ id, name, role }) => [id, name, role])).toEqual([
      ['l1', 'Bob', 'gp'],
      ['l2', 'Ann', 'gp'],
    ])
    // Saturday and Sunday are no working days.
    expect(days).toEqual([
      { date: '2026-12-24', role: 'gp', away: 2, of: 3 },
      { date: '2026-12-25', role: 'gp', away: 1, of: 3 },
    ])
    expect((await send('DELETE', `${path}/leave/l1`)).status).toBe(204)
    expect((await send('DELETE', `${path}/leave/l1`)).status).toBe(404)
    const left = leaveResponse.parse(await json(service.call('GET', `${path}/leave`)))
    expect(left.leave.map(({ id }) => id)).toEqual(['l2'])
  })

  it('with errors is refused with all of them, as of what was sent, and the record stays as it is', async () => {
    const { path } = await aNetwork()
    const refused = await send('POST', `${path}/leave`, {
      person: 'zoe',
      from: '2026-12-24',
      to: '2026-12-23',
      parts: ['night'],
    })
    const problem = problemResponse.parse(await refused.json())
    expect(problem.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/parts/0', '/person', '/to'])
    const reason = await send('POST', `${path}/leave`, {
      person: 'ann',
      from: '2026-12-24',
      to: '2026-12-24',
      reason: 'x',
    })
    expect(problemResponse.parse(await reason.json()).errors).toMatchObject([{ pointer: '/reason' }])
    expect(await json(service.call('GET', `${path}/record/versions`))).toMatchObject({ versions: [{ version: 1 }] })
    expect((await service.call('GET', `${path}/leave?from=2026-12-24&to=2026-12-01`)).status).toBe(422)
    expect((await service.call('GET', `${path}/leave?from=2026-12-24&to=2099-12-01`)).status).toBe(422)
  })
})

describe('fairness', () => {
  it('counts published weeks only, against what would have been fair, with wishes for everybody alike', async () => {
    const { path } = await aNetwork({
      wishes: [
        { id: 'w1', person: 'ann', part: 'fri-pm', want: 'off' },
        { id: 'w2', person: 'cat', part: 'mon-am', want: 'off' },
      ],
    })
    const [first, second] = ['2026-11-30', '2026-12-07'] as const
    for (const from of [first, second]) {
      const week = `${path}/weeks/${from}`
      await send('PUT', `${week}/document`, await json(service.call('GET', `${week}/proposal`)))
      const monday = { date: from, part: 'am', work: 'clinic' }
      await send('POST', `${week}/rotas`, [
        { ...monday, person: 'ann', site: 'alder' },
        { ...monday, person: 'cat', site: 'birch' },
        { ...monday, part: 'pm', person: 'cat', site: 'birch' },
      ])
      if (from === first) await send('PUT', `${week}/rotas/1/publication`)
    }
    const fairness = fairnessResponse.parse(await json(service.call('GET', `${path}/fairness?weeks=12`)))
    expect(fairness).toMatchObject({ from: '2026-09-14', to: '2026-12-06', published: [first] })
    const rows = fairness.people.map(({ person, weeks, mondays, fair, wishes }) => [
      person,
      weeks,
      mondays,
      fair.mondays,
      wishes,
    ])
    expect(rows).toEqual([
      ['ann', 1, 1, 1, { asked: 1, granted: 1 }],
      ['bob', 1, 0, 0, { asked: 0, granted: 0 }],
      ['cat', 1, 2, 2, { asked: 1, granted: 0 }],
      ['dee', 1, 0, 0, { asked: 0, granted: 0 }],
    ])
    expect(fairness.wishes).toEqual({ asked: 2, granted: 1 })
    await send('PUT', `${path}/weeks/${second}/rotas/1/publication`)
    const both = fairnessResponse.parse(await json(service.call('GET', `${path}/fairness`)))
    expect([both.published, both.people[0]?.mondays]).toEqual([[first, second], 2])
    const one = fairnessResponse.parse(await json(service.call('GET', `${path}/fairness?weeks=1&before=2026-12-09`)))
    expect(one.published).toEqual([first])
  })
})
