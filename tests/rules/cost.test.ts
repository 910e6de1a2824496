import { describe, expect, it } from 'vitest'
import { cost } from '../../solver/rules/cost.ts'
import { agreed, breaches, fortnight, LONG_WEEK, rotaFor, week } from './played.ts'

describe('cost', () => {
  const byTheSession = Object.fromEntries(
    ['g1', 'g2', 'r1', 'n1'].map((id) => [id, { contract: { sessions: 0, flex: 4 } }]),
  )

  it('is nothing for nobody, and for whom somebody else pays', () => {
    expect(breaches(cost, week({ people: byTheSession }), {})).toEqual([])
    const registrar = { assignments: ['r1 fri-pm alder clinic'] }
    expect(breaches(cost, week({ people: byTheSession }), registrar)).toEqual([])
  })

  it('is the sum of all sessions, whatever the work', async () => {
    const assignments = ['g1 thu-am alder clinic', 'g2 fri-pm birch admin', 'n1 fri-pm alder training']
    expect(await agreed(cost, week({ people: byTheSession }), { assignments })).toBe(250 + 250 + 100)
  })

  it('is that of a contract, whether or not the rota has a use for it, and of what is worked beyond it', async () => {
    const contracts = 2 * 4 * 250 + 3 * 100
    expect(await agreed(cost, week(), {})).toBe(contracts)
    expect(await agreed(cost, week(), { assignments: ['n1 fri-pm alder clinic'] })).toBe(contracts)
    const people = { n1: { contract: { sessions: 1, flex: 2 } } }
    const three = { assignments: ['thu-am', 'thu-pm', 'fri-pm'].map((slot) => `n1 ${slot} alder clinic`) }
    expect(await agreed(cost, week({ people }), three)).toBe(contracts)
    expect(await agreed(cost, week({ people }), { assignments: three.assignments.slice(1) })).toBe(contracts - 100)
  })

  it('is that of an absence that keeps its pay, which nothing worked takes the place of', async () => {
    const away = [{ from: '2026-12-03', to: '2026-12-03', paid: true }]
    const people = { ...byTheSession, n1: { contract: { sessions: 2, flex: 2 }, away } }
    expect(await agreed(cost, week({ people }), {})).toBe(200)
    expect(await agreed(cost, week({ people }), { assignments: ['n1 fri-am alder clinic'] })).toBe(200)
    const two = { assignments: ['n1 fri-am alder clinic', 'n1 fri-pm alder clinic'] }
    expect(await agreed(cost, week({ people }), two)).toBe(300)
    const unpaid = { ...people, n1: { ...people.n1, away: [{ from: '2026-12-03', to: '2026-12-03' }] } }
    expect(await agreed(cost, week({ people: unpaid }), {})).toBe(100)
    const lost = { ...byTheSession, n1: { contract: { sessions: 1, paid: 3 } } }
    expect(await agreed(cost, week({ people: lost }), { assignments: ['n1 fri-am alder clinic'] })).toBe(300)
  })

  it('is for each week what that week is due: one week’s spare sessions pay for no other', async () => {
    const people = { ...byTheSession, n1: { contract: { sessions: 1, flex: 1 } } }
    const twice = { assignments: ['n1 thu-am@2 alder clinic', 'n1 fri-am@2 alder clinic'] }
    expect(await agreed(cost, fortnight({ people }), twice)).toBe(300)
  })

  it('is less for a session that counts less, and runs to the end of the last week', async () => {
    const problem = fortnight({ parts: LONG_WEEK, demand: [], people: byTheSession })
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
