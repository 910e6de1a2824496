import { describe, expect, it } from 'vitest'
import { fewSites } from '../../solver/rules/few-sites.ts'
import { agreed, asked, breaches, fortnight, KEPT, minded, solved, week } from './played.ts'

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

  const pinnedTo = (work: string) => ({ pins: [{ person: 'g1', date: '2026-12-04', part: 'pm', site: 'birch', work }] })
  const clinic = 'g1 thu-am alder clinic'

  it.each([
    ['one', {}, [clinic, 'g1 fri-pm alder duty'], 0],
    ['one too many', {}, [clinic, 'g1 fri-pm birch clinic'], 1],
    ['where one learns is no site to work at', pinnedTo('training'), [clinic, 'g1 fri-pm birch training'], 0],
    ['nor where one writes', pinnedTo('admin'), [clinic, 'g1 fri-pm birch admin'], 0],
    ['where one teaches is', pinnedTo('supervision'), [clinic, 'g1 fri-pm birch supervision'], 1],
  ])('are the same to model and check: %s', async (_, change, assignments, over) => {
    expect(await agreed(fewSites, week({ rules: one, ...change }), { assignments })).toBe(over)
  })

  it('are no matter to the model for who cannot be at more', () => {
    expect(asked(fewSites, week())).toEqual({ wishes: 0, definitions: 0 })
    // GP 1 in clinics and on duty at both practices and on visits from home; the nurse in clinics at both.
    expect(asked(fewSites, week({ rules: one }))).toEqual({ wishes: 2, definitions: 4 * (2 + 2 + 1) + 4 * 2 })
  })

  it('minds partners’ time of who may be elsewhere, and of everyone with time promised where no site is allowed', () => {
    const promised = { 'partner-time': { sessions: [{ role: 'nurse', sessions: 1 }] } }
    const home = { n1: { home: 'alder', sites: [] } }
    expect(minded(fewSites, week({ rules: promised, people: home }))).toEqual([])
    const none = { ...promised, 'few-sites': { atMost: 0 } }
    expect(minded(fewSites, week({ rules: none, people: home }))).toEqual(['n1'])
    expect(minded(fewSites, week({ rules: promised }))).toEqual(['n1'])
  })
})
