import { describe, expect, it } from 'vitest'
import { daysInARow } from '../../solver/rules/days-in-a-row.ts'
import { amount, breaches, fortnight, KEPT, sentences, solved, week } from './played.ts'

const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const parts = [
  { id: 'am', starts: '08:30', ends: '12:40', days: EVERY_DAY },
  { id: 'pm', starts: '14:00', ends: '18:10', days: EVERY_DAY },
]
const demand: unknown[] = []
const on = (...days: string[]) => ({ assignments: days.map((day) => `g1 ${day} alder clinic`) })
const SIX = ['mon-am', 'tue-pm', 'wed-am', 'thu-am', 'fri-am', 'sat-am']
const set = (numbers: Record<string, unknown>) => ({ 'days-in-a-row': numbers })

describe('days in a row', () => {
  it('are six at most: the seventh breaks', () => {
    const problem = week({ parts, demand })
    expect(breaches(daysInARow, problem, on(...SIX))).toEqual([])
    expect(sentences(daysInARow, problem, on(...SIX, 'sun-pm'))).toEqual(['GP 1 works 7 days in a row up to Sunday.'])
  })

  it('run on from one week into the next, each further day anew', () => {
    const problem = fortnight({ parts, demand })
    const nine = [...SIX, 'sun-am', 'mon-am@2', 'tue-am@2']
    expect(amount(daysInARow, problem, on(...nine))).toBe(3)
    expect(amount(daysInARow, problem, on(...nine.filter((day) => day !== 'fri-am')))).toBe(0)
  })

  it('are counted as days, however many sessions they have', () => {
    const twice = SIX.flatMap((slot) => [`${slot.slice(0, 3)}-am`, `${slot.slice(0, 3)}-pm`])
    expect(breaches(daysInARow, week({ parts, demand }), on(...twice))).toEqual([])
  })

  it('are each person’s own', () => {
    const shared = { assignments: [...on(...SIX).assignments, 'g2 sun-am birch clinic'] }
    expect(breaches(daysInARow, week({ parts, demand }), shared)).toEqual([])
  })

  it('may be fewer for one role than for others', () => {
    const problem = week({ parts, demand, rules: set({ atMost: { nurse: 1 } }) })
    const both = { assignments: ['n1 mon-am alder clinic', 'n1 tue-am alder clinic', ...on(...SIX).assignments] }
    expect(breaches(daysInARow, problem, both)).toMatchObject([{ people: ['n1'], amount: 1, day: 1 }])
  })

  it('are at least so many, where a network asks for it: each missing day counts', () => {
    const problem = week({ parts, demand, rules: set({ atLeast: 3 }) })
    expect(amount(daysInARow, problem, on('wed-am'))).toBe(2)
    expect(amount(daysInARow, problem, on('wed-am', 'thu-am'))).toBe(1)
    expect(amount(daysInARow, problem, on('wed-am', 'thu-am', 'fri-am'))).toBe(0)
  })

  it('that reach an end of the rota may be longer than it shows', () => {
    const problem = fortnight({ parts, demand, rules: set({ atLeast: 3 }) })
    expect(breaches(daysInARow, problem, on('mon-am', 'sun-pm@2'))).toEqual([])
    expect(amount(daysInARow, problem, on('tue-am', 'sat-pm@2'))).toBe(4)
  })

  it('are broken up by the solver', async () => {
    const rules = { ...set({ atMost: 2 }), 'minimum-cover': false, 'duty-doctor': false }
    const needed = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((date) => ({
      site: 'alder',
      need: 'bloods',
      date,
      part: 'am',
      contacts: 12,
    }))
    const people = { n1: { contract: { sessions: 4 }, works: ['tue-am', 'wed-am', 'thu-am', 'fri-am'] } }
    expect(await solved(daysInARow, week({ parts, demand: needed, people, rules }))).toEqual(KEPT)
  })
})
