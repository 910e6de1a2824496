import { describe, expect, it } from 'vitest'
import { fullContract } from '../../solver/rules/full-contract.ts'
import { breaches, fortnight, KEPT, solved, week } from './played.ts'

const none = { contract: { sessions: 0 } }
const people = { g1: none, g2: none, r1: none, n1: { contract: { sessions: 2 } } }

describe('full contract', () => {
  it('is kept by as many sessions as are due, whatever the work', () => {
    const assignments = ['n1 thu-am alder clinic', 'n1 fri-pm alder admin']
    expect(breaches(fullContract, week({ people }), { assignments })).toEqual([])
  })

  it('is short by each session that is missing', () => {
    const found = breaches(fullContract, week({ people }), {
      assignments: ['n1 thu-am alder clinic', 'g1 thu-pm alder clinic'],
    })
    expect(found).toMatchObject([{ people: ['n1'], amount: 1, week: 0 }])
  })

  it('owes nothing for days of leave', () => {
    const away = { ...people, n1: { ...people.n1, away: [{ from: '2026-12-03', to: '2026-12-03' }] } }
    expect(breaches(fullContract, week({ people: away }), { assignments: ['n1 fri-am alder clinic'] })).toEqual([])
  })

  it('is owed in each week, the last included', () => {
    const assignments = ['n1 thu-am@1 alder clinic', 'n1 fri-pm@1 alder clinic', 'n1 fri-pm@2 alder clinic']
    expect(breaches(fullContract, fortnight({ people }), { assignments })).toMatchObject([{ week: 1, amount: 1 }])
  })

  it('is filled by the solver, though sessions cost money', async () => {
    expect(await solved(fullContract, week({ people, demand: [], rules: { 'minimum-cover': false } }))).toEqual(KEPT)
  })
})
