import { describe, expect, it } from 'vitest'
import { cost } from '../../solver/rules/cost.ts'
import { agreed, breaches, fortnight, LONG_WEEK, rotaFor, week } from './played.ts'

describe('cost', () => {
  it('is nothing for nobody, and for whom somebody else pays', () => {
    expect(breaches(cost, week(), {})).toEqual([])
    expect(breaches(cost, week(), { assignments: ['r1 fri-pm alder clinic'] })).toEqual([])
  })

  it('is the sum of all sessions, whatever the work', async () => {
    const assignments = ['g1 thu-am alder clinic', 'g2 fri-pm birch admin', 'n1 fri-pm alder training']
    expect(await agreed(cost, week(), { assignments })).toBe(250 + 250 + 100)
  })

  it('is less for a session that counts less, and runs to the end of the last week', async () => {
    const problem = fortnight({ parts: LONG_WEEK, demand: [] })
    expect(
      await agreed(cost, problem, { assignments: ['g1 fri-evening@2 alder clinic', 'n1 sat-am@2 alder clinic'] }),
    ).toBeCloseTo(200)
  })

  it('is saved by the solver where nobody is the worse for it', async () => {
    const people = { g1: { contract: { sessions: 2, flex: 2 } }, n1: { contract: { sessions: 1, flex: 3 } } }
    const rules = { 'duty-doctor': false, 'minimum-cover': false }
    const rota = await rotaFor(week({ people, demand: [], rules }))
    expect(cost.check(rota, week({ people, demand: [], rules }))).toMatchObject([{ amount: 250 * (2 + 4) + 100 }])
  })
})
