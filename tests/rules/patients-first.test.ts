import { describe, expect, it } from 'vitest'
import { patientsFirst } from '../../solver/rules/patients-first.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

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
})
