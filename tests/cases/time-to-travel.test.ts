/** Nobody is in two places: whoever cannot get from one site to the next in the break is not planned there. */
import { describe, expect, it } from 'vitest'
import type { AssignmentDocument, PartDocument, RotaDocument } from '../../src/intake/rota-document.ts'
import { gp, oneSite } from '../one-site.ts'
import { problemOf, solveProblem } from '../solved-week.ts'
import { found, reported } from './reported.ts'

const DAYS: PartDocument['days'] = ['mon']
const am = (ends: string): PartDocument => ({ id: 'am', starts: '08:30', ends, days: DAYS })
const AM = am('12:40')
const PM: PartDocument = { id: 'pm', starts: '14:00', ends: '18:10', days: DAYS }
const EVENING: PartDocument = {
  id: 'evening',
  starts: '18:30',
  ends: '20:00',
  days: DAYS,
  enhancedAccess: true,
  counts: 0.4,
}
const MONDAY = '2026-11-30'

/** Two practices so far apart; each is open when the other isn't. Ann works at both, and there is need at both. */
function between(minutes: number, parts: readonly PartDocument[], change: Partial<RotaDocument> = {}): RotaDocument {
  const [first = '', second = ''] = parts.slice(-2).map(({ id }) => id)
  const works = parts.map(({ id }) => `mon-${id}`)
  const sites = [
    { id: 'A1', name: 'Alder Road', patients: 3000, rooms: 5 },
    { id: 'B1', name: 'Birch Lane', patients: 2000, rooms: 3, travel: { A1: minutes } },
  ]
  const closed = [
    { date: MONDAY, why: 'closed', sites: ['A1'], parts: [second] },
    { date: MONDAY, why: 'closed', sites: ['B1'], parts: [...parts.slice(0, -2).map(({ id }) => id), first] },
  ]
  const demand = [
    { site: 'A1', need: 'urgent', date: MONDAY, part: first, contacts: 10 },
    { site: 'B1', need: 'urgent', date: MONDAY, part: second, contacts: 10 },
  ]
  const ann = gp('p1', 'Ann', { contract: { sessions: 3 }, works, sites: ['A1', 'B1'] })
  return oneSite([ann], { parts: [...parts], sites, closed, demand, ...change })
}

/** "pm A1 duty", in order of time. */
const places = (assignments: readonly AssignmentDocument[]) =>
  assignments.map(({ part, site }) => `${part} ${site}`).sort()
const pinned = (part: string, site: string, work = 'clinic') => ({ person: 'p1', date: MONDAY, part, site, work })

describe('a way of 35 minutes', () => {
  it('is not gone between ten past six and half past', async () => {
    const { assignments } = await reported(between(35, [AM, PM, EVENING]))
    expect(places(assignments)).toEqual(['am A1', 'pm A1'])
  })

  it('is not gone in a lunch of 20 minutes, and is in one of 35', async () => {
    const short = await reported(between(35, [am('13:40'), PM]))
    expect(places(short.assignments)).toHaveLength(1)
    const long = await reported(between(35, [am('13:25'), PM]))
    expect(places(long.assignments)).toEqual(['am A1', 'pm B1'])
  })

  it('is gone where the network would rather have somebody late, and the report says so', async () => {
    const rules = { 'time-to-travel': { level: 'wellbeing' as const } }
    const report = await reported(between(35, [am('13:40'), PM], { rules }))
    expect(places(report.assignments)).toEqual(['am A1', 'pm B1'])
    expect(found(report, 'time-to-travel')).toEqual([
      'Ann has 20 minutes to get to Birch Lane before Monday afternoon, and the way takes 35.',
    ])
    expect(report.findings.find(({ rule }) => rule === 'time-to-travel')?.level).toBe('wellbeing')
    const off = await reported(between(35, [am('13:40'), PM], { rules: { 'time-to-travel': false } }))
    expect(places(off.assignments)).toEqual(['am A1', 'pm B1'])
    expect(found(off, 'time-to-travel')).toEqual([])
  })

  it('stands after work with partners as after any other work', async () => {
    const pins = [pinned('am', 'A1', 'outside')]
    const report = await reported(between(35, [am('13:40'), PM], { pins }))
    expect(report.assignments.map(({ part, work }) => `${part} ${work}`)).toEqual(['am outside'])
  })

  it('makes two pins on either side of it impossible, and says which', async () => {
    const pins = [pinned('am', 'A1'), pinned('pm', 'B1')]
    const outcome = await solveProblem(problemOf(between(35, [am('13:40'), PM], { pins })))
    expect(outcome.kind).toBe('impossible')
    expect(outcome.kind === 'impossible' ? outcome.clash.sentences : []).toEqual([
      'Ann is pinned to a clinic at Alder Road on Monday morning.',
      'Ann is pinned to a clinic at Birch Lane on Monday afternoon.',
      'It takes 35 minutes from Alder Road to Birch Lane, and there are 20 between Monday morning and Monday afternoon.',
    ])
  })
})

describe('a way of nine hours', () => {
  it('is not gone between Sunday night before the rota and Monday morning', async () => {
    const night: PartDocument = { id: 'night', starts: '20:00', ends: '23:50', days: ['sun'] }
    const before = [{ person: 'p1', date: '2026-11-29', part: 'night', site: 'A1', work: 'clinic' }]
    const rules = { rest: false as const }
    const demand = [{ site: 'B1', need: 'urgent', date: MONDAY, part: 'am', contacts: 10 }]
    const mornings = async (minutes: number) => {
      const week = between(minutes, [AM, PM], { parts: [night, AM, PM], before, rules, demand, closed: [] })
      return places((await reported(week)).assignments).filter((place) => place.startsWith('am'))
    }
    expect(await mornings(520)).toEqual(['am B1'])
    expect(await mornings(540)).not.toContain('am B1')
  })
})
