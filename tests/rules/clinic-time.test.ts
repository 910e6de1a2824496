import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

const gp = ['g1 fri-pm alder clinic']
const contacts = (n: number) => [`fri-pm alder gp clinic ${n} urgent of alder`]

describe('clinic time', () => {
  it('is full at 180 minutes', () => {
    expect(breaches(clinicTime, week(), { assignments: gp, clinics: contacts(15) })).toEqual([])
    expect(amount(clinicTime, week(), { assignments: gp, clinics: contacts(15.5) })).toBeCloseTo(6 / 180)
  })

  it('is three fifths of that on duty', () => {
    const duty = { assignments: ['g1 fri-pm alder duty'], clinics: ['fri-pm alder gp duty 9 urgent of alder'] }
    expect(breaches(clinicTime, week(), duty)).toEqual([])
    expect(amount(clinicTime, week(), { ...duty, clinics: ['fri-pm alder gp duty 15 urgent of alder'] })).toBeCloseTo(
      72 / 180,
    )
  })

  it('is short in a short session', () => {
    const parts = [{ id: 'pm', starts: '14:00', ends: '16:05', days: ['fri'] }]
    expect(amount(clinicTime, week({ parts, demand: [] }), { assignments: gp, clinics: contacts(15) })).toBeCloseTo(0.5)
  })

  it('is nobody’s where nobody of the cadre is there', () => {
    expect(amount(clinicTime, week(), { assignments: ['n1 fri-pm alder clinic'], clinics: contacts(15) })).toBeCloseTo(
      1,
    )
    expect(amount(clinicTime, week(), { assignments: ['g2 fri-pm birch clinic'], clinics: contacts(15) })).toBeCloseTo(
      1,
    )
  })

  it('by telephone holds only what can be done by telephone', () => {
    const assignments = ['g1 fri-pm@2 alder clinic', 'g2 fri-pm@2 birch clinic remote']
    const clinics = ['fri-pm@2 birch gp clinic 5 urgent of birch']
    // Three in five urgent contacts need a room, and nobody is in one.
    expect(amount(clinicTime, fortnight(), { assignments, clinics })).toBeCloseTo((5 * 12 * 0.6) / 180)
  })

  it('is never overbooked by the solver', async () => {
    const urgent = [{ site: 'alder', need: 'urgent', date: '2026-12-04', part: 'pm', contacts: 500 }]
    const problem = week({ demand: urgent, rules: { 'safe-workload': false } })
    expect(clinicTime.check(await rotaFor(problem), problem)).toEqual([])
  })
})
