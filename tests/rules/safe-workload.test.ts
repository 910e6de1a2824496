import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { safeWorkload } from '../../solver/rules/safe-workload.ts'
import { agreed, amount, asked, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

const gp = ['g1 fri-pm alder clinic']
const contacts = (n: number, role = 'gp') => [`fri-pm alder ${role} clinic ${n} urgent of alder`]

describe('a safe workload', () => {
  it('is half of the day’s contacts in a session', async () => {
    expect(breaches(safeWorkload, week(), { assignments: gp, clinics: contacts(12) })).toEqual([])
    expect(await agreed(safeWorkload, week(), { assignments: gp, clinics: contacts(12.5) })).toBeCloseTo(0.5)
  })

  it('is twice that for two people, and none for people who are not there', () => {
    const two = ['g1 fri-pm alder clinic', 'g2 fri-pm alder clinic']
    const people = { g2: { sites: ['alder'] } }
    expect(breaches(safeWorkload, week({ people }), { assignments: two, clinics: contacts(24) })).toEqual([])
    expect(amount(safeWorkload, week(), { assignments: ['g2 fri-pm birch clinic'], clinics: contacts(5) })).toBeCloseTo(
      5,
    )
  })

  it('is each role’s own, and none where a role has no limit', () => {
    expect(
      breaches(safeWorkload, week(), {
        assignments: ['n1 fri-pm alder clinic'],
        clinics: ['fri-pm alder nurse clinic 40 bloods of alder'],
      }),
    ).toEqual([])
  })

  it('is two sessions a day, short ones counting less', async () => {
    const problem = week({ parts: LONG_WEEK, demand: [] })
    const day = ['g1 fri-am alder clinic', 'g1 fri-pm alder duty']
    expect(breaches(safeWorkload, problem, { assignments: day })).toEqual([])
    const long = [...day, 'g1 fri-evening alder clinic']
    expect(await agreed(safeWorkload, problem, { assignments: long })).toBeCloseTo((12 * 90) / 250)
    const paperwork = ['g1 fri-am alder clinic', 'g1 fri-pm alder admin', 'g1 fri-evening alder clinic']
    expect(breaches(safeWorkload, problem, { assignments: paperwork })).toEqual([])
  })

  it('is asked on the last day of the last week', () => {
    const clinics = ['fri-pm@2 alder gp clinic 13 urgent of alder']
    expect(breaches(safeWorkload, fortnight(), { assignments: ['g1 fri-pm@2 alder clinic'], clinics })).toMatchObject([
      { session: 7, amount: 1 },
    ])
  })

  it('is kept by the solver, though more would ring', async () => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'am', contacts: 90 }]
    expect(await solved(safeWorkload, week({ demand: urgent, rules: { 'duty-doctor': false } }))).toEqual(KEPT)
  })

  const duty = ['g1 fri-pm alder duty', 'g2 fri-pm alder clinic']
  const both = (clinic: number, onDuty: number) => [
    ...contacts(clinic),
    `fri-pm alder gp duty ${onDuty} urgent of alder`,
  ]
  const quick = { roles: { gp: { meets: { urgent: { minutes: 6 }, routine: { minutes: 15 } } } } }

  it.each([
    ['in a clinic', {}, ['g2 fri-pm alder clinic'], contacts(12), 0],
    ['in a clinic that is too full', {}, ['g2 fri-pm alder clinic'], contacts(13), 1],
    ['beside a duty, each for itself', quick, duty, both(12, 12), 0],
    ['in a clinic, whatever the duty has room for', quick, duty, both(14, 6), 2],
    ['on a duty, whatever the clinic has room for', quick, duty, both(6, 14), 2],
  ])('is exceeded, or not, for model and check alike: %s', async (_, change, assignments, clinics, over) => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 60 }]
    const problem = week({ people: { g2: { sites: ['alder', 'birch'] } }, demand: urgent, ...change })
    expect(await agreed(safeWorkload, problem, { assignments, clinics })).toBeCloseTo(over)
  })

  it('is no matter to the model where minutes run out before it does', () => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 60 }]
    const slow = { gp: { meets: { urgent: { minutes: 15 } } } }
    // The clinic: fifteen urgent contacts fit, twelve are safe. Nine fit a duty.
    expect(asked(safeWorkload, week({ demand: urgent }), [clinicTime]).wishes).toBe(1)
    expect(asked(safeWorkload, week({ demand: urgent, roles: slow }), [clinicTime]).wishes).toBe(0)
  })

  it('of a day is no matter to the model for two sessions, nor for whom no number is set', () => {
    const parts = LONG_WEEK.slice(0, 3)
    expect(asked(safeWorkload, week({ demand: [] }), [clinicTime]).wishes).toBe(0)
    expect(asked(safeWorkload, week({ parts, demand: [] }), [clinicTime]).wishes).toBe(5 + 5)
    const people = { g1: { works: ['thu-am', 'thu-pm', 'fri-am', 'fri-pm', 'fri-evening'] } }
    expect(asked(safeWorkload, week({ parts, people, demand: [] }), [clinicTime]).wishes).toBe(1 + 5)
  })

  it('is told of clinics and of days', () => {
    expect(sentences(safeWorkload, week(), { assignments: gp, clinics: contacts(13) })).toEqual([
      'Friday afternoon: the GP clinic at Alder Road holds 1 contact more than is safe.',
    ])
    const assignments = ['am', 'pm', 'evening'].map((part) => `g1 fri-${part} alder clinic`)
    expect(sentences(safeWorkload, week({ parts: LONG_WEEK, demand: [] }), { assignments })).toEqual([
      'GP 1 is booked for 4.3 contacts more than is safe on Friday.',
    ])
  })
})
