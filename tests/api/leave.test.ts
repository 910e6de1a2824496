/** The leave calendar, and how evenly unpopular sessions were shared out. */
import { describe, expect, it } from 'vitest'
import { leaveCheckResponse } from '../../api/contract/leave-checks.ts'
import { fairnessResponse, keptLeaveResponse, leaveResponse } from '../../api/contract/own-weeks.ts'
import { problemResponse } from '../../api/contract/problem.ts'
import type { NetworkRecord } from '../../src/intake/record-document.ts'
import { smallRecord } from '../src/intake/record/small-record.ts'
import { servedForFile } from './serving-solves.ts'

const served = servedForFile()

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
  served().call(method, path, {
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
    const own = keptLeaveResponse.parse(await granted.json())
    expect(own).toEqual({
      id: expect.stringMatching(/^l[\da-f]{12}$/),
      person: 'ann',
      from: '2026-12-24',
      to: '2026-12-24',
      parts: ['pm'],
      recordVersion: 2,
    })
    const { leave, days } = leaveResponse.parse(
      await json(served().call('GET', `${path}/leave?from=2026-12-24&to=2026-12-27`)),
    )
    expect(leave.map(({ id, name, role }) => [id, name, role])).toEqual([
      ['l1', 'Bob', 'gp'],
      [own.id, 'Ann', 'gp'],
    ])
    // Saturday and Sunday are no working days.
    expect(days).toEqual([
      { date: '2026-12-24', role: 'gp', away: 2, of: 3 },
      { date: '2026-12-25', role: 'gp', away: 1, of: 3 },
    ])
    expect((await send('DELETE', `${path}/leave/l1`)).status).toBe(204)
    expect((await send('DELETE', `${path}/leave/l1`)).status).toBe(404)
    const left = leaveResponse.parse(await json(served().call('GET', `${path}/leave`)))
    expect(left.leave.map(({ id }) => id)).toEqual([own.id])
  })

  it('that is granted twice is there once, and taking it back twice takes no other', async () => {
    const { path } = await aNetwork()
    const grant = async (day: string) => {
      const response = await send('POST', `${path}/leave`, { person: 'ann', from: day, to: day })
      return { status: response.status, ...keptLeaveResponse.parse(await response.json()) }
    }
    const first = await grant('2026-12-24')
    expect(await grant('2026-12-24')).toEqual({ ...first, status: 200 })
    expect((await send('DELETE', `${path}/leave/${first.id}`)).status).toBe(204)
    const other = await grant('2026-12-23')
    expect((await send('DELETE', `${path}/leave/${first.id}`)).status).toBe(404)
    const { leave } = leaveResponse.parse(await json(served().call('GET', `${path}/leave?from=2026-12-01`)))
    expect(leave.map(({ id }) => id)).toEqual([other.id])
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
    expect(await json(served().call('GET', `${path}/record/versions`))).toMatchObject({ versions: [{ version: 1 }] })
    expect((await served().call('GET', `${path}/leave?from=2026-12-24&to=2026-12-01`)).status).toBe(422)
    expect((await served().call('GET', `${path}/leave?from=2026-12-24&to=2099-12-01`)).status).toBe(422)
  })
})

describe('a check of leave', () => {
  const MONDAY = '2026-12-07'
  const check = async (ods: string, leave: unknown) => {
    const response = await send('POST', '/v1/leave-checks', { network: ods, leave })
    expect(response.status).toBe(200)
    return leaveCheckResponse.parse(await response.json())
  }

  it('tells week by week who else is away, what nobody could do, and how many would wait; nothing is stored', async () => {
    // Ann and Bob are the GPs of Alder Road, where Bob works on three half days only.
    const { path, ods } = await aNetwork()
    const checked = await check(ods, { person: 'ann', from: MONDAY, to: '2026-12-15' })
    expect([checked.name, checked.weeks.map(({ from }) => from)]).toEqual(['Ann', [MONDAY, '2026-12-14']])
    const [week, next] = checked.weeks
    expect(week).toMatchObject({ sessions: 8, role: { role: 'gp', away: 1, of: 3 }, published: [] })
    expect(next).toMatchObject({ sessions: 3.2, role: { away: 0 } })
    expect(week?.duties).toHaveLength(7)
    expect(week?.sentences).toContain('Nobody at Alder Road could hold the duty on Monday afternoon.')
    expect(week?.fine.filter((sentence) => sentence.includes('Alder Road'))).toEqual([])
    // Cat is there all week.
    expect(week?.fine).toContain('Somebody could still be duty doctor at Birch Lane in all 10 half-days.')
    expect(await json(served().call('GET', `${path}/record/versions`))).toMatchObject({ versions: [{ version: 1 }] })
  })

  it('counts contacts for which there would be no time, and says so where many are away', async () => {
    const busy = { source: 'own' as const, weekly: [{ site: 'birch', need: 'routine', contacts: 200 }] }
    const people = ['cat', 'dee', 'eve'].map((id) => {
      return { id, name: id, role: 'nurse', home: 'birch', contract: { sessions: 8 } }
    })
    const leave = [{ id: 'l1', person: 'cat', from: MONDAY, to: '2026-12-11' }]
    const { ods } = await aNetwork({ demand: busy, people, leave, rules: { 'duty-doctor': false } })
    const [week] = (await check(ods, { person: 'dee', from: MONDAY, to: '2026-12-11' })).weeks
    // Nurses take 20 minutes of the 180 of each session: 72 contacts are Dee's.
    expect(week?.contacts).toBeGreaterThan(65)
    expect(week?.contacts).toBeLessThanOrEqual(72)
    expect(week?.sentences).toEqual([
      '2 of 3 nurses would be away.',
      expect.stringMatching(
        /^There is no time for about \d+ contacts that week already; with this leave, for about \d+\.$/,
      ),
    ])
    // A day on which nothing is asked of anybody.
    const quiet = await aNetwork({ demand: { source: 'own', weekly: [] }, people, rules: { 'duty-doctor': false } })
    const [good] = (await check(quiet.ods, { person: 'dee', from: MONDAY, to: MONDAY })).weeks
    expect(good?.sentences).toEqual([])
    expect(good?.fine).toEqual([
      'All 3 nurses would still be there for most of the week.',
      'Nobody more would have to wait for an appointment.',
      'No rota is published for that week yet, so nobody has to be asked to step in.',
    ])
  })

  it('lists sessions in a rota that is published', async () => {
    const { path, ods } = await aNetwork({ rules: { 'duty-doctor': false } })
    const week = `${path}/weeks/${MONDAY}`
    await send('PUT', `${week}/document`, await json(served().call('GET', `${week}/proposal`)))
    await send('POST', `${week}/rotas`, [{ person: 'ann', date: MONDAY, part: 'am', site: 'alder', work: 'clinic' }])
    await send('PUT', `${week}/rotas/1/publication`)
    const [checked] = (await check(ods, { person: 'ann', from: MONDAY, to: MONDAY, parts: ['am'] })).weeks
    expect(checked?.published).toEqual([{ date: MONDAY, part: 'am', site: 'alder', work: 'clinic' }])
    expect(checked?.sentences[0]).toBe(
      'The rota is published: Ann works on Monday morning, and somebody else would have to.',
    )
    const afternoon = await check(ods, { person: 'ann', from: MONDAY, to: MONDAY, parts: ['pm'] })
    expect(afternoon.weeks[0]?.published).toEqual([])
    expect(afternoon.weeks[0]?.fine).toContain('Ann has no session in the published rota at that time.')
    expect(checked?.fine.join(' ')).not.toContain('published')
  })

  it('is refused with every complaint about the leave', async () => {
    const { ods } = await aNetwork()
    const asked = { person: 'zoe', from: '2026-12-24', to: '2026-12-23', parts: ['night'] }
    const refused = await send('POST', '/v1/leave-checks', { network: ods, leave: asked })
    const pointers = problemResponse.parse(await refused.json()).errors?.map(({ pointer }) => pointer)
    expect(pointers?.sort()).toEqual(['/leave/parts/0', '/leave/person', '/leave/to'])
    const long = await send('POST', '/v1/leave-checks', {
      network: ods,
      leave: { person: 'ann', from: MONDAY, to: '2027-12-01' },
    })
    expect(problemResponse.parse(await long.json()).errors).toMatchObject([{ pointer: '/leave/to' }])
    const nowhere = { network: 'U59999', leave: { person: 'ann', from: MONDAY, to: MONDAY } }
    expect((await send('POST', '/v1/leave-checks', nowhere)).status).toBe(404)
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
      await send('PUT', `${week}/document`, await json(served().call('GET', `${week}/proposal`)))
      const monday = { date: from, part: 'am', work: 'clinic' }
      await send('POST', `${week}/rotas`, [
        { ...monday, person: 'ann', site: 'alder' },
        { ...monday, person: 'cat', site: 'birch' },
        { ...monday, part: 'pm', person: 'cat', site: 'birch' },
      ])
      if (from === first) await send('PUT', `${week}/rotas/1/publication`)
    }
    const fairness = fairnessResponse.parse(await json(served().call('GET', `${path}/fairness?weeks=12`)))
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
    const both = fairnessResponse.parse(await json(served().call('GET', `${path}/fairness`)))
    expect([both.published, both.people[0]?.mondays]).toEqual([[first, second], 2])
    const one = fairnessResponse.parse(await json(served().call('GET', `${path}/fairness?weeks=1&before=2026-12-09`)))
    expect(one.published).toEqual([first])
  })
})
