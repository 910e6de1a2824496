import { describe, expect, it } from 'vitest'
import { patientsFirst } from '../../solver/rules/patients-first.ts'
import { seenSameDay } from '../../solver/rules/seen-same-day.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, solved, week } from './played.ts'

const thursday = 'thu-pm birch gp clinic 3 urgent of birch'
const all = [thursday, 'fri-am alder gp clinic 4 urgent of alder', 'fri-pm alder gp clinic 6 urgent of alder']

describe('same-day need', () => {
  it('is met by the end of the day', () => {
    expect(breaches(seenSameDay, week(), { clinics: all })).toEqual([])
    expect(breaches(seenSameDay, week(), { clinics: [thursday, 'fri-pm alder gp clinic 10 urgent of alder'] })).toEqual(
      [],
    )
  })

  it('is missed by what is left at the end of it, at that practice', () => {
    expect(breaches(seenSameDay, week(), { clinics: all.slice(0, 2) })).toMatchObject([
      { site: 'alder', day: 4, amount: 6 },
    ])
    expect(breaches(seenSameDay, week(), { clinics: all.slice(1) })).toMatchObject([
      { site: 'birch', day: 3, amount: 3 },
    ])
  })

  it('is met at home in any session of the day: of visits, a clinic or duty', () => {
    const demand = [{ site: 'alder', need: 'visit', date: '2026-12-04', part: 'am', contacts: 3 }]
    const lines = ['visits', 'clinic', 'duty'].map((work) => `fri-pm alder gp ${work} 1 visit of alder`)
    expect(breaches(seenSameDay, week({ demand }), { clinics: lines })).toEqual([])
    expect(breaches(seenSameDay, week({ demand }), { clinics: lines.slice(1) })).toMatchObject([{ amount: 1 }])
  })

  it('at home is met by the solver between the appointments of a clinic', async () => {
    const demand = [
      { site: 'birch', need: 'visit', date: '2026-12-04', part: 'am', contacts: 1 },
      { site: 'birch', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 10 },
    ]
    const pins = [{ person: 'g2', date: '2026-12-04', part: 'am', site: 'birch', work: 'clinic' }]
    const closed = [{ date: '2026-12-04', why: 'closed', parts: ['pm'], sites: ['birch'] }]
    expect(await solved(seenSameDay, week({ demand, pins, closed }))).toEqual({ ...KEPT, with: expect.closeTo(0) })
  })

  it('is not made good on the next day, or by more than was asked', () => {
    const late = ['fri-pm birch gp clinic 3 urgent of birch', ...all.slice(1)]
    expect(breaches(seenSameDay, week(), { clinics: late })).toMatchObject([{ site: 'birch', amount: 3 }])
  })

  it('weighs as its need does beside the heaviest, and by its length', () => {
    const needs = { visit: { weight: 5 } }
    const demand = [{ site: 'alder', need: 'visit', date: '2026-12-04', part: 'am', contacts: 4 }]
    // Half the weight of urgent need; 30 minutes, where the two take 21 on average.
    expect(amount(seenSameDay, week({ needs, demand }), {})).toBeCloseTo((4 / 2) * (30 / 21))
  })

  it('counts on the last day of the last week', () => {
    const demand = [{ site: 'alder', need: 'urgent', date: '2026-12-11', part: 'pm', contacts: 6 }]
    expect(
      breaches(seenSameDay, fortnight({ demand }), { clinics: ['fri-pm@1 alder gp clinic 6 urgent of alder'] }),
    ).toMatchObject([{ day: 11, amount: 6 }])
  })

  it('is met by the solver before anything that can wait', async () => {
    const routine = { site: 'alder', need: 'routine', date: '2026-12-04', part: 'am', contacts: 60 }
    const urgent = { site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 12 }
    expect(await solved(seenSameDay, week({ demand: [routine, urgent] }))).toEqual({ ...KEPT, with: expect.closeTo(0) })
  })

  /** What an urgent contact counts: 12 minutes, where urgent ones and visits take 21 on average. */
  const LENGTH = 12 / 21

  /** Half of those whose blood is taken come back the same day, or the next morning, as urgent patients. */
  const back = {
    roles: { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } },
    needs: { urgent: { followUp: true } },
    demand: ['2026-12-03', '2026-12-04'].map((date) => ({
      site: 'alder',
      need: 'bloods',
      date,
      part: 'am',
      contacts: 8,
    })),
  }
  const [nurse, gp] = ['n1 thu-am alder clinic', 'g1 thu-pm alder clinic']

  it.each([
    ['nobody comes back', [], [], 0],
    ['half come back in the afternoon', [nurse], ['thu-am alder nurse clinic 8 bloods of alder'], 4 * LENGTH],
    [
      'and are seen',
      [nurse, gp],
      ['thu-am alder nurse clinic 8 bloods of alder', 'thu-pm alder gp clinic 4 urgent of alder'],
      0,
    ],
    [
      'but for one',
      [nurse, gp],
      ['thu-am alder nurse clinic 8 bloods of alder', 'thu-pm alder gp clinic 3 urgent of alder'],
      LENGTH,
    ],
    [
      'they come back the next morning',
      ['n1 thu-pm alder clinic'],
      ['thu-pm alder nurse clinic 8 bloods of alder'],
      4 * LENGTH,
    ],
    ['or after the last session', ['n1 fri-pm alder clinic'], ['fri-pm alder nurse clinic 8 bloods of alder'], 0],
  ])('that comes back is the same to model and check: %s', async (_, assignments, clinics, missed) => {
    expect(await agreed(seenSameDay, week(back), { assignments, clinics })).toBeCloseTo(missed)
  })

  it('is no matter to the model on days on which nobody rings', () => {
    expect(asked(seenSameDay, week(), [patientsFirst]).wishes).toBe(2)
  })
})
