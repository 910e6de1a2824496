import { describe, expect, it } from 'vitest'
import { partnerTime } from '../../solver/rules/partner-time.ts'
import { rotaOf } from '../solved-week.ts'
import { agreed, amount, breaches, fortnight, sentences, week } from './played.ts'

const promised = (...sessions: object[]) => ({ 'partner-time': { sessions } })
const bloods = { site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 60 }

describe('time with partner organisations', () => {
  it('is nobody’s where nothing was promised', () => {
    expect(breaches(partnerTime, week(), {})).toEqual([])
  })

  it('is kept by the role as a whole, and is short by whole sessions', () => {
    const problem = week({ rules: promised({ role: 'gp', sessions: 2 }) })
    const both = ['g1 fri-am alder outside', 'g2 fri-pm birch outside']
    expect(breaches(partnerTime, problem, { assignments: both })).toEqual([])
    expect(sentences(partnerTime, problem, { assignments: both.slice(0, 1) })).toEqual([
      'Partner organisations get 1 of the 2 sessions of GP time promised for the week.',
    ])
  })

  it('that one person promised is not kept by another', () => {
    const problem = week({ rules: promised({ person: 'g1', sessions: 1 }, { sessions: 1 }) })
    expect(sentences(partnerTime, problem, { assignments: ['g2 fri-pm birch outside'] })).toEqual([
      'Partner organisations get 0 of the 1 session of GP 1’s time promised for the week.',
    ])
  })

  it('is owed in each week, the last included', () => {
    const problem = fortnight({ rules: promised({ sessions: 1 }) })
    expect(breaches(partnerTime, problem, { assignments: ['g1 fri-pm@1 alder outside'] })).toMatchObject([
      { week: 1, amount: 1 },
    ])
    const both = ['g1 fri-pm@1 alder outside', 'n1 fri-pm@2 alder outside']
    expect(amount(partnerTime, problem, { assignments: both })).toBe(0)
  })

  it('is found by the solver, ahead of routine work', async () => {
    const outside = async (rules: object) => {
      const { rota } = await rotaOf(week({ demand: [bloods], rules: { ...rules, 'minimum-cover': false } }))
      return rota.assignments.filter((a) => a.work === 'outside').map((a) => a.person)
    }
    expect(await outside({})).toEqual([])
    expect(await outside(promised({ role: 'nurse', sessions: 1 }))).toEqual(['n1'])
  })

  it('that is pinned counts, and is not found twice', async () => {
    const pins = [{ person: 'n1', date: '2026-12-03', part: 'pm', site: 'alder', work: 'outside' }]
    const problem = week({ demand: [bloods], pins, rules: promised({ role: 'nurse', sessions: 1 }) })
    const { rota } = await rotaOf(problem)
    expect(rota.assignments.filter((a) => a.work === 'outside')).toMatchObject([{ person: 'n1', session: 1 }])
  })

  const pins = [{ person: 'g1', date: '2026-12-04', part: 'pm', site: 'birch', work: 'outside' }]
  const three = promised({ role: 'gp', sessions: 3 })

  it.each([
    ['short by what is missing', { rules: three }, ['g1 fri-am alder outside'], 2],
    ['not given by another role', { rules: promised({ role: 'nurse', sessions: 1 }) }, ['n1 fri-am alder clinic'], 1],
    [
      'given where it is pinned',
      { pins, rules: promised({ role: 'gp', sessions: 1 }) },
      ['g1 fri-pm birch outside'],
      0,
    ],
    ['given by anybody', { rules: promised({ sessions: 1 }) }, ['n1 fri-am alder outside'], 0],
  ])('is the same to model and check: %s', async (_, change, assignments, short) => {
    expect(await agreed(partnerTime, week(change), { assignments })).toBe(short)
  })

  it('that is pinned in one week is not given in the next', async () => {
    const problem = fortnight({ pins, rules: promised({ role: 'gp', sessions: 1 }) })
    expect(await agreed(partnerTime, problem, { assignments: ['g1 fri-pm@1 birch outside'] })).toBe(1)
  })

  it('of one role is not given by another, and of anybody is called staff time', () => {
    const rules = promised({ role: 'nurse', sessions: 2 }, { sessions: 2 })
    expect(sentences(partnerTime, week({ rules }), { assignments: ['g1 fri-am alder outside'] })).toEqual([
      'Partner organisations get 0 of the 2 sessions of nurse time promised for the week.',
      'Partner organisations get 1 of the 2 sessions of staff time promised for the week.',
    ])
  })
})
