import { describe, expect, it } from 'vitest'
import { rest } from '../../solver/rules/rest.ts'
import { agreed, asked, breaches, fortnight, KEPT, minded, sentences, solved, week } from './played.ts'

/** Evenings until nine, and mornings from eight: eleven hours. */
const until = (ends: string) => [
  { id: 'am', starts: '08:00', ends: '12:00', days: ['mon', 'thu', 'fri'] },
  { id: 'evening', starts: '18:30', ends, days: ['thu', 'fri', 'sun'] },
]
const demand: unknown[] = []
const both = { assignments: ['g1 thu-evening alder clinic', 'g1 fri-am alder clinic'] }

describe('rest', () => {
  it('of eleven hours is enough', () => {
    expect(breaches(rest, week({ parts: until('21:00'), demand }), both)).toEqual([])
  })

  it('of a minute less is not', () => {
    expect(sentences(rest, week({ parts: until('21:01'), demand }), both)).toEqual([
      'GP 1 starts on Friday morning after 11 hours of rest, where 11 hours are due.',
    ])
  })

  it('is each person’s own', () => {
    const two = { assignments: ['g1 thu-evening alder clinic', 'g2 fri-am birch clinic'] }
    expect(breaches(rest, week({ parts: until('23:00'), demand }), two)).toEqual([])
  })

  it('is not asked between sessions of one day', () => {
    const day = { assignments: ['g1 thu-am alder clinic', 'g1 thu-evening alder clinic'] }
    expect(breaches(rest, week({ parts: until('23:00'), demand }), day)).toEqual([])
  })

  it('reaches from one week into the next', async () => {
    const over = { assignments: ['g1 sun-evening@1 alder clinic', 'g1 mon-am@2 alder clinic'] }
    expect(await agreed(rest, fortnight({ parts: until('22:00'), demand }), over)).toBe(1)
  })

  it('is an hour shorter in the night in which the clocks go forward', () => {
    const clock = { from: '2027-03-22', weeks: 2 }
    const problem = week({ week: clock, parts: sundays('21:30'), demand })
    const night = { assignments: ['g1 sat-evening alder clinic', 'g1 sun-am alder clinic'] }
    expect(sentences(rest, problem, night)).toEqual([
      'GP 1 starts on Sunday morning (Sun 28 Mar) after 10.5 hours of rest, where 11 hours are due.',
    ])
  })

  it.each(['training', 'admin', 'outside', 'supervision'])(
    'is due before %s, which is work like any other',
    async (work) => {
      const early = { assignments: ['g1 thu-evening alder clinic', `g1 fri-am alder ${work}`] }
      expect(await agreed(rest, week({ parts: until('23:00'), demand }), early)).toBe(1)
    },
  )

  it('is kept by the solver, who takes another doctor for the morning', async () => {
    const pins = [{ person: 'g1', date: '2026-12-03', part: 'evening', site: 'alder', work: 'clinic' }]
    const people = { g2: { sites: ['alder', 'birch'] } }
    const closed = ['2026-11-30', '2026-12-03'].map((date) => ({ date, why: 'closed', parts: ['am'] }))
    const needed = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 33 }]
    const problem = week({ parts: until('23:00'), demand: needed, pins, people, closed })
    expect(await solved(rest, problem)).toEqual(KEPT)
  })

  it.each([
    ['eleven hours are enough', '21:00', both, 0],
    ['a minute less is not', '21:01', both, 1],
    [
      'in the morning of the same day nobody asks',
      '23:00',
      { assignments: ['g1 thu-am alder clinic', 'g1 thu-evening alder clinic'] },
      0,
    ],
    ['two people rest apart', '23:00', { assignments: ['g1 thu-evening alder clinic', 'g2 fri-am birch clinic'] }, 0],
  ])('is the same to model and check: %s', async (_, ends, assignments, broken) => {
    expect(await agreed(rest, week({ parts: until(ends), demand }), assignments)).toBe(broken)
  })

  describe('after the days before the rota', () => {
    const parts = [
      { id: 'am', starts: '08:00', ends: '12:00', days: ['mon', 'tue'] },
      { id: 'evening', starts: '18:30', ends: '21:30', days: ['sat', 'sun', 'mon'] },
      { id: 'night', starts: '21:30', ends: '23:00', days: ['sun'] },
    ]
    const was = (person: string, part: string, { date = '2026-11-29', site = 'alder' } = {}) => ({
      ...{ person, date, part, site, work: 'clinic' },
    })
    const onMonday = (before: readonly object[], people: readonly string[] = ['g1']) =>
      agreed(rest, week({ parts, demand, before }), { assignments: people.map((id) => `${id} mon-am alder clinic`) })

    it.each([
      ['a late Sunday', [was('g1', 'evening')], 1],
      ['a late Saturday', [was('g1', 'evening', { date: '2026-11-28' })], 0],
      ['somebody else’s Sunday', [was('n1', 'evening')], 0],
      ['two sessions on a Sunday, one by one', [was('g1', 'evening'), was('g1', 'night')], 2],
      ['two things at one time, once', [was('g1', 'night'), was('g1', 'night', { site: 'birch' })], 1],
    ])('is due to model and check alike: %s', async (_, before, broken) => {
      expect(await onMonday(before)).toBe(broken)
    })

    it('is each person’s own', async () => {
      expect(await onMonday([was('g1', 'evening'), was('n1', 'evening')], ['g1', 'n1'])).toBe(2)
      expect(await onMonday([was('g1', 'evening'), was('n1', 'evening')], ['r1', 'n1'])).toBe(1)
    })

    it('is due after the first day of the rota as well', async () => {
      const assignments = ['g1 mon-evening alder clinic', 'g1 tue-am alder clinic']
      expect(await agreed(rest, week({ parts, demand, before: [was('n1', 'night')] }), { assignments })).toBe(1)
    })
  })

  describe('minds where learning is had', () => {
    const parts = [
      { id: 'early', starts: '08:00', ends: '12:00', days: ['thu', 'sat'], enhancedAccess: true },
      { id: 'am', starts: '08:00', ends: '12:00', days: ['mon', 'fri'] },
      { id: 'late', starts: '17:00', ends: '22:30', days: ['wed'] },
      { id: 'evening', starts: '18:30', ends: '22:30', days: ['thu', 'fri', 'sun'], enhancedAccess: true },
    ]
    const mindedWith = (works: Record<string, string[]>, before: readonly object[] = []) => {
      const people = Object.fromEntries(Object.entries(works).map(([id, sessions]) => [id, { works: sessions }]))
      const problem = week({ parts, demand, people, before })
      return minded(rest, problem)
    }

    it('of whoever can work both sessions, one of them in core hours', () => {
      const both = { g1: ['thu-evening', 'fri-am'], g2: ['wed-late', 'thu-early'], r1: ['fri-evening', 'sat-early'] }
      expect(mindedWith({ ...both, n1: ['mon-am', 'fri-am'] })).toEqual(['g1', 'g2'])
      const one = { g1: ['wed-late', 'mon-am'], g2: ['thu-evening', 'sat-early'], r1: ['thu-early', 'fri-am'] }
      expect(mindedWith({ ...one, n1: ['fri-evening'] })).toEqual([])
    })

    it('of whoever has just worked, and may in core hours', () => {
      const before = ['g1', 'r1'].map((person) => ({
        ...{ person, date: '2026-11-29', part: 'evening', site: 'alder', work: 'clinic' },
      }))
      expect(mindedWith({ g1: ['mon-am'], g2: ['mon-am'], r1: ['sat-early'], n1: ['mon-am'] }, before)).toEqual(['g1'])
    })
  })

  it('is a matter for the model only of those who can work both', () => {
    const parts = until('23:00')
    expect(asked(rest, week({ parts, demand }))).toMatchObject({ wishes: 4 })
    const people = { g1: { works: ['thu-evening'] }, g2: { works: ['thu-am', 'fri-am'] } }
    expect(asked(rest, week({ parts, demand, people }))).toMatchObject({ wishes: 2 })
    expect(asked(rest, week({ parts: until('21:00'), demand }))).toMatchObject({ wishes: 0 })
  })
})

function sundays(ends: string) {
  return [
    { id: 'am', starts: '09:00', ends: '12:00', days: ['sun'] },
    { id: 'evening', starts: '18:30', ends, days: ['sat'] },
  ]
}
