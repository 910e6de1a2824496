/** What is due of a contract, of protected time and of hours is what was agreed, to the last fraction. */
import { describe, expect, it } from 'vitest'
import type { PartDocument } from '../../src/intake/rota-document.ts'
import { gp, oneSite } from '../one-site.ts'
import { found, reported, sessionsOf } from './reported.ts'

const DAYS: PartDocument['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']
const AM: PartDocument = { id: 'am', starts: '08:30', ends: '12:40', days: DAYS }
const PM: PartDocument = { id: 'pm', starts: '14:00', ends: '18:10', days: DAYS }
const EVENING: PartDocument = {
  id: 'evening',
  starts: '18:30',
  ends: '20:00',
  days: DAYS,
  enhancedAccess: true,
  counts: 0.4,
}

describe('a contract of fractions', () => {
  it('has room for three evenings that count 0.4', async () => {
    const report = await reported(
      oneSite([gp('p1', 'Ann', { contract: { sessions: 1.2 } })], { parts: [AM, PM, EVENING] }),
    )
    expect(sessionsOf(report, 'p1')).toHaveLength(3)
    expect(found(report, 'enhanced-access').filter((sentence) => sentence.includes('hours'))).toEqual([])
    expect(report.unassigned).toEqual([])
  })

  it.each([
    ['a half day and an evening', 1.4, ['mon-am', 'mon-evening', 'tue-evening'], ['2026-11-30 am duty'], 1],
    ['half a half day', 0.5, ['mon-am', 'mon-evening', 'tue-evening'], [], 1],
  ])('is worked as far as sessions fit: %s', async (_, sessions, works, core, evenings) => {
    const report = await reported(
      oneSite([gp('p1', 'Ann', { contract: { sessions }, works })], { parts: [AM, PM, EVENING] }),
    )
    const mine = sessionsOf(report, 'p1')
    expect(mine.filter((session) => !session.includes('evening'))).toEqual(core)
    expect(mine.length - core.length).toBe(evenings)
  })
})

describe('leave', () => {
  const away = [{ from: '2026-11-30', to: '2026-12-02' }]
  const every = DAYS.flatMap((day) => [`${day}-am`, `${day}-pm`])

  it.each([4, 8, 5.5])(
    'takes the same of %d sessions whether or not the usual sessions are listed',
    async (sessions) => {
      const people = [
        gp('p1', 'Ann', { contract: { sessions }, works: every, away }),
        gp('p2', 'Bob', { contract: { sessions }, away }),
      ]
      const report = await reported(oneSite(people))
      const [ann = [], bob = []] = ['p1', 'p2'].map((id) => sessionsOf(report, id))
      expect(ann.length).toBe(bob.length)
      const left = ['p1', 'p2'].map((id) => report.unassigned.find(({ person }) => person === id)?.sessions ?? 0)
      expect(left[0]).toBe(left[1])
      expect(ann.length + (left[0] ?? 0)).toBeCloseTo(0.4 * sessions)
    },
  )
})

describe('a contract with no place to be worked', () => {
  it('is unassigned as far as it has none', async () => {
    const people = [
      gp('p0', 'Zed', { contract: { sessions: 0 } }),
      gp('p1', 'Ann', { contract: { sessions: 8 }, works: ['mon-am', 'tue-am'] }),
    ]
    expect((await reported(oneSite(people))).unassigned).toEqual([{ person: 'p1', sessions: 6 }])
  })
})

describe('protected time', () => {
  const ann = (sessions: number) => gp('p1', 'Ann', { contract: { sessions: 4, protected: sessions } })
  const bob = gp('p2', 'Bob', { contract: { sessions: 10 } })
  const learned = async (weeks: number, sessions: number, more = {}) => {
    const report = await reported(oneSite([ann(sessions), bob], { week: { from: '2026-11-30', weeks }, ...more }))
    expect(found(report, 'protected-time')).toEqual([])
    return report.assignments.filter(({ work }) => work === 'training').length
  }

  it.each([
    [0.5, 2, 1],
    [0.5, 4, 2],
    [0.25, 4, 1],
    [1.5, 2, 3],
  ])('of %d sessions a week is, in %i weeks, %i', async (sessions, weeks, all) => {
    expect(await learned(weeks, sessions)).toBe(all)
  })

  it.each([
    [0, 0, 0.5],
    [0.5, 1, 0],
    [1.5, 2, 0],
  ])('that is owed (%d) is carried into the week, and out of it', async (protectedOwed, had, left) => {
    const history = [{ person: 'p1', sessions: 10, protectedOwed }]
    expect(await learned(1, 0.5, { history })).toBe(had)
    const report = await reported(oneSite([ann(0.5), bob], { history }))
    expect(report.people.find(({ id }) => id === 'p1')?.protectedOwed).toBe(left)
    expect(report.people.find(({ id }) => id === 'p2')).not.toHaveProperty('protectedOwed')
  })
})

describe('hours', () => {
  const parts: PartDocument[] = [
    { ...AM, starts: '08:00', ends: '13:00' },
    { ...PM, starts: '13:30', ends: '19:00' },
  ]
  const roles = (sessionMinutes: number) => [
    ...oneSite([]).roles,
    { id: 'hca', title: 'HCA', sessionMinutes, patientMinutes: 90, meets: { routine: { minutes: 10 } } },
  ]
  const demand = DAYS.flatMap((_, n) =>
    ['am', 'pm'].map((part) => ({
      site: 'A1',
      need: 'routine',
      date: `2026-1${n === 0 ? '1-30' : `2-0${n}`}`,
      part,
      contacts: 25,
    })),
  )
  const people = [
    gp('p1', 'Ann', { contract: { sessions: 10 } }),
    gp('p2', 'Hal', { role: 'hca', contract: { sessions: 10 } }),
  ]

  it('are those of the role, not of the whole part of the day', async () => {
    const report = await reported(oneSite(people, { parts, roles: roles(120), demand }))
    expect(sessionsOf(report, 'p2')).toHaveLength(10)
    expect(found(report, 'working-week')).toEqual([])
  })

  it('are no more than those of the part', async () => {
    const report = await reported(
      oneSite(people, { parts, roles: roles(400), demand, rules: { 'working-week': { hours: 53 } } }),
    )
    expect(sessionsOf(report, 'p2')).toHaveLength(10)
    expect(found(report, 'working-week')).toEqual([])
  })

  it('are shown beside those that are allowed', async () => {
    const pins = demand.map(({ date, part }) => ({ person: 'p2', date, part, site: 'A1', work: 'clinic' }))
    const report = await reported(oneSite(people, { parts, roles: roles(300), demand, pins }))
    expect(found(report, 'working-week')).toEqual(['Hal works 50 hours a week, where 48 are the most.'])
  })
})
