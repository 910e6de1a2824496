import { describe, expect, it } from 'vitest'
import { safeWorkload } from '../../solver/rules/safe-workload.ts'
import { agreed, amount, breaches, fortnight, KEPT, LONG_WEEK, solved, week } from './played.ts'

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
})
