import { describe, expect, it } from 'vitest'
import { successions } from '../../solver/rules/successions.ts'
import { agreed, breaches, fortnight, KEPT, LONG_WEEK, solved, week } from './played.ts'

const parts = LONG_WEEK.slice(0, 3)
const demand: unknown[] = []
const rules = { successions: { forbidden: [['evening', 'am']] }, 'enhanced-access': false }

describe('successions', () => {
  it('are free where none is forbidden', () => {
    const assignments = ['g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(breaches(successions, week({ parts, demand }), { assignments })).toEqual([])
  })

  it('that are listed break on the next day', async () => {
    const assignments = ['g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(await agreed(successions, week({ parts, demand, rules }), { assignments })).toBe(1)
  })

  it('do not break two days later, on the same day, the other way round, or for two people', () => {
    const problem = week({ parts, demand, rules })
    const apart = ['g1 wed-evening alder clinic', 'g1 fri-am alder clinic', 'g1 fri-evening alder clinic']
    const turned = ['g1 mon-am alder clinic', 'g1 tue-evening alder clinic', 'g2 wed-am birch clinic']
    expect(breaches(successions, problem, { assignments: apart })).toEqual([])
    expect(breaches(successions, problem, { assignments: turned })).toEqual([])
  })

  it('break on the last day of the rota as on any other', async () => {
    const assignments = ['g1 thu-evening@2 alder clinic', 'g1 fri-am@2 alder clinic']
    expect(await agreed(successions, fortnight({ parts, demand, rules }), { assignments })).toBe(1)
    const across = ['g1 fri-evening@1 alder clinic', 'g1 mon-am@2 alder clinic']
    expect(await agreed(successions, fortnight({ parts, demand, rules }), { assignments: across })).toBe(0)
  })

  it('are avoided by the solver', async () => {
    const pins = [{ person: 'n1', date: '2026-12-03', part: 'evening', site: 'alder', work: 'clinic' }]
    const people = { n1: { contract: { sessions: 1.4 }, works: ['thu-evening', 'fri-am', 'fri-pm'] } }
    const needed = [{ site: 'alder', need: 'bloods', date: '2026-12-04', part: 'am', contacts: 6 }]
    const wishes = { n1: { ...people.n1, wishes: [{ part: 'fri-pm', want: 'off' }] } }
    const problem = week({ parts, demand: needed, pins, people: wishes, rules })
    expect(await solved(successions, problem)).toEqual(KEPT)
  })
})
