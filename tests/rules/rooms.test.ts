import { describe, expect, it } from 'vitest'
import { availability } from '../../solver/rules/availability.ts'
import { qualified } from '../../solver/rules/qualified.ts'
import { rooms } from '../../solver/rules/rooms.ts'
import { amount, breaches, fortnight, rotaFor, week, written } from './played.ts'

describe('rooms', () => {
  it('hold as many people as there are', () => {
    const assignments = [
      'g1 thu-am alder clinic',
      'r1 thu-am alder clinic',
      'n1 thu-am alder clinic',
      'g2 thu-am birch duty',
    ]
    expect(breaches(rooms, week(), { assignments })).toEqual([])
  })

  it('are short by each further person, on duty or in clinic', () => {
    const assignments = ['g1 thu-am birch duty', 'g2 thu-am birch clinic', 'n1 thu-am birch clinic']
    expect(amount(rooms, week(), { assignments })).toBe(2)
  })

  it('are not taken by visits, paperwork and the telephone', () => {
    const assignments = [
      'g1 thu-am birch visits',
      'g2 thu-am birch clinic',
      'n1 thu-am birch clinic remote',
      'n1 thu-pm birch admin',
    ]
    expect(breaches(rooms, week(), { assignments })).toEqual([])
  })

  it('are counted session by session, to the last', () => {
    const assignments = ['g1 fri-am@2 birch clinic', 'g2 fri-pm@2 birch clinic', 'n1 fri-pm@2 birch clinic']
    expect(breaches(rooms, fortnight(), { assignments })).toMatchObject([{ session: 7, site: 'birch', amount: 1 }])
  })

  it('send home to the telephone whoever finds none', async () => {
    const sites = { alder: { rooms: 1 } }
    const people = { g2: { home: 'alder', sites: ['alder'] } }
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 24 }]
    const parts = [{ id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] }]
    const rota = await rotaFor(
      week({ sites, people, parts, demand: urgent, rules: { 'duty-doctor': false, 'minimum-cover': false } }),
    )
    const clinics = rota.assignments.filter((a) => a.work === 'clinic' && a.site === 'alder')
    expect(clinics.filter((a) => !a.remote)).toHaveLength(1)
    expect(clinics.filter((a) => a.remote).length).toBeGreaterThan(0)
  })

  it('are no matter to the model where there is one for everybody who may come', () => {
    const before = [availability, qualified]
    const enough = week({ sites: { alder: { rooms: 3 }, birch: { rooms: 3 } } })
    expect(written(rooms, enough, before).rows).toEqual([])
    const tight = written(rooms, week({ sites: { alder: { rooms: 3 }, birch: { rooms: 2 } } }), before)
    const places = tight.rows.filter((row) => row.weight > 0).map((row) => row.upper)
    expect(places).toEqual([2, 2, 2, 2])
    const away = { g1: { away: [{ from: '2026-12-03', to: '2026-12-03', parts: ['am'] }] } }
    const without = week({ people: away, sites: { alder: { rooms: 3 }, birch: { rooms: 2 } } })
    expect(written(rooms, without, before).rows.filter((row) => row.weight > 0)).toHaveLength(3)
  })

  it('are wanted for clinics and duty alone', () => {
    const { draft, rows } = written(rooms, week({ sites: { birch: { rooms: 1 } } }), [availability, qualified])
    const [row] = rows.filter(({ weight, upper }) => weight > 0 && upper === 1)
    const works = draft.placements.filter((p) => row?.terms.some(([column]) => column === p.column)).map((p) => p.work)
    expect(new Set(works)).toEqual(new Set(['clinic', 'duty']))
  })

  it('can be done without by those who meet a need by telephone, as long as they hold a clinic', () => {
    const { draft, rows } = written(rooms, week(), [availability, qualified])
    expect(draft.remote('gp', 'birch', 0)).toBeDefined()
    expect(draft.remote('nurse', 'birch', 0)).toBeUndefined()
    const column = draft.remote('gp', 'birch', 0)
    const clinics = draft.at('birch', 0).filter((p) => p.role === 'gp' && p.work === 'clinic')
    expect(rows.find((row) => row.weight === 0 && row.terms.some(([j]) => j === column))).toMatchObject({
      terms: [...clinics.map((p) => [p.column, 1]), [column, -1]],
      lower: 0,
      upper: clinics.length,
    })
    // Nobody visits by telephone, whatever share of visits could be told by it.
    const visits = { ...week(), needs: week().needs.map((need) => ({ ...need, remote: need.visit ? 0.5 : 0 })) }
    expect(written(rooms, visits, [availability, qualified]).draft.remote('gp', 'birch', 0)).toBeUndefined()
  })
})
