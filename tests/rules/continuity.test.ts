import { describe, expect, it } from 'vitest'
import { continuity } from '../../solver/rules/continuity.ts'
import { agreed, amount, breaches, fortnight, KEPT, sentences, solved, week } from './played.ts'

describe('continuity', () => {
  it('is kept by GPs at their usual practice', () => {
    const assignments = ['g1 thu-am alder clinic', 'g2 thu-am birch duty']
    expect(breaches(continuity, week(), { assignments })).toEqual([])
  })

  it('counts every session that a GP sees patients elsewhere, and no other work', () => {
    const assignments = ['g1 thu-am birch clinic', 'g1 thu-pm birch duty', 'g1 fri-am birch training']
    expect(amount(continuity, week(), { assignments })).toBe(2)
  })

  it('does not count nurses, unless the network names them', () => {
    const assignments = ['n1 thu-am birch clinic', 'g1 thu-pm birch clinic']
    expect(breaches(continuity, week(), { assignments })).toMatchObject([{ people: ['g1'] }])
    const nurses = week({ rules: { continuity: { roles: ['nurse'] } } })
    expect(breaches(continuity, nurses, { assignments })).toMatchObject([{ people: ['n1'] }])
  })

  it('counts a half day of the second week that was not worked in the first', async () => {
    const assignments = ['g1 fri-am@1 alder clinic', 'g1 fri-pm@2 alder clinic']
    expect(await agreed(continuity, fortnight(), { assignments })).toBeCloseTo(0.4)
    expect(sentences(continuity, fortnight(), { assignments })).toEqual([
      'GP 1 sees patients on Friday afternoon (Fri 11 Dec), and did not at that time the week before.',
    ])
    expect(
      breaches(continuity, fortnight(), { assignments: ['g1 fri-am@1 alder clinic', 'g1 fri-am@2 alder duty'] }),
    ).toEqual([])
  })

  it('does not hold last week’s leave against anybody', () => {
    const people = { g1: { away: [{ from: '2026-12-03', to: '2026-12-04' }] } }
    expect(breaches(continuity, fortnight({ people }), { assignments: ['g1 fri-pm@2 alder clinic'] })).toEqual([])
  })

  it('is kept by the solver, though the day begins elsewhere', async () => {
    const pins = [{ person: 'g1', date: '2026-12-04', part: 'am', site: 'birch', work: 'clinic' }]
    const people = { g1: { contract: { sessions: 2 }, works: ['fri-am', 'fri-pm'] }, g2: { works: ['thu-am'] } }
    const urgent = ['alder', 'birch'].map((site) => ({
      site,
      need: 'urgent',
      date: '2026-12-04',
      part: 'pm',
      contacts: 9,
    }))
    const rules = { 'minimum-cover': false, 'duty-doctor': false }
    // One session is pinned; without the rule the GP stays there, to save the way.
    const found = await solved(continuity, week({ pins, people, rules, demand: urgent }))
    expect(found).toEqual({ with: 1, without: 2 })
  })

  it('brings a GP back in the half day of the week before', async () => {
    const wishes = [{ part: 'thu-am', date: '2026-12-10', want: 'off' }]
    const contract = { sessions: 1 }
    const people = { g1: { contract, wishes }, g2: { contract }, r1: { contract }, n1: { contract } }
    const pins = [{ person: 'g1', date: '2026-12-03', part: 'am', site: 'alder', work: 'clinic' }]
    const rules = { 'minimum-cover': false, 'duty-doctor': false }
    expect(await solved(continuity, fortnight({ people, pins, rules, demand: [] }))).toEqual(KEPT)
  })
})
