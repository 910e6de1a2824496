import { describe, expect, it } from 'vitest'
import { clinicTime } from '../../solver/rules/clinic-time.ts'
import { noNeedLeftOut } from '../../solver/rules/no-need-left-out.ts'
import { agreed, amount, asked, breaches, fortnight, rotaFor, week } from './played.ts'

/** What a routine contact counts: 15 minutes, where the needs of this week take 18 on average. */
const LENGTH = 15 / 18
const half = 'fri-pm alder gp clinic 4 routine of alder'

describe('no need left out', () => {
  it('holds when half of what falls due is met, by whomever and wherever', () => {
    expect(breaches(noNeedLeftOut, week(), { clinics: [half] })).toEqual([])
  })

  it('is just broken by one contact fewer', () => {
    expect(amount(noNeedLeftOut, week(), { clinics: [half.replace(' 4 ', ' 3 ')] })).toBeCloseTo(LENGTH)
  })

  it('does not count what another practice’s patients were given', () => {
    expect(breaches(noNeedLeftOut, week(), { clinics: [half.replace('of alder', 'of birch')] })).toMatchObject([
      { site: 'alder', need: 'routine', amount: 4 },
    ])
  })

  it('asks for what waited before, up to the last day of the horizon', () => {
    // Two working days have passed, Thursday and Friday; the third of five is the Thursday of the second week.
    const backlog = [{ site: 'birch', need: 'bloods', waitedDays: 9, contacts: 6 }]
    const found = breaches(noNeedLeftOut, fortnight({ backlog }), { clinics: [half] })
    expect(found.filter((b) => b.site === 'birch')).toMatchObject([{ need: 'bloods', amount: 3 }])
  })

  it('asks for as much as the network says', () => {
    const rules = { 'no-need-left-out': { share: 0.75 } }
    expect(amount(noNeedLeftOut, week({ rules }), { clinics: [half] })).toBeCloseTo(2 * LENGTH)
  })

  it('asks for a share of one need, and half of the others', () => {
    const demand = ['routine', 'bloods'].map((need) => ({
      site: 'alder',
      need,
      date: '2026-12-03',
      part: 'am',
      contacts: 10,
    }))
    const rules = { 'no-need-left-out': { share: { bloods: 0.8 } } }
    const problem = week({ demand, rules, needs: { bloods: { within: '1d' } } })
    expect(breaches(noNeedLeftOut, problem, {})).toMatchObject([
      { need: 'routine', amount: 5, figures: { share: 0.5 } },
      { need: 'bloods', amount: 8, figures: { share: 0.8 } },
    ])
  })

  it('is kept by the solver', async () => {
    const problem = week()
    expect(noNeedLeftOut.check(await rotaFor(problem), problem)).toEqual([])
  })

  it.each([
    ['in the week, by its last day', { within: '1d' }, 0, 1],
    ['after it', { within: '2d' }, 0, 0],
    ['in the week, having waited', { within: '4d' }, 5, 1],
    ['after it, not having waited long enough', { within: '5d' }, 5, 0],
  ])('asks for what falls due %s', (_, bloods, waitedDays, dues) => {
    const waiting = [{ site: 'alder', need: 'bloods', waitedDays, contacts: 8 }]
    const arriving = [{ site: 'alder', need: 'bloods', date: '2026-12-03', part: 'am', contacts: 8 }]
    const change = waitedDays > 0 ? { backlog: waiting, demand: [] } : { demand: arriving }
    const problem = week({ needs: { bloods }, ...change })
    expect(breaches(noNeedLeftOut, problem, {}).map((b) => b.amount)).toEqual(dues === 0 ? [] : [4])
    expect(asked(noNeedLeftOut, problem, [clinicTime]).wishes).toBe(dues)
  })

  it('is the same to model and check', async () => {
    const played = (n: number) => ({
      assignments: ['g1 fri-pm alder clinic'],
      clinics: [half.replace(' 4 ', ` ${n} `)],
    })
    expect(await agreed(noNeedLeftOut, week(), played(4))).toBe(0)
    expect(await agreed(noNeedLeftOut, week(), played(3))).toBeCloseTo(LENGTH)
  })
})
