import { describe, expect, it } from 'vitest'
import { weekends } from '../../solver/rules/weekends.ts'
import { agreed, asked, breaches, fortnight, KEPT, minded, solved, week } from './played.ts'

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

  const on = (...slots: string[]) => slots.map((slot) => `g1 ${slot} alder clinic`)
  const saturdays = [{ id: 'we', starts: '09:00', ends: '13:00', days: ['sat'], enhancedAccess: true }]

  it.each([
    ['two Saturdays', parts, 1, on('sat-we@1', 'sat-we@2'), 1],
    ['two Sundays', parts, 1, on('sun-we@1', 'sun-we@2'), 1],
    ['a Saturday and a Sunday', parts, 1, on('sat-we@1', 'sun-we@2'), 1],
    ['both days of one weekend', parts, 1, on('sat-we@2', 'sun-we@2'), 0],
    ['all four days, where two weekends are agreed', parts, 2, on('sat-we@1', 'sun-we@1', 'sat-we@2', 'sun-we@2'), 0],
    ['where none is', parts, 0, on('sat-we@1', 'sun-we@1', 'sat-we@2'), 2],
    ['Saturdays only, where Sundays are not worked', saturdays, 1, on('sat-we@1', 'sat-we@2'), 1],
    ['one of them', saturdays, 1, on('sat-we@2'), 0],
  ])('are the same to model and check: %s', async (_, opened, most, assignments, over) => {
    expect(await agreed(weekends, fortnight({ parts: opened, demand, rules: atMost(most) }), { assignments })).toBe(
      over,
    )
  })

  it('matter for learning to who may learn at a weekend and could work too many', () => {
    const core = [
      { id: 'am', starts: '08:30', ends: '12:40', days: ['fri', 'sat'] },
      { id: 'we', starts: '14:00', ends: '18:00', days: ['sat', 'sun'], enhancedAccess: true },
    ]
    const away = [{ from: '2026-12-12', to: '2026-12-13' }]
    const people = { g1: { works: ['sat-am'] }, g2: { works: ['fri-am', 'sat-we', 'sun-we'] }, r1: { away } }
    const mindedWith = (most: number) => {
      const problem = fortnight({ parts: core, demand, people, rules: atMost(most) })
      return minded(weekends, problem)
    }
    expect(mindedWith(1)).toEqual(['g1', 'n1'])
    expect(mindedWith(0)).toEqual(['g1', 'r1', 'n1'])
    expect(mindedWith(2)).toEqual([])
  })

  it('are no matter to the model for whom cannot work so many', () => {
    const rows = (most: number, more = {}) =>
      asked(weekends, fortnight({ parts, demand, rules: atMost(most), ...more }))
    // Four people; two weekends of two days, each day tied to its weekend.
    expect(rows(1)).toEqual({ wishes: 4, definitions: 4 * 2 * 2 })
    expect(rows(2)).toEqual({ wishes: 0, definitions: 0 })
    const away = [{ from: '2026-12-12', to: '2026-12-13' }]
    expect(rows(1, { people: { g1: { away }, g2: { works: ['fri-am'] } } })).toMatchObject({ wishes: 2 })
    // Whoever works on one day of the weekend needs no column for the weekend.
    expect(rows(1, { people: { g1: { works: ['sat-we'] } } })).toEqual({ wishes: 4, definitions: 3 * 2 * 2 })
  })
})
