import { describe, expect, it } from 'vitest'
import { workingWeek } from '../../solver/rules/working-week.ts'
import {
  agreed,
  amount,
  asked,
  breaches,
  fortnight,
  KEPT,
  LONG_WEEK,
  minded,
  sentences,
  solved,
  WEEKDAYS,
  week,
} from './played.ts'

const parts = LONG_WEEK
const demand: unknown[] = []
const days = (names: string[], parts: string[]) => names.flatMap((d) => parts.map((p) => `g1 ${d}-${p} alder clinic`))
const hours = (most: number) => ({ 'working-week': { hours: most } })

describe('a working week', () => {
  it('may have the hours that it may have, and not a session more', () => {
    const ten = days(['mon', 'tue', 'wed', 'thu', 'fri'], ['am', 'pm'])
    const problem = week({ parts, demand, rules: hours(125 / 3) })
    expect(breaches(workingWeek, problem, { assignments: ten })).toEqual([])
    expect(amount(workingWeek, problem, { assignments: [...ten, 'g1 sat-am alder clinic'] })).toBeCloseTo(240 / 250)
  })

  it('is an average: a long first week is made good by a short second', () => {
    const problem = fortnight({ parts, demand, rules: hours(12.5) })
    const six = ['mon', 'tue', 'wed'].flatMap((d) => [`g1 ${d}-am@1 alder clinic`, `g1 ${d}-pm@1 alder clinic`])
    expect(breaches(workingWeek, problem, { assignments: six })).toEqual([])
    const seventh = [...six, 'g1 fri-pm@2 alder clinic']
    expect(sentences(workingWeek, problem, { assignments: seventh })).toEqual([
      'GP 1 works 14.6 hours a week, where 12.5 are the most.',
    ])
  })

  it('counts paperwork as the session of the role that it is', async () => {
    const problem = week({ parts, demand, rules: hours(8) })
    const assignments = ['g1 mon-am alder clinic', 'g1 mon-pm alder admin']
    expect(await agreed(workingWeek, problem, { assignments })).toBeCloseTo(20 / 250)
  })

  it('has one day of three sessions, not two', () => {
    const problem = week({ parts, demand })
    const one = [...days(['thu'], ['am', 'pm', 'evening']), ...days(['fri'], ['am', 'pm'])]
    expect(breaches(workingWeek, problem, { assignments: one })).toEqual([])
    expect(amount(workingWeek, problem, { assignments: [...one, 'g1 fri-evening alder clinic'] })).toBe(1)
  })

  it('does not add up the long days of two people, or of two weeks', () => {
    const assignments = [
      ...days(['thu'], ['am', 'pm', 'evening']),
      ...['am', 'pm', 'evening'].map((p) => `g2 fri-${p} birch clinic`),
      ...['am', 'pm', 'evening'].map((p) => `g1 fri-${p}@2 alder clinic`),
    ]
    expect(breaches(workingWeek, fortnight({ parts, demand }), { assignments })).toEqual([])
  })

  it('has a part off after so many in a row, and nights between days are off', () => {
    const problem = week({ parts, demand, rules: { 'working-week': { inARow: 2 } } })
    const kept = ['g1 thu-pm alder clinic', 'g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(breaches(workingWeek, problem, { assignments: kept })).toEqual([])
    expect(sentences(workingWeek, problem, { assignments: days(['fri'], ['am', 'pm', 'evening']) })).toEqual([
      'GP 1 works 3 parts of Friday in a row without one off.',
    ])
  })

  it('is kept short by the solver', async () => {
    const people = { g1: { contract: { sessions: 8, flex: 4 } }, g2: { contract: { sessions: 1 } } }
    const urgent = ['am', 'pm', 'evening'].flatMap((part) =>
      ['2026-12-03', '2026-12-04'].map((date) => ({ site: 'alder', need: 'urgent', date, part, contacts: 20 })),
    )
    const rules = { 'safe-workload': false, 'enhanced-access': false }
    const problem = week({ parts: parts.slice(0, 3), demand: urgent, people, rules })
    expect(await solved(workingWeek, problem)).toEqual(KEPT)
  })

  const evenings = [
    { id: 'evening', starts: '18:30', ends: '20:00', days: WEEKDAYS, enhancedAccess: true, counts: 0.3 },
  ]
  const thuFri = days(['thu', 'fri'], ['am', 'pm'])
  const long = [...days(['thu', 'fri'], ['am', 'evening']), 'g1 thu-pm alder admin', 'g1 fri-pm alder admin']
  const contract = (sessions: number, role = {}) => ({
    people: { g1: { contract: { sessions } } },
    roles: { gp: role },
  })

  it.each([
    ['of hours that are just allowed', { ...contract(4), rules: hours(50 / 3) }, thuFri, 0],
    ['of a session too long', { ...contract(4), rules: hours(12.5) }, thuFri, 1],
    [
      'of a role whose sessions are shorter than the parts of the day',
      { ...contract(4, { sessionMinutes: 200 }), rules: hours(12.5) },
      thuFri,
      50 / 200,
    ],
    ['of such a role, just not too long', { ...contract(4, { sessionMinutes: 200 }), rules: hours(13.4) }, thuFri, 0],
    [
      'of short sessions that count for less still',
      { people: { g1: { contract: { sessions: 1, flex: 0.25 } } }, parts: evenings, rules: hours(5.5) },
      days(['mon', 'tue', 'wed', 'thu'], ['evening']),
      30 / 250,
    ],
    ['with paperwork between clinics', contract(6), long, 1],
    ['of two long days', contract(8), days(['thu', 'fri'], ['am', 'pm', 'evening']), 1],
    [
      'without a part off',
      { ...contract(4), rules: { 'working-week': { inARow: 1 } } },
      days(['fri'], ['am', 'pm', 'evening']),
      2,
    ],
  ])('is too long, or not, for model and check alike: %s', async (_, change, assignments, over) => {
    expect(await agreed(workingWeek, week({ parts, demand, ...change }), { assignments })).toBeCloseTo(over)
  })

  it('is no matter to the model where nobody has agreed to so many hours', () => {
    const few = { parts: LONG_WEEK.slice(0, 2), demand }
    expect(asked(workingWeek, week(few)).wishes).toBe(0)
    expect(asked(workingWeek, week({ ...few, ...contract(6), rules: hours(25) })).wishes).toBe(0)
    expect(asked(workingWeek, week({ ...few, ...contract(6), rules: hours(24) })).wishes).toBe(1)
  })

  describe('minds where learning is had', () => {
    const core = [...LONG_WEEK.slice(0, 2), { id: 'late', starts: '18:30', ends: '20:00', days: WEEKDAYS, counts: 0.4 }]
    const mindedWith = (people: object, rules: object) => {
      const problem = week({ parts: core, demand, people, rules: { 'working-week': rules } })
      return minded(workingWeek, problem)
    }
    const due = (sessions: number, ...works: string[]) => ({ contract: { sessions }, works })

    it('of whoever may work too many hours, in half days that differ', () => {
      const people = {
        ...{ g1: due(2, 'thu-am', 'thu-late', 'fri-am'), g2: due(2, 'thu-am', 'thu-pm', 'fri-am') },
        ...{ r1: due(1, 'thu-am', 'thu-late'), n1: due(2, 'mon-late', 'thu-late', 'fri-late') },
      }
      expect(mindedWith(people, { hours: 8, longDays: 9, inARow: 9 })).toEqual(['g1'])
      expect(mindedWith(people, { hours: 9, longDays: 9, inARow: 9 })).toEqual([])
    })

    it('of whoever may have a day too long, or too many parts in a row', () => {
      const people = {
        ...{ g1: due(3, 'thu-am', 'thu-pm', 'thu-late'), g2: due(3, 'thu-am', 'thu-late', 'fri-am') },
        ...{ r1: due(2, 'thu-am', 'thu-pm'), n1: due(1, 'fri-late') },
      }
      expect(mindedWith(people, { hours: 48, longDays: 1, inARow: 3 })).toEqual([])
      expect(mindedWith(people, { hours: 48, longDays: 0, inARow: 3 })).toEqual(['g1'])
      expect(mindedWith(people, { hours: 48, longDays: 1, inARow: 2 })).toEqual(['g1'])
      expect(mindedWith(people, { hours: 48, longDays: 1, inARow: 1 })).toEqual(['g1', 'r1'])
    })
  })

  it('is no matter to the model where days and weeks cannot get long', () => {
    const until = (...names: string[]) => [...LONG_WEEK.slice(0, 2), { ...evenings[0], days: names }]
    const rows = (evening: object[], rules: object, people = {}) =>
      asked(workingWeek, week({ parts: evening, demand, people, rules: { 'working-week': rules } }))
    expect(rows(until('thu'), {})).toEqual({ wishes: 0, definitions: 0 })
    // One row for each of four people, and what counts the third session of either long day.
    expect(rows(until('thu', 'fri'), {})).toEqual({ wishes: 4, definitions: 8 })
    const off = { g1: { works: ['thu-am', 'thu-pm', 'fri-am', 'fri-evening'] } }
    expect(rows(until('thu', 'fri'), { inARow: 2, longDays: 9 })).toEqual({ wishes: 8, definitions: 0 })
    expect(rows(until('thu', 'fri'), { inARow: 2, longDays: 9 }, off)).toEqual({ wishes: 6, definitions: 0 })
  })
})
