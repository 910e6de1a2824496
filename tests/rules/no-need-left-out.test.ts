import { describe, expect, it } from 'vitest'
import { noNeedLeftOut } from '../../solver/rules/no-need-left-out.ts'
import { amount, breaches, fortnight, rotaFor, week } from './played.ts'

const half = 'fri-pm alder gp clinic 4 routine of alder'

describe('no need left out', () => {
  it('holds when half of what falls due is met, by whomever and wherever', () => {
    expect(breaches(noNeedLeftOut, week(), { clinics: [half] })).toEqual([])
  })

  it('is just broken by one contact fewer', () => {
    expect(amount(noNeedLeftOut, week(), { clinics: [half.replace(' 4 ', ' 3 ')] })).toBeCloseTo(1)
  })

  it('does not count what another practice’s patients were given', () => {
    expect(breaches(noNeedLeftOut, week(), { clinics: [half.replace('of alder', 'of birch')] })).toMatchObject([
      { site: 'alder', need: 'routine', amount: 4 },
    ])
  })

  it('asks for what waited before, up to the last day of the horizon', () => {
    const backlog = [{ site: 'birch', need: 'bloods', waitedDays: 2, contacts: 6 }]
    const found = breaches(noNeedLeftOut, fortnight({ backlog }), { clinics: [half] })
    expect(found.filter((b) => b.site === 'birch')).toMatchObject([{ need: 'bloods', amount: 3 }])
  })

  it('asks for as much as the network says', () => {
    const rules = { 'no-need-left-out': { share: 0.75 } }
    expect(amount(noNeedLeftOut, week({ rules }), { clinics: [half] })).toBeCloseTo(2)
  })

  it('is kept by the solver', async () => {
    const problem = week()
    expect(noNeedLeftOut.check(await rotaFor(problem), problem)).toEqual([])
  })
})
