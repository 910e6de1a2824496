import { describe, expect, it } from 'vitest'
import { minimumAt, minimumCover } from '../../solver/rules/minimum-cover.ts'
import { amount, breaches, fortnight, KEPT, LONG_WEEK, solved, week } from './played.ts'

const listed = (...cover: object[]) => ({ 'minimum-cover': { cover } })
const FRIDAY = [{ id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] }]

describe('minimum cover', () => {
  it('is one person for every 4,000 patients, and one at least', () => {
    const problem = week({ parts: FRIDAY, demand: [] })
    const assignments = ['g1 fri-pm alder duty', 'n1 fri-pm alder clinic', 'g2 fri-pm birch visits']
    expect(breaches(minimumCover, problem, { assignments })).toEqual([])
    expect(breaches(minimumCover, problem, { assignments: assignments.slice(1) })).toMatchObject([
      { site: 'alder', amount: 1 },
    ])
  })

  it('does not count learning, paperwork and the telephone', () => {
    const problem = week({ parts: FRIDAY, demand: [], rules: listed({ people: 1, sites: ['birch'] }) })
    const assignments = ['g1 fri-pm birch admin', 'n1 fri-pm birch training', 'g2 fri-pm birch clinic remote']
    expect(amount(minimumCover, problem, { assignments })).toBe(1)
  })

  it('is asked in core sessions in which the site is open, unless the network names others', () => {
    const closed = [{ date: '2026-12-04', why: 'Learning afternoon', parts: ['pm'] }]
    expect(breaches(minimumCover, week({ parts: FRIDAY, demand: [], closed }), {})).toEqual([])
    const parts = LONG_WEEK.slice(3)
    expect(breaches(minimumCover, week({ parts, demand: [] }), {})).toEqual([])
    const saturdays = week({ parts, demand: [], rules: listed({ people: 1, parts: ['sat-am'], sites: ['alder'] }) })
    expect(amount(minimumCover, saturdays, {})).toBe(1)
  })

  it('by role is not kept by other roles', () => {
    const rules = listed({ people: 1, role: 'nurse', sites: ['birch'] })
    const problem = fortnight({ parts: FRIDAY, demand: [], rules })
    const assignments = ['n1 fri-pm@1 birch clinic', 'g2 fri-pm@2 birch clinic']
    expect(breaches(minimumCover, problem, { assignments })).toMatchObject([{ session: 1, role: 'nurse', amount: 1 }])
  })

  it('is what a rota shows behind its stroke: all roles together, or the number for anybody', () => {
    const rules = listed({ people: 2 }, { people: 2, role: 'gp' }, { people: 1, role: 'nurse' })
    expect(minimumAt(week({ parts: FRIDAY, demand: [], rules }), 'alder', 0)).toBe(3)
    expect(minimumAt(week({ parts: FRIDAY, demand: [] }), 'alder', 0)).toBe(2)
  })

  it('is found by the solver', async () => {
    const wishes = [{ part: 'fri-pm', want: 'off' }]
    const people = { g1: { wishes }, g2: { wishes }, n1: { wishes } }
    const rules = { 'duty-doctor': false }
    expect(await solved(minimumCover, week({ parts: FRIDAY, demand: [], people, rules }))).toEqual(KEPT)
  })
})
