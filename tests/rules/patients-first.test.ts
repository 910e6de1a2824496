import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { patientsFirst } from '../../solver/rules/patients-first.ts'
import { agreed, amount, breaches, fortnight, rotaFor, week, written } from './played.ts'

describe('patients first', () => {
  it('ask, and are then seen', () => {
    const clinics = ['fri-am alder gp clinic 4 urgent of alder', 'fri-pm alder gp clinic 6 urgent of alder']
    expect(breaches(patientsFirst, week(), { clinics })).toEqual([])
  })

  it('cannot be seen in the morning of an afternoon’s call', () => {
    expect(amount(patientsFirst, week(), { clinics: ['fri-am alder gp clinic 4.5 urgent of alder'] })).toBeCloseTo(0.5)
  })

  it('who could wait may be seen on any later day, and on the day itself', () => {
    const clinics = ['thu-am alder gp clinic 8 routine of alder', 'fri-pm alder nurse clinic 5 bloods of alder']
    expect(breaches(patientsFirst, week(), { clinics })).toEqual([])
    expect(amount(patientsFirst, week(), { clinics: ['thu-pm alder gp clinic 9 routine of alder'] })).toBeGreaterThan(0)
  })

  it('of one practice do not ask for those of another', () => {
    expect(breaches(patientsFirst, week(), { clinics: ['fri-pm birch gp clinic 1 urgent of birch'] })).toMatchObject([
      { site: 'birch', need: 'urgent', amount: 1 },
    ])
  })

  it('who wait already need not ring again', () => {
    const backlog = [{ site: 'birch', need: 'routine', waitedDays: 0, contacts: 4 }]
    expect(
      breaches(patientsFirst, week({ backlog }), { clinics: ['thu-am birch gp clinic 4 routine of birch'] }),
    ).toEqual([])
  })

  it('of urgent need who are missed do not wait for the next day, nor for the next week', () => {
    const clinics = ['fri-pm@2 alder gp clinic 1 urgent of alder']
    expect(amount(patientsFirst, fortnight(), { clinics })).toBeCloseTo(1)
    expect(breaches(patientsFirst, fortnight(), { clinics: ['fri-pm@2 alder gp clinic 8 routine of alder'] })).toEqual(
      [],
    )
  })

  it('return to their GP in the next session, and not before', () => {
    const roles = { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } }
    const nurse = 'thu-am alder nurse clinic 4 bloods of alder'
    const problem = week({
      roles,
      demand: [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 4 }],
    })
    expect(breaches(patientsFirst, problem, { clinics: [nurse, 'thu-pm alder gp clinic 2 routine of alder'] })).toEqual(
      [],
    )
    expect(
      amount(patientsFirst, problem, { clinics: [nurse, 'fri-pm alder gp clinic 3 routine of alder'] }),
    ).toBeCloseTo(1)
  })

  it('come first for the solver too', async () => {
    const problem = week()
    expect(patientsFirst.check(await rotaFor(problem), problem)).toEqual([])
  })

  const bloods = (date: string, part = 'am') => ({ site: 'alder', need: 'bloods', date, part, contacts: 8 })
  const urgent = (date: string, part: string, contacts: number) => ({
    site: 'alder',
    need: 'urgent',
    date,
    part,
    contacts,
  })
  const half = { nurse: { meets: { bloods: { minutes: 15, returns: 0.5 } } } }
  /** Half of those whose blood is taken come back to a GP, whom they see as `routine` or as `urgent` patients. */
  const back = (need: string) => ({
    roles: half,
    needs: { [need]: { followUp: true } },
    demand: [bloods('2026-12-03'), bloods('2026-12-04')],
  })
  const mixed = { ...back('routine'), demand: [bloods('2026-12-03'), urgent('2026-12-03', 'pm', 1)] }
  const friday = { demand: [urgent('2026-12-04', 'am', 4), urgent('2026-12-04', 'pm', 6)] }
  const weeks = {
    week: { from: '2026-11-30', weeks: 2 },
    demand: [urgent('2026-12-03', 'am', 8), urgent('2026-12-04', 'am', 4), urgent('2026-12-10', 'am', 1)],
  }
  const afternoon = { demand: [{ site: 'alder', need: 'routine', date: '2026-12-03', part: 'pm', contacts: 8 }] }

  it.each([
    ['who rang in the morning can be seen in the afternoon', friday, ['fri-pm gp 10 urgent'], 0],
    ['not more than rang', friday, ['fri-pm gp 11 urgent'], 1],
    ['who rang on other days are not seen today', weeks, ['thu-pm@2 gp 5 urgent'], 4],
    ['within a day, who can wait are not told by the hour', afternoon, ['thu-am gp 8 routine'], 0],
    ['half come back after the morning', back('routine'), ['thu-am nurse 8 bloods', 'thu-pm gp 4 routine'], 0],
    ['and no more, that day and the next', back('routine'), ['thu-am nurse 8 bloods', 'thu-pm gp 5 routine'], 2],
    ['or, after the afternoon, on the next day', back('routine'), ['thu-pm nurse 8 bloods', 'fri-am gp 4 routine'], 0],
    ['but not on the day itself', back('routine'), ['thu-pm nurse 8 bloods', 'thu-pm gp 4 routine'], 4],
    ['and can wait', back('routine'), ['thu-am nurse 8 bloods', 'fri-pm gp 4 routine'], 0],
    ['not for what comes after the last session', back('routine'), ['fri-pm nurse 8 bloods', 'fri-pm gp 1 routine'], 1],
    ['urgently, in the next session', back('urgent'), ['thu-am nurse 8 bloods', 'thu-pm gp 4 urgent'], 0],
    ['and no more of them', back('urgent'), ['thu-am nurse 8 bloods', 'thu-pm gp 5 urgent'], 1],
    ['not in the same session', back('urgent'), ['fri-am nurse 8 bloods', 'fri-am gp 4 urgent'], 4],
    ['urgently, on the next morning', back('urgent'), ['thu-pm nurse 8 bloods', 'fri-am gp 4 urgent'], 0],
    ['all through the day after it', back('urgent'), ['thu-pm nurse 8 bloods', 'fri-pm gp 4 urgent'], 0],
    ['to the need that is for them, and to no other', mixed, ['thu-am nurse 8 bloods', 'thu-pm gp 3 urgent'], 2],
    ['but not a day late', back('urgent'), ['thu-am nurse 8 bloods', 'fri-pm gp 4 urgent'], 4],
  ])('are the same to model and check: %s', async (_, change, lines, early) => {
    const clinics = lines.map((line) => line.replace(/(\S+) (gp|nurse) (.*)/, '$1 alder $2 clinic $3 of alder'))
    const assignments = lines.map((line) => line.replace(/(\S+) (.).*/, '$21 $1 alder clinic'))
    expect(await agreed(patientsFirst, week(change), { assignments, clinics })).toBeCloseTo(early)
  })

  it('are no matter to the model where and when nobody can be seen, or comes back', () => {
    const listsAnd = (change: Record<string, unknown>) => {
      const { rows } = written(patientsFirst, week(change), [clinicTime])
      return [rows.filter((row) => row.weight > 0).length, rows.filter((row) => row.weight === 0).length]
    }
    // Urgent patients of three sessions; the lists of two needs at two practices on two days, and who comes back to them.
    expect(listsAnd({})).toEqual([3, 8 + 4])
    expect(listsAnd({ needs: { routine: { followUp: false } } })).toEqual([3, 8])
  })
})
