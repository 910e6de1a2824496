import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { patientsFirst } from '../../solver/rules/patients-first.ts'
import { seenInTime } from '../../solver/rules/seen-in-time.ts'
import type { Change } from '../hand-made.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, LONG_WEEK, solved, week } from './played.ts'

const routine = (n: number, slot = 'fri-pm') => `${slot} alder gp clinic ${n} routine of alder`

describe('routine need', () => {
  it('is in time on the last day of its target', () => {
    expect(breaches(seenInTime, week(), { clinics: [routine(8)] })).toEqual([])
    expect(breaches(seenInTime, week(), { clinics: [routine(7)] })).toMatchObject([
      { site: 'alder', need: 'routine', day: 4, amount: 1 },
    ])
  })

  it('that is not due yet may wait', () => {
    const demand = [{ site: 'alder', need: 'routine', date: '2026-12-04', part: 'am', contacts: 8 }]
    expect(breaches(seenInTime, week({ demand }), {})).toEqual([])
  })

  it('counts each day that it is overdue', () => {
    const problem = fortnight()
    // Due on Friday the 4th; days on which people work follow on Thursday and Friday of the week after.
    expect(amount(seenInTime, problem, { clinics: ['fri-pm@2 alder nurse clinic 5 bloods of alder'] })).toBeGreaterThan(
      8 * 3 - 1,
    )
    expect(
      breaches(seenInTime, problem, {
        clinics: [routine(8, 'thu-pm@2'), 'thu-am alder nurse clinic 5 bloods of alder'],
      }),
    ).toMatchObject([{ day: 4, amount: 8 }])
  })

  it('first come, first served: whoever has waited longest is met first', () => {
    const backlog = [{ site: 'alder', need: 'routine', waitedDays: 1, contacts: 4 }]
    const clinics = [routine(4, 'thu-am'), routine(8)]
    expect(breaches(seenInTime, week({ backlog }), { clinics })).toEqual([])
    expect(breaches(seenInTime, week({ backlog }), { clinics: [routine(3, 'thu-am'), routine(9)] })).toMatchObject([
      { day: 3, amount: 1 },
    ])
  })

  it('of another practice is not met here', () => {
    const demand = [{ site: 'birch', need: 'routine', date: '2026-12-03', part: 'am', contacts: 2 }]
    expect(breaches(seenInTime, week({ demand }), { clinics: [routine(2)] })).toMatchObject([
      { site: 'birch', amount: 2 },
    ])
  })

  it('that comes back to a GP falls due in its turn', () => {
    const roles = { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } }
    const needs = { routine: { within: '1d' } }
    const demand = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 4 }]
    const clinics = ['thu-am alder nurse clinic 4 bloods of alder']
    expect(breaches(seenInTime, week({ roles, needs, demand }), { clinics })).toMatchObject([
      { need: 'routine', day: 4, amount: 2 },
    ])
    expect(breaches(seenInTime, week({ roles, needs, demand }), { clinics: [...clinics, routine(2)] })).toEqual([])
  })

  it('is met by the solver in time, rather than later', async () => {
    const problem = fortnight({ rules: { 'waiting-list': false } })
    expect(await solved(seenInTime, problem)).toEqual({ ...KEPT, with: expect.closeTo(0) })
  })

  /** What a contact counts that is overdue on the last working day: that day and a week. */
  const LAST = 6

  /** A week of five days; half of those whose blood is taken come back to a GP, who is to see them within two days. */
  const back = {
    parts: LONG_WEEK.slice(0, 2),
    roles: { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } },
    needs: { routine: { within: '2d', weight: 10 } },
    demand: [{ site: 'alder', need: 'bloods', date: '2026-11-30', part: 'am', contacts: 8 }],
  }
  const taken = (slot: string) => [`${slot} alder nurse clinic 8 bloods of alder`]

  it.each([
    ['overdue from the second day on', taken('mon-am'), (2 + LAST) * 4],
    ['a day later after an afternoon', taken('mon-pm'), (1 + LAST) * 4],
    ['by Friday, after Wednesday morning', taken('wed-am'), LAST * 4],
    ['in time when the week ends', taken('thu-am'), 0],
    ['in time on the second day', [...taken('mon-am'), routine(4, 'wed-pm')], 0],
    ['a day late', [...taken('mon-am'), routine(4, 'thu-am')], 4],
    ['in part', [...taken('mon-am'), routine(3, 'tue-am')], 2 + LAST],
  ])('that comes back is the same to model and check: %s', async (_, clinics, overdue) => {
    const assignments = clinics.map((line) => line.replace(/(\S+) alder (.).*/, '$21 $1 alder clinic'))
    expect(await agreed(seenInTime, week(back), { assignments, clinics })).toBeCloseTo(overdue)
  })

  describe('has its days counted as working days', () => {
    const fiveDays = { parts: LONG_WEEK.slice(0, 2), needs: { routine: { within: '2d' } } }
    const asks = (date: string, part = 'am') => ({
      demand: [{ site: 'alder', need: 'routine', date, part, contacts: 4 }],
    })
    const overdue = (change: Change, clinics: readonly string[] = []) =>
      breaches(seenInTime, fortnight({ ...fiveDays, ...change }), { clinics }).map(({ day, amount }) => [day, amount])
    const closed = (date: string) => ({ date, why: 'Bank holiday' })
    const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [8, 9, 10, 11]

    it('who asks on Friday is due on Tuesday', () => {
      expect(overdue(asks('2026-12-04'))).toEqual([TUESDAY, WEDNESDAY, THURSDAY, FRIDAY].map((day) => [day, 4]))
      expect(overdue(asks('2026-12-04'), ['tue-pm@2 alder gp clinic 4 routine of alder'])).toEqual([])
    })

    it('a day on which the whole network is closed does not count', () => {
      const change = { ...asks('2026-12-04'), closed: [closed('2026-12-07')] }
      expect(overdue(change).map(([day]) => day)).toEqual([WEDNESDAY, THURSDAY, FRIDAY])
    })

    it('a day on which one practice is closed does', () => {
      const change = { ...asks('2026-12-04'), closed: [{ ...closed('2026-12-07'), sites: ['alder'] }] }
      expect(overdue(change).map(([day]) => day)).toEqual([TUESDAY, WEDNESDAY, THURSDAY, FRIDAY])
    })

    it('nor does a Saturday in enhanced access, but who is seen on it is not overdue on Monday', () => {
      const parts = [LONG_WEEK[0], LONG_WEEK[1], LONG_WEEK[3]]
      const change = { ...asks('2026-12-03'), parts, needs: { routine: { within: '1d' } } }
      expect(overdue(change).map(([day]) => day)).toEqual([4, 7, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY])
      expect(overdue(change, ['sat-sat-am alder gp clinic 4 routine of alder'])).toEqual([[4, 4]])
    })

    it('who is overdue on the last day counts for a further week, or as the network says', () => {
      const weights = (rules: Change) =>
        breaches(seenInTime, week({ ...fiveDays, ...asks('2026-12-01'), rules }), {}).map(({ weight }) => weight)
      expect(weights({})).toEqual([1, 6])
      expect(weights({ 'seen-in-time': { stillOverdue: 2 } })).toEqual([1, 3])
    })

    it.each([
      ['asked on Friday', asks('2026-12-04'), []],
      ['asked on Saturday', { ...asks('2026-12-05', 'sat-am'), parts: LONG_WEEK }, []],
      ['a closed Monday', { ...asks('2026-12-03'), closed: [closed('2026-12-07')] }, ['tue-am@2']],
      [
        'waited since Thursday',
        { demand: [], backlog: [{ site: 'alder', need: 'routine', waitedDays: 4, contacts: 9 }] },
        [],
      ],
      [
        'waited for months',
        { demand: [], backlog: [{ site: 'alder', need: 'routine', waitedDays: 90, contacts: 9 }] },
        ['wed-am'],
      ],
    ])('is the same to model and check: %s', async (_, change, slots) => {
      const problem = fortnight({ ...fiveDays, ...change })
      const assignments = slots.map((slot) => `g1 ${slot} alder clinic`)
      const clinics = slots.map((slot) => `${slot} alder gp clinic 3 routine of alder`)
      const found = amount(seenInTime, problem, { assignments, clinics })
      expect(found).toBeGreaterThan(0)
      expect(await agreed(seenInTime, problem, { assignments, clinics })).toBeCloseTo(found)
    })
  })

  it('is no matter to the model before anybody is due', () => {
    const before = [clinicTime, patientsFirst]
    // Routine patients of two practices, from Wednesday; nobody whose blood is taken is due before the week ends.
    expect(asked(seenInTime, week(back), before).wishes).toBe(2 * 3)
    const backlog = [{ site: 'alder', need: 'bloods', waitedDays: 3, contacts: 4 }]
    expect(asked(seenInTime, week({ ...back, backlog }), before).wishes).toBe(2 * 3 + 1)
  })
})
