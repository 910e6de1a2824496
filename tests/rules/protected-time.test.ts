import { describe, expect, it } from 'vitest'
import { protectedTime } from '../../solver/rules/protected-time.ts'
import { breaches, fortnight, KEPT, solved, week } from './played.ts'

describe('protected time', () => {
  it('is kept by a session of learning in the week', () => {
    expect(breaches(protectedTime, week(), { assignments: ['n1 fri-pm alder training'] })).toEqual([])
  })

  it('is lost to clinics, paperwork, and the learning of others', () => {
    const assignments = ['n1 fri-am alder clinic', 'n1 fri-pm alder admin', 'g1 fri-pm alder training']
    expect(breaches(protectedTime, week(), { assignments })).toMatchObject([{ people: ['n1'], amount: 1 }])
  })

  it('is owed week by week', () => {
    const assignments = ['n1 thu-am@1 alder training', 'n1 fri-pm@1 alder training']
    expect(breaches(protectedTime, fortnight(), { assignments })).toMatchObject([{ week: 1, amount: 1 }])
  })

  it('is not more than the sessions that leave has left', () => {
    const people = { n1: { contract: { sessions: 4, protected: 2 }, away: [{ from: '2026-12-03', to: '2026-12-04' }] } }
    expect(breaches(protectedTime, week({ people }), {})).toEqual([])
  })

  it('is kept by the solver, though patients wait', async () => {
    const bloods = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 90 }]
    expect(await solved(protectedTime, week({ demand: bloods, rules: { 'minimum-cover': false } }))).toEqual(KEPT)
  })
})
