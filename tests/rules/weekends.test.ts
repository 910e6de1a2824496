import { describe, expect, it } from 'vitest'
import { weekends } from '../../solver/rules/weekends.ts'
import { agreed, breaches, fortnight, KEPT, solved, week } from './played.ts'

const parts = [
  { id: 'am', starts: '08:30', ends: '12:40', days: ['fri'] },
  { id: 'we', starts: '09:00', ends: '13:00', days: ['sat', 'sun'], enhancedAccess: true },
]
const demand: unknown[] = []
const atMost = (n: unknown) => ({ weekends: { atMost: n }, 'enhanced-access': false })

describe('weekends', () => {
  it('are as many as come where nobody asks', () => {
    const every = { assignments: ['g1 sat-we@1 alder clinic', 'g1 sun-we@2 alder clinic'] }
    expect(breaches(weekends, fortnight({ parts, demand }), every)).toEqual([])
  })

  it('count once, whether one works on Saturday, on Sunday or on both', () => {
    const problem = fortnight({ parts, demand, rules: atMost(1) })
    const both = { assignments: ['g1 sat-we@1 alder clinic', 'g1 sun-we@1 alder clinic', 'g1 fri-am@2 alder clinic'] }
    expect(breaches(weekends, problem, both)).toEqual([])
  })

  it('of the last week count as the first', async () => {
    const problem = fortnight({ parts, demand, rules: atMost(1) })
    expect(
      await agreed(weekends, problem, { assignments: ['g1 sun-we@1 alder clinic', 'g1 sat-we@2 alder clinic'] }),
    ).toBe(1)
  })

  it('are each person’s own', () => {
    const problem = fortnight({ parts, demand, rules: atMost(1) })
    const two = { assignments: ['g1 sat-we@1 alder clinic', 'g2 sat-we@2 birch clinic'] }
    expect(breaches(weekends, problem, two)).toEqual([])
  })

  it('may be none for one role', () => {
    const problem = week({ parts, demand, rules: atMost({ nurse: 0 }) })
    const two = { assignments: ['g1 sat-we alder clinic', 'n1 sat-we alder clinic'] }
    expect(breaches(weekends, problem, two)).toMatchObject([{ people: ['n1'], amount: 1 }])
  })

  it('are kept free by the solver', async () => {
    const twoOnFriday = [...parts, { id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] }]
    const two = { contract: { sessions: 2 } }
    const people = { g1: two, g2: two, n1: { ...two, wishes: [{ part: 'sat-we', want: 'on' }] } }
    const problem = week({ parts: twoOnFriday, demand, people, rules: atMost(0) })
    expect(await solved(weekends, problem)).toEqual(KEPT)
  })
})
