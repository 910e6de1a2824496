import { describe, expect, it } from 'vitest'
import { rooms } from '../../solver/rules/rooms.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

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
})
