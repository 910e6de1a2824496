import { describe, expect, it } from 'vitest'
import { dutyInADay } from '../../solver/rules/duty-in-a-day.ts'
import { agreed, breaches, fortnight, KEPT, solved, week } from './played.ts'

const rules = { 'duty-in-a-day': { atMost: 1 } }
const allDay = ['g1 fri-am alder duty', 'g1 fri-pm alder duty']

describe('duty in a day', () => {
  it('may last all day where nobody says otherwise', () => {
    expect(breaches(dutyInADay, week(), { assignments: allDay })).toEqual([])
  })

  it('that lasts all day breaks where one session is the most', async () => {
    expect(await agreed(dutyInADay, week({ rules }), { assignments: allDay })).toBe(1)
    expect(await agreed(dutyInADay, week({ rules: { 'duty-in-a-day': { atMost: 0 } } }), { assignments: allDay })).toBe(
      2,
    )
  })

  it('is each person’s and each day’s own', () => {
    const shared = ['g1 thu-pm alder duty', 'g1 fri-am alder duty', 'g2 fri-am birch duty', 'g2 thu-pm birch duty']
    expect(breaches(dutyInADay, week({ rules }), { assignments: shared })).toEqual([])
  })

  it('counts on the last day of the last week', () => {
    const last = ['g1 fri-am@2 alder duty', 'g1 fri-pm@2 alder duty']
    expect(breaches(dutyInADay, fortnight({ rules }), { assignments: last })).toMatchObject([{ amount: 1, day: 11 }])
  })

  it('is shared by the solver, though the other doctor would rather be off', async () => {
    const parts = [
      { id: 'am', starts: '08:30', ends: '12:40', days: ['fri'] },
      { id: 'pm', starts: '14:00', ends: '18:10', days: ['fri'] },
    ]
    const wishes = ['am', 'pm'].map((part) => ({ part: `fri-${part}`, want: 'off' }))
    const people = { g1: { contract: { sessions: 2 }, wishes }, g2: { contract: { sessions: 2 } } }
    const shared = { 'duty-doctor': { groups: [['alder', 'birch']] }, 'minimum-cover': false, ...rules }
    expect(await solved(dutyInADay, week({ parts, people, rules: shared, demand: [] }))).toEqual(KEPT)
  })
})
