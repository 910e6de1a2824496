/** Work with a date is work: learning, paperwork and partners' time break no rule about days and times of the day. */
import { describe, expect, it } from 'vitest'
import { judgementOf } from '../../solver/judge-given.ts'
import type { PartDocument } from '../../src/intake/rota-document.ts'
import { handMade } from '../hand-made.ts'
import { gp, oneSite } from '../one-site.ts'
import { problemOf } from '../solved-week.ts'
import { found, reported, sessionsOf } from './reported.ts'

const DAYS: PartDocument['days'] = ['mon', 'tue', 'wed', 'thu', 'fri']
const AM: PartDocument = { id: 'am', starts: '08:30', ends: '12:40', days: DAYS }
const PM: PartDocument = { id: 'pm', starts: '14:00', ends: '18:10', days: DAYS }
const LATE: PartDocument = { id: 'evening', starts: '19:00', ends: '22:30', days: DAYS, enhancedAccess: true }
const WORKING_TIME = [
  'rest',
  'days-in-a-row',
  'working-week',
  'weekends',
  'sessions-in-a-day',
  'successions',
  'days-off',
]

/** Nothing asks for anybody in any session, so that it's people's own rules that decide. */
const QUIET = { 'duty-doctor': false, 'minimum-cover': false, 'enhanced-access': false } as const

describe('a contract of seven days a week', () => {
  const parts: PartDocument[] = [
    AM,
    { id: 'wk-am', starts: '09:00', ends: '13:00', days: ['sat', 'sun'], enhancedAccess: true },
  ]
  const bob = gp('p2', 'Bob', { contract: { sessions: 5 }, works: DAYS.map((day) => `${day}-am`) })
  const people = [gp('p1', 'Ann', { contract: { sessions: 7 } }), bob]
  const fortnight = { parts, week: { from: '2026-11-30', weeks: 2 } }

  it.each([{}, { 'days-in-a-row': { level: 'never' } }])(
    'is not filled up with paperwork on every day of it: %j',
    async (rules) => {
      const report = await reported(oneSite(people, { ...fortnight, rules }))
      expect(report.assignments.filter(({ work }) => work === 'admin')).toEqual([])
      expect(found(report, ...WORKING_TIME)).toEqual([])
      expect(new Set(sessionsOf(report, 'p1').map((session) => session.slice(0, 10))).size).toBeLessThan(13)
      const weeks = report.unassigned.filter(({ person }) => person === 'p1')
      expect(weeks.map(({ week }) => week)).toEqual(['2026-11-30', '2026-12-07'])
      expect(weeks.every(({ sessions }) => sessions >= 1)).toBe(true)
    },
  )

  it('is found by judge, whatever the work on the seventh day', async () => {
    const problem = problemOf(oneSite(people, fortnight))
    const seven = [...DAYS.map((day) => `p1 ${day}-am A1 clinic`), 'p1 sat-wk-am A1 clinic', 'p1 sun-wk-am A1 admin']
    const { findings } = await judgementOf(problem, handMade(problem, seven), null)
    expect(findings.filter(({ rule }) => rule === 'days-in-a-row').map(({ sentence }) => sentence)).toEqual([
      'Ann works 7 days in a row up to Sunday (Sun 6 Dec).',
    ])
  })
})

describe('a late evening', () => {
  const week = { parts: [AM, PM, LATE] }

  it('is not followed by paperwork in the morning', async () => {
    const ann = gp('p1', 'Ann', { contract: { sessions: 2 }, works: ['mon-evening', 'tue-am'] })
    const report = await reported(
      oneSite([ann, gp('p2', 'Bob', { contract: { sessions: 1 }, works: ['tue-am'] })], week),
    )
    expect(sessionsOf(report, 'p1')).toHaveLength(1)
    expect(found(report, ...WORKING_TIME)).toEqual([])
    expect(report.unassigned).toEqual([{ person: 'p1', sessions: 1 }])
  })

  it('leaves learning to another day', async () => {
    const ann = gp('p1', 'Ann', { contract: { sessions: 3, protected: 1 }, works: ['mon-evening', 'tue-am', 'wed-am'] })
    const pins = [{ person: 'p1', date: '2026-11-30', part: 'evening', site: 'A1', work: 'clinic' }]
    const report = await reported(oneSite([ann], { ...week, pins, rules: QUIET }))
    expect(sessionsOf(report, 'p1')).toContain('2026-12-02 am training')
    expect(found(report, ...WORKING_TIME, 'protected-time')).toEqual([])
  })

  it('leaves partners’ time to another day, or to somebody else', async () => {
    const works = ['mon-evening', 'tue-am']
    const people = [
      gp('p1', 'Ann', { contract: { sessions: 2 }, works }),
      gp('p2', 'Bob', { contract: { sessions: 1 }, works: ['tue-am'] }),
    ]
    const pins = [{ person: 'p1', date: '2026-11-30', part: 'evening', site: 'A1', work: 'clinic' }]
    const rules = { ...QUIET, 'partner-time': { sessions: [{ role: 'gp', sessions: 1 }] } }
    const report = await reported(oneSite(people, { ...week, pins, rules }))
    expect(report.assignments.filter(({ work }) => work === 'outside')).toMatchObject([{ person: 'p2' }])
    expect(found(report, ...WORKING_TIME, 'partner-time')).toEqual([])
  })
})

describe('learning', () => {
  it('is no third session of a second long day', async () => {
    const works = ['mon-am', 'mon-pm', 'mon-evening', 'tue-am', 'tue-pm', 'tue-evening', 'fri-am']
    const ann = gp('p1', 'Ann', { contract: { sessions: 6, protected: 1 }, works })
    const pinned = ['mon-pm', 'mon-evening', 'tue-pm', 'tue-evening', 'mon-am'].map((slot) => ({
      ...{ person: 'p1', date: slot.startsWith('mon') ? '2026-11-30' : '2026-12-01', part: slot.slice(4) },
      ...{ site: 'A1', work: 'clinic' },
    }))
    const early = { ...LATE, starts: '18:30', ends: '20:00' }
    const report = await reported(oneSite([ann], { parts: [AM, PM, early], pins: pinned, rules: QUIET }))
    expect(sessionsOf(report, 'p1').filter((session) => session.endsWith('training'))).toEqual([
      '2026-12-04 am training',
    ])
    expect(found(report, 'working-week', 'protected-time')).toEqual([])
  })

  it('makes nobody travel in the middle of the day', async () => {
    const sites = [
      { id: 'A1', name: 'Alder Road', patients: 3000, rooms: 2 },
      { id: 'B1', name: 'Birch Lane', patients: 3000, rooms: 2, travel: { A1: 20 } },
    ]
    const works = ['mon-am', 'mon-pm', 'tue-am']
    const ann = gp('p1', 'Ann', { contract: { sessions: 3, protected: 1 }, works, sites: ['A1', 'B1'] })
    const pins = [{ person: 'p1', date: '2026-11-30', part: 'am', site: 'B1', work: 'clinic' }]
    const report = await reported(oneSite([ann], { sites, pins, rules: QUIET }))
    expect(sessionsOf(report, 'p1')).toContain('2026-12-01 am training')
    expect(found(report, 'travel-in-a-day')).toEqual([])
  })
})
