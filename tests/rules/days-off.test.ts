import { describe, expect, it } from 'vitest'
import { daysOff } from '../../solver/rules/days-off.ts'
import { agreed, asked, breaches, fortnight, KEPT, minded, solved, WEEKDAYS, week } from './played.ts'

const parts = [{ id: 'am', starts: '08:30', ends: '12:40', days: WEEKDAYS }]
const demand: unknown[] = []
const on = (...days: string[]) => ({ assignments: days.map((day) => `g1 ${day} alder clinic`) })
const atLeast = (days: unknown) => ({ 'days-off': { atLeast: days } })

describe('days off', () => {
  it('come as they may where nobody asks', () => {
    expect(breaches(daysOff, week({ parts, demand }), on('mon-am', 'wed-am', 'fri-am'))).toEqual([])
  })

  it('come in twos where two are asked for; each missing day counts', async () => {
    expect(await agreed(daysOff, week({ parts, demand, rules: atLeast(2) }), on('mon-am', 'thu-am'))).toBe(0)
    expect(await agreed(daysOff, week({ parts, demand, rules: atLeast(2) }), on('mon-am', 'wed-am'))).toBe(1)
    expect(await agreed(daysOff, week({ parts, demand, rules: atLeast(3) }), on('mon-am', 'wed-am', 'fri-am'))).toBe(4)
  })

  it('of one person are not another’s', () => {
    const two = { assignments: ['g1 mon-am alder clinic', 'g2 wed-am birch clinic'] }
    expect(breaches(daysOff, week({ parts, demand, rules: atLeast(2) }), two)).toEqual([])
  })

  it('may be asked of one role only', () => {
    const problem = week({ parts, demand, rules: atLeast({ nurse: 2 }) })
    expect(breaches(daysOff, problem, on('mon-am', 'wed-am'))).toEqual([])
  })

  it('over a weekend count too, and before and after the rota nobody knows', () => {
    const problem = fortnight({ parts, demand, rules: atLeast(3) })
    expect(breaches(daysOff, problem, on('fri-am@1', 'mon-am@2', 'tue-am@2'))).toMatchObject([
      { amount: 1, weight: 1, day: 7 },
    ])
    expect(breaches(daysOff, problem, on('tue-am@1', 'thu-am@2', 'fri-am@2'))).toEqual([])
  })

  it('are put together by the solver', async () => {
    const needed = ['2026-11-30', '2026-12-01', '2026-12-02'].map((date) => ({
      site: 'alder',
      need: 'bloods',
      date,
      part: 'am',
      contacts: 6,
    }))
    const people = { n1: { contract: { sessions: 2 }, works: ['mon-am', 'tue-am', 'wed-am'] } }
    const away = { n1: { ...people.n1, wishes: [{ part: 'tue-am', want: 'off' }] } }
    const rules = { ...atLeast(2), 'minimum-cover': false, 'duty-doctor': false }
    const problem = week({ parts, demand: needed, people: away, rules })
    expect(await solved(daysOff, problem)).toEqual(KEPT)
  })

  it('are the same to model and check, in whatever order the rota names them', async () => {
    const problem = week({ parts, demand, rules: atLeast(3) })
    for (const [days, missing] of [
      [['wed-am', 'mon-am'], 2],
      [['fri-am', 'tue-am'], 1],
      [['fri-am', 'mon-am'], 0],
      [['tue-am', 'mon-am'], 0],
    ] as const)
      expect(await agreed(daysOff, problem, on(...days)), days.join(' ')).toBe(missing)
  })

  it.each([
    ['a Monday off after Sunday', [1], ['tue-am'], 3, 2],
    ['a Sunday off before Monday', [2], ['mon-am'], 3, 2],
    ['Sunday and Monday off', [2], ['tue-am'], 3, 1],
    ['three days off', [3], ['tue-am'], 3, 0],
    ['the last day of work counts, not one before it', [1, 3], ['mon-am'], 3, 0],
    ['what came before Sunday is past', [1, 3], [], 3, 0],
    ['a fortnight before, as far back as the document goes', [14], ['mon-am'], 14, 1],
  ])('are counted from the days before by model and check: %s', async (_, daysAgo, days, least, missing) => {
    const all = [{ ...parts[0], days: [...WEEKDAYS, 'sat', 'sun'] }]
    const was = (person: string) => (n: number) => ({
      ...{ person, date: `2026-11-${30 - n}`, part: 'am', site: 'alder', work: 'clinic' },
    })
    const own = week({ parts: all, demand, rules: atLeast(least), before: daysAgo.map(was('g1')) })
    expect(await agreed(daysOff, own, on(...days))).toBe(missing)
    const another = week({ parts: all, demand, rules: atLeast(least), before: daysAgo.map(was('n1')) })
    expect(await agreed(daysOff, another, on(...days))).toBe(0)
  })

  it('matter for learning to those of whom more than one is asked', () => {
    const mindedWith = (least: unknown) => {
      const problem = week({ parts, demand, rules: atLeast(least) })
      return minded(daysOff, problem)
    }
    expect(mindedWith({ nurse: 2 })).toEqual(['n1'])
    expect(mindedWith(1)).toEqual([])
  })

  it('are no matter to the model between days of which one is never worked', () => {
    const rules = atLeast(2)
    expect(asked(daysOff, week({ parts, demand, rules })).wishes).toBe(4 * 3)
    const people = { g1: { works: ['mon-am', 'tue-am', 'fri-am'] } }
    expect(asked(daysOff, week({ parts, demand, rules, people })).wishes).toBe(3 * 3)
  })
})
