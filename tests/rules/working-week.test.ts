import { describe, expect, it } from 'vitest'
import { workingWeek } from '../../solver/rules/working-week.ts'
import { amount, breaches, fortnight, KEPT, LONG_WEEK, sentences, solved, week } from './played.ts'

const parts = LONG_WEEK
const demand: unknown[] = []
const days = (names: string[], parts: string[]) => names.flatMap((d) => parts.map((p) => `g1 ${d}-${p} alder clinic`))
const hours = (most: number) => ({ 'working-week': { hours: most } })

describe('a working week', () => {
  it('may have the hours that it may have, and not a session more', () => {
    const ten = days(['mon', 'tue', 'wed', 'thu', 'fri'], ['am', 'pm'])
    const problem = week({ parts, demand, rules: hours(125 / 3) })
    expect(breaches(workingWeek, problem, { assignments: ten })).toEqual([])
    expect(amount(workingWeek, problem, { assignments: [...ten, 'g1 sat-am alder clinic'] })).toBeCloseTo(240 / 250)
  })

  it('is an average: a long first week is made good by a short second', () => {
    const problem = fortnight({ parts, demand, rules: hours(12.5) })
    const six = ['mon', 'tue', 'wed'].flatMap((d) => [`g1 ${d}-am@1 alder clinic`, `g1 ${d}-pm@1 alder clinic`])
    expect(breaches(workingWeek, problem, { assignments: six })).toEqual([])
    const seventh = [...six, 'g1 fri-pm@2 alder clinic']
    expect(sentences(workingWeek, problem, { assignments: seventh })).toEqual([
      'GP 1 works 14.6 hours a week, which is too many.',
    ])
  })

  it('counts paperwork as the session of the role that it is', () => {
    const problem = week({ parts, demand, rules: hours(8) })
    const assignments = ['g1 mon-am alder clinic', 'g1 mon-pm alder admin']
    expect(amount(workingWeek, problem, { assignments })).toBeCloseTo(20 / 250)
  })

  it('has one day of three sessions, not two', () => {
    const problem = week({ parts, demand })
    const one = [...days(['thu'], ['am', 'pm', 'evening']), ...days(['fri'], ['am', 'pm'])]
    expect(breaches(workingWeek, problem, { assignments: one })).toEqual([])
    expect(amount(workingWeek, problem, { assignments: [...one, 'g1 fri-evening alder clinic'] })).toBe(1)
  })

  it('does not add up the long days of two people, or of two weeks', () => {
    const assignments = [
      ...days(['thu'], ['am', 'pm', 'evening']),
      ...['am', 'pm', 'evening'].map((p) => `g2 fri-${p} birch clinic`),
      ...['am', 'pm', 'evening'].map((p) => `g1 fri-${p}@2 alder clinic`),
    ]
    expect(breaches(workingWeek, fortnight({ parts, demand }), { assignments })).toEqual([])
  })

  it('has a part off after so many in a row, and nights between days are off', () => {
    const problem = week({ parts, demand, rules: { 'working-week': { inARow: 2 } } })
    const kept = ['g1 thu-pm alder clinic', 'g1 thu-evening alder clinic', 'g1 fri-am alder clinic']
    expect(breaches(workingWeek, problem, { assignments: kept })).toEqual([])
    expect(sentences(workingWeek, problem, { assignments: days(['fri'], ['am', 'pm', 'evening']) })).toEqual([
      'GP 1 works 3 parts of Friday in a row without one off.',
    ])
  })

  it('is kept short by the solver', async () => {
    const people = { g1: { contract: { sessions: 8, flex: 4 } }, g2: { contract: { sessions: 1 } } }
    const urgent = ['am', 'pm', 'evening'].flatMap((part) =>
      ['2026-12-03', '2026-12-04'].map((date) => ({ site: 'alder', need: 'urgent', date, part, contacts: 20 })),
    )
    const rules = { 'safe-workload': false, 'enhanced-access': false }
    const problem = week({ parts: parts.slice(0, 3), demand: urgent, people, rules })
    expect(await solved(workingWeek, problem)).toEqual(KEPT)
  })
})
