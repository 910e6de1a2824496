import { describe, expect, it } from 'vitest'
import { supervision } from '../../solver/rules/supervision.ts'
import { amount, breaches, fortnight, KEPT, solved, week } from './played.ts'

const both = ['r1 fri-pm alder clinic', 'g1 fri-pm alder clinic']

describe('supervision', () => {
  it('is there where a GP of the same site has half an hour to spare', () => {
    expect(
      breaches(supervision, week(), { assignments: both, clinics: ['fri-pm alder gp clinic 10 routine of alder'] }),
    ).toEqual([])
    const full = { assignments: both, clinics: ['fri-pm alder gp clinic 11 routine of alder'] }
    expect(amount(supervision, week(), full)).toBeCloseTo(15 / 180)
  })

  it('is not given from another site, on a visit, or by a nurse', () => {
    for (const other of ['g1 fri-pm birch clinic', 'g1 fri-pm alder visits', 'n1 fri-pm alder clinic'])
      expect(amount(supervision, week(), { assignments: ['r1 fri-pm alder clinic', other] }), other).toBeCloseTo(
        1 + 1 / 6,
      )
  })

  it('is needed by whoever sees patients, and by nobody who learns', () => {
    expect(
      breaches(supervision, week(), { assignments: ['r1 fri-pm alder training', 'n1 fri-am alder clinic'] }),
    ).toEqual([])
  })

  it('of the network is given from any site', () => {
    const roles = { registrar: { supervision: { minutes: 30, by: ['gp'], where: 'network' } } }
    expect(
      breaches(supervision, week({ roles }), { assignments: ['r1 fri-pm alder clinic', 'g2 fri-pm birch clinic'] }),
    ).toEqual([])
  })

  it('is for two at a time, or as many as the network says', () => {
    const roles = { nurse: { supervision: { minutes: 0, by: ['gp'], where: 'site' } } }
    const rules = { supervision: { perSupervisor: 1 } }
    const assignments = [...both, 'n1 fri-pm alder clinic']
    expect(amount(supervision, week({ roles }), { assignments })).toBe(0)
    expect(amount(supervision, week({ roles, rules }), { assignments })).toBe(1)
  })

  it('is needed in the last session as in any', () => {
    const assignments = ['r1 fri-pm@2 alder clinic', 'g1 fri-pm@1 alder clinic']
    expect(breaches(supervision, fortnight(), { assignments })).toMatchObject([{ session: 7 }, { session: 7 }])
  })

  it('is arranged by the solver', async () => {
    const pins = [{ person: 'r1', date: '2026-12-04', part: 'pm', site: 'alder', work: 'clinic' }]
    const urgent = [{ site: 'birch', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 12 }]
    const people = { g2: { works: ['thu-am'] } }
    const rules = { 'duty-doctor': false, 'minimum-cover': false }
    expect(await solved(supervision, week({ pins, people, demand: urgent, rules }))).toEqual(KEPT)
  })
})
