import { describe, expect, it } from 'vitest'
import { fewSites } from '../../solver/rules/few-sites.ts'
import { agreed, breaches, fortnight, KEPT, solved, week } from './played.ts'

const one = { 'few-sites': { atMost: 1 } }

describe('few sites', () => {
  it('are two at most, unless the network or the role says otherwise', async () => {
    const assignments = ['g1 thu-am alder clinic', 'g1 fri-pm birch clinic']
    expect(breaches(fewSites, week(), { assignments })).toEqual([])
    expect(await agreed(fewSites, week({ rules: one }), { assignments })).toBe(1)
    expect(await agreed(fewSites, week({ roles: { gp: { maxSites: 1 } } }), { assignments })).toBe(1)
    expect(await agreed(fewSites, week({ rules: one, roles: { gp: { maxSites: 2 } } }), { assignments })).toBe(0)
  })

  it('are counted once, however often somebody is there', () => {
    const assignments = ['g1 thu-am birch clinic', 'g1 thu-pm birch duty', 'g1 fri-am birch visits']
    expect(breaches(fewSites, week({ rules: one }), { assignments })).toEqual([])
  })

  it('are each person’s and each week’s own', () => {
    const assignments = ['g1 thu-am@1 alder clinic', 'g1 fri-pm@2 birch clinic', 'n1 fri-pm@1 birch clinic']
    expect(breaches(fewSites, fortnight({ rules: one }), { assignments })).toEqual([])
    const second = ['g1 thu-am@2 alder clinic', 'g1 fri-pm@2 birch clinic']
    expect(breaches(fewSites, fortnight({ rules: one }), { assignments: second })).toMatchObject([
      { week: 1, amount: 1 },
    ])
  })

  it('do not include where somebody learns', () => {
    const assignments = ['g1 thu-am alder training', 'g1 fri-pm birch clinic']
    expect(breaches(fewSites, week({ rules: one }), { assignments })).toEqual([])
  })

  it('are kept by the solver, though it may mean a walk less or more', async () => {
    const pins = [{ person: 'g1', date: '2026-12-03', part: 'am', site: 'birch', work: 'clinic' }]
    const people = { g1: { contract: { sessions: 2 }, works: ['thu-am', 'fri-am'] }, g2: { works: ['thu-am'] } }
    const urgent = ['alder', 'birch'].map((site) => ({
      site,
      need: 'urgent',
      date: '2026-12-04',
      part: 'am',
      contacts: 9,
    }))
    const rules = { ...one, 'minimum-cover': false, 'duty-doctor': false }
    // Continuity would have the GP at home on Friday.
    expect(await solved(fewSites, week({ pins, people, rules, demand: urgent }))).toEqual(KEPT)
  })
})
