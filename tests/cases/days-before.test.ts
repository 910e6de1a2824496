/** A document may hold the days before it, and rules that span days look over the edge. */
import { describe, expect, it } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import type { AssignmentDocument, PartDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { addDays } from '../../src/time.ts'
import { gp, oneSite } from '../one-site.ts'
import { problemOf } from '../solved-week.ts'
import { found, reported, sessionsOf } from './reported.ts'

const ALL: PartDocument['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const AM: PartDocument = { id: 'am', starts: '08:30', ends: '12:40', days: ALL }
const LATE: PartDocument = { id: 'late', starts: '19:00', ends: '22:30', days: ALL }
const QUIET = { 'duty-doctor': false, 'minimum-cover': false, 'enhanced-access': false } as const
const FROM = '2026-11-30'

/** So many days before the rota, in this part. */
const ago = (days: number, part = 'am', person = 'p1'): AssignmentDocument => ({
  ...{ person, date: addDays(FROM, -days), part, site: 'A1', work: 'clinic' },
})
const pinned = (days: readonly number[], part = 'am') =>
  days.map((day) => ({ person: 'p1', date: addDays(FROM, day), part, site: 'A1', work: 'clinic' }))
const week = (more: Partial<RotaDocument>) =>
  oneSite([gp('p1', 'Ann', { contract: { sessions: 7 } }), gp('p2', 'Bob', { contract: { sessions: 7 } })], {
    parts: [AM, LATE],
    rules: QUIET,
    ...more,
  })

describe('two weeks planned one after the other', () => {
  const six = [1, 2, 3, 4, 5, 6].map((days) => ago(days))

  it('make no seven days in a row: who has worked six has the Monday off', async () => {
    const rules = { ...QUIET, 'minimum-cover': { cover: [{ people: 1, parts: ['am'] }] } }
    const report = await reported(week({ before: six, rules }))
    expect(found(report, 'days-in-a-row', 'minimum-cover')).toEqual([])
    expect(sessionsOf(report, 'p1').filter((session) => session.startsWith(FROM))).toEqual([])
  })

  it('are reported where pins leave no choice, but not without the days before', async () => {
    const pins = pinned([0, 1])
    expect(found(await reported(week({ before: six, pins })), 'days-in-a-row')).toEqual([
      'Ann works 7 days in a row up to Monday.',
      'Ann works 8 days in a row up to Tuesday.',
    ])
    expect(found(await reported(week({ pins })), 'days-in-a-row')).toEqual([])
  })

  it('leave a night’s rest between them', async () => {
    const rules = { ...QUIET, 'minimum-cover': { cover: [{ people: 1, parts: ['am'], dates: [FROM] }] } }
    const report = await reported(week({ before: [ago(1, 'late')], rules }))
    expect(found(report, 'rest')).toEqual([])
    expect(sessionsOf(report, 'p1').filter((session) => session.startsWith(`${FROM} am`))).toEqual([])
    const held = await reported(week({ before: [ago(1, 'late')], pins: pinned([0]) }))
    expect(found(held, 'rest')).toEqual([
      'Ann starts on Monday morning after 10 hours of rest, where 11 hours are due.',
    ])
  })

  it('keep what does not follow, and days off that come together', async () => {
    const rules = {
      ...QUIET,
      successions: { forbidden: [['late', 'am']] },
      'days-off': { atLeast: 2 },
      rest: false,
    } as const
    const held = await reported(week({ before: [ago(1, 'late')], pins: pinned([0]), rules }))
    expect(found(held, 'successions')).toEqual(['Ann works on Monday morning after the late of the day before.'])
    const single = await reported(week({ before: [ago(2)], pins: pinned([0]), rules }))
    expect(found(single, 'days-off')).toEqual(['Ann has 1 day off before Monday, where 2 in a row are due.'])
  })

  it('do not leave anybody in for a single day, where the network asks for two', async () => {
    const rules = { ...QUIET, 'days-in-a-row': { atLeast: 2 } } as const
    const off = [
      { person: 'p1', date: FROM, part: 'am', work: 'off' },
      { person: 'p1', date: FROM, part: 'late', work: 'off' },
    ]
    expect(found(await reported(week({ before: [ago(1)], pins: off, rules })), 'days-in-a-row')).toEqual([
      'Ann comes in for 1 day only, up to the day before Monday.',
    ])
    expect(found(await reported(week({ before: [ago(1), ago(2)], pins: off, rules })), 'days-in-a-row')).toEqual([])
  })
})

describe('the days before', () => {
  it('may name people and sites that are no longer there, and say so', () => {
    const gone = [ago(1, 'am', 'p9'), { ...ago(2), site: 'B9' }]
    const { remarks, before } = problemOf(week({ before: gone }))
    expect(remarks.map(({ pointer }) => pointer)).toEqual(['/before/0/person', '/before/1/site'])
    expect(before?.map(({ person }) => person)).toEqual(['p1'])
  })

  it('are pointed to where an earlier week stands in the published rota', () => {
    const read = () => problemOf(week({ published: [ago(3)] }))
    expect(read).toThrow(BadInput)
    expect(read).toThrow('stands under "before"')
  })
})
